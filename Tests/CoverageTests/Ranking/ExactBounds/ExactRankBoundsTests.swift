import Testing

@testable import Coverage

@Suite struct ExactRankBoundsTests {
  private static let criteria: [Criterion] = [.fibreGap, .signalGap, .powerGap, .poverty, .borderCommune]

  private func rows(_ count: Int, width: Int, steps: Int, seed: UInt64) -> [[Int]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in (0..<width).map { _ in Int.random(in: 0...steps, using: &random) } }
  }

  private func ranking(_ rows: [[Int]], steps: Int, lower: [Int], upper: [Int]) throws -> Ranking {
    let bounds = zip(lower, upper).map { Double($0)...Double($1) }
    return try RankingScene.ranking(
      rows.map { $0.map { Double($0) / Double(steps) } }, Array(Self.criteria.prefix(lower.count)),
      weights: bounds.map { ($0.lowerBound + $0.upperBound) / 2 }, bounds: bounds)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64], [10, 100])
  func `bounds of three criteria are those of every cell of the weights`(seed: UInt64, steps: Int) async throws {
    let rows = rows(8, width: 3, steps: steps, seed: seed)
    let (lower, upper) = ([2, 1, 3], [9, 6, 8])
    let ranking = try ranking(rows, steps: steps, lower: lower, upper: upper)
    let bounds = try await ExactRankBounds(ranking, threads: 2)
    let plain = PlainRankExtremes(rows: rows, lower: lower, upper: upper)
    for village in rows.indices {
      let (cells, rank) = (plain.ranks(of: village), ranking.rank(ofVillage: village))
      let (best, worst) = (bounds.best(ofVillage: village), bounds.worst(ofVillage: village))
      #expect(best.proven <= min(cells.lowerBound, rank) && min(cells.lowerBound, rank) <= best.attained)
      #expect(worst.attained <= max(cells.upperBound, rank) && max(cells.upperBound, rank) <= worst.proven)
      #expect(bounds.isExact(village: village))
    }
    #expect(bounds.openCount == 0)
  }

  /// Of 0.6 x + 0.2 y, 0.2 x + 0.6 y and 0.45 x + 0.45 y the third is first where y / x is from 0.6 to 1 / 0.6. At the corners
  /// of the box y / x is 2, 5, 2 / 9 and 5 / 9, and there it is second.
  @Test func `the best rank may lie where no corner shows it`() async throws {
    let ranking = try RankingScene.ranking(
      [[0.6, 0.2], [0.2, 0.6], [0.45, 0.45]], [.fibreGap, .powerGap], weights: [9, 2], bounds: [1...9, 2...5])
    let bounds = try await ExactRankBounds(ranking, threads: 2)
    #expect((0..<3).map { bounds.interval(ofVillage: $0) } == [1...3, 1...3, 1...2])
    #expect(bounds.openCount == 0)
    #expect(bounds.staysAmongFirst(2, village: 2) && !bounds.staysAmongFirst(2, village: 0))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [3, 5])
  func `no drawn rank lies outside, and what is attained lies inside`(seed: UInt64, width: Int) async throws {
    let rows = rows(40, width: width, steps: 50, seed: seed)
    let ranking = try ranking(
      rows, steps: 50, lower: Array([1, 2, 1, 3, 2].prefix(width)), upper: Array([9, 12, 7, 9, 20].prefix(width)))
    let bounds = try await ExactRankBounds(ranking, effort: 3_000_000, threads: 2)
    // Other draws than those that the search starts from.
    let intervals = try await RankIntervals(ranking, draws: 5000, seed: seed + 77, threads: 2)
    for village in rows.indices {
      let (drawn, proven) = (intervals.interval(ofVillage: village), bounds.interval(ofVillage: village))
      #expect(proven.lowerBound <= drawn.lowerBound && drawn.upperBound <= proven.upperBound)
      #expect(bounds.best(ofVillage: village).attained >= proven.lowerBound)
      #expect(bounds.worst(ofVillage: village).attained <= proven.upperBound)
      #expect(proven.contains(ranking.rank(ofVillage: village)))
    }
  }

  @Test(arguments: [0, 1, 5000, 300_000])
  func `little effort leaves bounds open but never wrong`(effort: Int) async throws {
    let rows = rows(40, width: 4, steps: 30, seed: 8)
    let ranking = try ranking(rows, steps: 30, lower: [1, 1, 1, 1], upper: [9, 9, 9, 9])
    let (short, long) = (
      try await ExactRankBounds(ranking, effort: effort, threads: 2),
      try await ExactRankBounds(ranking, effort: 20_000_000, threads: 2)
    )
    for village in rows.indices {
      let (open, known) = (short.best(ofVillage: village), long.best(ofVillage: village))
      #expect(open.proven <= known.proven && known.attained <= open.attained)
      let (last, known2) = (short.worst(ofVillage: village), long.worst(ofVillage: village))
      #expect(last.proven >= known2.proven && known2.attained >= last.attained)
    }
    #expect(short.openCount >= long.openCount)
  }

  @Test func `bounds do not depend on the number of threads`() async throws {
    let ranking = try ranking(
      rows(50, width: 4, steps: 20, seed: 3), steps: 20, lower: [1, 2, 3, 4], upper: [9, 9, 9, 9])
    let one = try await ExactRankBounds(ranking, effort: 3_000_000, threads: 1)
    for threads in [2, 5] {
      #expect(try await ExactRankBounds(ranking, effort: 3_000_000, threads: threads) == one)
    }
  }

  @Test func `weights that do not vary leave the exact order`() async throws {
    let rows = rows(30, width: 3, steps: 1000, seed: 6)
    let ranking = try ranking(rows, steps: 1000, lower: [3, 1, 2], upper: [3, 1, 2])
    let bounds = try await ExactRankBounds(ranking, threads: 2)
    let sums = rows.map { 3 * $0[0] + $0[1] + 2 * $0[2] }
    for village in rows.indices {
      let rank = 1 + sums.indices.count { sums[$0] > sums[village] || sums[$0] == sums[village] && $0 < village }
      #expect(bounds.interval(ofVillage: village).contains(rank))
      #expect(bounds.isExact(village: village))
    }
  }

  @Test func `other methods and too many villages are refused`() async throws {
    for method in [RankingMethod.topsis, .pareto] {
      let ranking = try RankingScene.ranking([[1], [0.5]], [.fibreGap], weights: [1], method: method)
      await #expect(throws: RankingError.noExactBounds(method)) { try await ExactRankBounds(ranking, threads: 1) }
    }
    let many = try RankingScene.ranking(
      [[Double]](repeating: [0.5], count: 10_001), [.fibreGap], weights: [1])
    await #expect(throws: RankingError.tooManyVillages(10_001, greatest: 10_000)) {
      try await ExactRankBounds(many, threads: 1)
    }
  }
}
