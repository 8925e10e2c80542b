import Coverage
import Testing

@Suite struct ResultComparisonTests {
  @Test func `two equal results differ in nothing`() async throws {
    let villages = [ResultScene.Village(code: "1"), .init(code: "2", statuses: [.unserved, .unknown, .served])]
    let (old, new) = (
      try await ResultScene.assessed(villages), try await ResultScene.assessed(villages.reversed())
    )
    let comparison = ResultComparison(old: old, new: new, oldRanks: [1, 2], newRanks: [2, 1])
    #expect(comparison.isEmpty)
    #expect(comparison.common == 2)
  }

  @Test func `villages gained, lost, changed and moved are told apart`() async throws {
    let old = try await ResultScene.assessed([
      .init(code: "1"), .init(code: "2", statuses: [.unserved, .unserved, .served]), .init(code: "3"),
      .init(code: "4"), .init(code: "10"), .init(code: "9"),
    ])
    let new = try await ResultScene.assessed([
      .init(code: "2", statuses: [.served, .unserved, .unknown]), .init(code: "9"), .init(code: "4"),
      .init(code: "3"), .init(code: "11"),
    ])
    let comparison = ResultComparison(old: old, new: new, oldRanks: [1, 2, 3, 4, 6, 5], newRanks: [2, 1, 4, 5, 3])
    #expect(comparison.changes.map(\.code) == ["11", "1", "10", "2", "9", "3"])
    #expect(comparison.changes.map(\.kind) == [.gained, .lost, .lost, .status, .moved, .moved])
    #expect(comparison.changes.map(\.rise) == [nil, nil, nil, 0, 4, -2])
    #expect(comparison.common == 4)
    let changed = comparison.changes[3]
    #expect(
      changed.statuses == [
        .init(service: .fibre, old: .unserved, new: .served), .init(service: .power, old: .served, new: .unknown),
      ])
    #expect(comparison.count(of: .fibre, from: .unserved, to: .served) == 1)
    #expect(comparison.count(of: .signal, from: .unserved, to: .served) == 0)
    #expect(comparison.count(of: .lost) == 2)
    #expect(!comparison.isEmpty)
  }

  @Test func `without ranks nothing moves`() async throws {
    let old = try await ResultScene.assessed([.init(code: "1"), .init(code: "2")])
    let comparison = ResultComparison(old: old, new: old, oldRanks: nil, newRanks: [1, 2])
    #expect(comparison.isEmpty)
  }
}
