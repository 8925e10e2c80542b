import Testing

@testable import Coverage

@Suite struct ParetoFrontsTests {
  private static let criteria: [Criterion] = [.fibreGap, .signalGap, .powerGap, .poverty]

  /// Fronts by their definition: again and again those that no other dominates are taken away.
  private func fronts(_ rows: [[Double]]) -> [Int32] {
    var fronts = [Int32](repeating: 0, count: rows.count)
    var (left, front) = (Array(rows.indices), Int32(0))
    while !left.isEmpty {
      front += 1
      let best = left.filter { village in
        !left.contains { other in
          zip(rows[other], rows[village]).allSatisfy { $0 >= $1 } && rows[other] != rows[village]
        }
      }
      for village in best { fronts[village] = front }
      left.removeAll { best.contains($0) }
    }
    return fronts
  }

  private func rows(_ count: Int, width: Int, steps: Int, seed: UInt64) -> [[Double]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      (0..<width).map { _ in Double(Int.random(in: 0...steps, using: &random)) / Double(steps) }
    }
  }

  @Test(arguments: [(1, 5), (2, 6), (2, 100), (3, 4), (3, 1000), (4, 2), (4, 50)], [1, 2, 3] as [UInt64])
  func `fronts are those of their definition`(shape: (width: Int, steps: Int), seed: UInt64) {
    let rows = rows(150, width: shape.width, steps: shape.steps, seed: seed)
    let columns = (0..<shape.width).map { index in rows.map { $0[index] } }
    let criteria = CriteriaColumns(criteria: Array(Self.criteria.prefix(shape.width)), values: columns)
    let sorted = ParetoFronts(criteria, weights: [Int64](repeating: 1, count: shape.width))
    #expect(sorted.fronts == fronts(rows))
  }

  /// The first three dominate nobody among them; the fourth is below the second, the fifth has nothing.
  @Test func `fronts score alike, and a village without anything scores 0`() throws {
    let rows = [[1, 0.1], [0.5, 0.5], [0.1, 1], [0.4, 0.5], [0, 0]]
    let ranking = try RankingScene.ranking(
      rows, [.fibreGap, .powerGap], weights: [9, 1], method: .pareto)
    #expect((0..<5).map { ranking.score(ofVillage: $0).count } == [10_000, 10_000, 10_000, 5000, 0])
    // In proportion to 1 and 0.1: 90.909 and 9.0909.
    #expect(ranking.parts(ofVillage: 0).map(\.count) == [9091, 909])
    #expect(ranking.parts(ofVillage: 1).map(\.count) == [5000, 5000])
    #expect(ranking.parts(ofVillage: 3).map(\.count) == [2222, 2778])
  }

  @Test func `a criterion with a weight of 0 plays no part`() throws {
    let rows = [[0.9, 0.1], [0.5, 0.5], [0.1, 1]]
    let ranking = try RankingScene.ranking(
      rows, [.fibreGap, .powerGap], weights: [1, 0], bounds: [1...1, 0...3], method: .pareto)
    #expect((0..<3).map { ranking.score(ofVillage: $0).count } == [10_000, 6667, 3333])
    #expect((0..<3).allSatisfy { ranking.parts(ofVillage: $0)[1] == .zero })
  }

  @Test func `villages that are all the same share the one front`() throws {
    let ranking = try RankingScene.ranking(
      [[0.5, 0.2], [0.5, 0.2]], [.fibreGap, .powerGap], weights: [1, 1], method: .pareto)
    #expect((0..<2).map { ranking.score(ofVillage: $0).count } == [10_000, 10_000])
    let nothing = try RankingScene.ranking([[0], [0]], [.fibreGap], weights: [1], method: .pareto)
    #expect((0..<2).map { nothing.score(ofVillage: $0).count } == [0, 0])
  }
}
