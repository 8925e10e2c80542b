import Testing

@testable import Coverage

@Suite struct RankIntervalsTests {
  private func ranking(
    _ count: Int, seed: UInt64, method: RankingMethod = .weightedSum, variation: Double = 40
  ) throws -> Ranking {
    var settings = RankingSettings()
    (settings.method, settings.variationPercent) = (method, variation)
    return try Ranking(RankingScene.inputs(RankingScene.villages(count, seed: seed)), settings: settings)
  }

  @Test(arguments: RankingMethod.allCases)
  func `intervals do not depend on the number of threads`(method: RankingMethod) async throws {
    let ranking = try ranking(80, seed: 9, method: method)
    let one = try await RankIntervals(ranking, seed: 42, threads: 1)
    for threads in [2, 3, 16] {
      #expect(try await RankIntervals(ranking, seed: 42, threads: threads) == one)
    }
    let other = try await RankIntervals(ranking, seed: 43, threads: 2)
    #expect((other.best == one.best && other.worst == one.worst) == (method == .pareto))
  }

  @Test(arguments: RankingMethod.allCases, [1, 2] as [UInt64])
  func `the rank lies in its interval`(method: RankingMethod, seed: UInt64) async throws {
    let ranking = try ranking(150, seed: seed, method: method)
    let intervals = try await RankIntervals(ranking, seed: seed, threads: 2)
    for village in 0..<150 {
      #expect(intervals.interval(ofVillage: village).contains(ranking.rank(ofVillage: village)))
    }
    let areWide = (0..<150).contains { intervals.interval(ofVillage: $0).count > 1 }
    #expect(areWide == (method != .pareto))
  }

  /// The definition: rank by the exact sum under each draw of the weights, one draw after the other.
  @Test(arguments: [1, 2] as [UInt64])
  func `intervals are from the best to the worst of the ranks under all draws`(seed: UInt64) async throws {
    let ranking = try ranking(40, seed: seed)
    let intervals = try await RankIntervals(ranking, draws: 1200, seed: seed, threads: 2)
    let box = try WeightBox(ranking.criteria.criteria, ranking.settings)
    var (best, worst) = (ranking.ranks, ranking.ranks)
    var weights = [Double](repeating: 0, count: box.lower.count)
    for draw in 0..<1200 {
      box.draw(draw, seed: seed, into: &weights)
      let sums = (0..<40).map { village in
        zip(ranking.criteria.columns, weights).reduce(Int64(0)) { $0 + Int64($1.0[village]) * Int64($1.1) }
      }
      for (place, village) in ranking.tieOrder.enumerated() {
        let above = ranking.tieOrder.enumerated().count { other in
          let (own, rival) = (sums[Int(village)], sums[Int(other.element)])
          return rival > own || rival == own && other.offset < place
        }
        best[Int(village)] = min(best[Int(village)], UInt32(above + 1))
        worst[Int(village)] = max(worst[Int(village)], UInt32(above + 1))
      }
    }
    #expect(intervals.best == best)
    #expect(intervals.worst == worst)
  }

  @Test(arguments: [RankingMethod.weightedSum, .topsis])
  func `weights that do not vary leave every rank as it is`(method: RankingMethod) async throws {
    // Far enough apart that no two scores print alike.
    let rows = (0..<20).map { [Double($0) / 20, Double(19 - $0) / 400] }
    let ranking = try RankingScene.ranking(
      rows, [.fibreGap, .powerGap], weights: [3, 1], bounds: [3...3, 1...1], method: method)
    let intervals = try await RankIntervals(ranking, threads: 2)
    #expect(intervals.best == ranking.ranks)
    #expect(intervals.worst == ranking.ranks)
  }

  /// The first is worst off in both ways; the second and third change places as the weights do; the fourth has nothing.
  @Test func `villages that stay among the first are told`() async throws {
    let ranking = try RankingScene.ranking(
      [[0.9, 0.9], [0.5, 0.2], [0.2, 0.5], [0, 0]], [.fibreGap, .powerGap], weights: [5, 5], bounds: [1...9, 1...9])
    let intervals = try await RankIntervals(ranking, threads: 2)
    #expect((0..<4).map { intervals.interval(ofVillage: $0) } == [1...1, 2...3, 2...3, 4...4])
    #expect(
      (1...4).map { top in (0..<4).filter { intervals.staysAmongFirst(top, village: $0) } }
        == [[0], [0], [0, 1, 2], [0, 1, 2, 3]])
  }

  @Test func `too few draws and bounds around nothing are refused`() async throws {
    let ranking = try ranking(10, seed: 1)
    await #expect(throws: RankingError.tooFewDraws(999, least: 1000)) {
      try await RankIntervals(ranking, draws: 999, threads: 1)
    }
    let loose = try RankingScene.ranking([[1], [0.5]], [.fibreGap], weights: [1], bounds: [0...2])
    await #expect(throws: RankingError.boundsHoldZero) { try await RankIntervals(loose, threads: 1) }
  }
}
