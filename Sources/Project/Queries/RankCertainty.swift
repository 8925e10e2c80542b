import Coverage

/// How sure the ranks of villages are while the weights of the criteria vary within their bounds.
public struct RankCertainty: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    /// How many draws of the weights; `RankIntervals.leastDraws` at least.
    public var draws = RankIntervals.leastDraws
    /// The seed of the draws.
    public var seed = RankIntervals.defaultSeed
    /// Whether the best and worst ranks are to be proven and not drawn.
    public var isExact = false
    /// Among how many of the first a village must stay to be marked.
    public var top: Int
    /// Of more villages than this nothing is told.
    public var greatestCount = Int.max

    /// A question about the first `top` villages.
    public init(top: Int) { self.top = top }

    /// - Throws: `RankingError` for too few draws, and for exact bounds of what has none.
    func answer(_ ranking: Ranking, threads: Int) async throws -> RankCertainty? {
      if ranking.count > greatestCount { return nil }
      if isExact {
        return RankCertainty(bounds: .exact(try await ExactRankBounds(ranking, threads: threads)), top: top)
      }
      let intervals = try await RankIntervals(ranking, draws: draws, seed: seed, threads: threads)
      return RankCertainty(bounds: .drawn(intervals), top: top)
    }
  }

  /// Where the ranks lie.
  public enum Bounds: Sendable {
    /// Between the best and the worst of many draws.
    case drawn(RankIntervals)
    /// Between bounds that no weights surpass.
    case exact(ExactRankBounds)
  }

  /// Where the ranks lie.
  public let bounds: Bounds
  /// Among how many of the first a village must stay to be marked.
  public let top: Int

  /// The best and the worst rank of a village.
  public func interval(ofVillage village: Int) -> ClosedRange<Int> {
    switch bounds {
    case .drawn(let intervals): intervals.interval(ofVillage: village)
    case .exact(let bounds): bounds.interval(ofVillage: village)
    }
  }

  /// Whether a village stays among the first in all draws, or for exact bounds under all weights.
  public func isAlwaysTop(village: Int) -> Bool {
    switch bounds {
    case .drawn(let intervals): intervals.staysAmongFirst(top, village: village)
    case .exact(let bounds): bounds.staysAmongFirst(top, village: village)
    }
  }

  /// Whether some weights give the best rank of a village and some the worst; not known of draws.
  public func isExact(village: Int) -> Bool {
    switch bounds {
    case .drawn: false
    case .exact(let bounds): bounds.isExact(village: village)
    }
  }

  /// What JSON says of it, as names and JSON texts; `count` villages.
  func members(_ count: Int) -> [(name: String, json: String)] {
    switch bounds {
    case .drawn(let intervals):
      [("draws", "\(intervals.draws)"), ("seed", "\(intervals.seed)"), ("top", "\(top)")]
    case .exact(let bounds):
      [("exact_bounds", "\(count - bounds.openCount)"), ("open_bounds", "\(bounds.openCount)"), ("top", "\(top)")]
    }
  }
}
