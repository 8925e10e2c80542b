/// How sure the ranks are: between which ranks each village stays while the weights vary within their bounds.
///
/// ```swift
/// let intervals = try await RankIntervals(ranking, threads: 2)
/// let interval = intervals.interval(ofVillage: village)
/// print("rank \(ranking.rank(ofVillage: village)) (\(interval.lowerBound)-\(interval.upperBound))")
/// ```
///
/// Weights are drawn uniformly within their bounds, each apart from the others: rank intervals by stochastic sampling as in
/// SMAA (R. Lahdelma, J. Hokkanen, P. Salminen, *SMAA - Stochastic multiobjective acceptability analysis*, European Journal of
/// Operational Research 106, 1998). What draws find is attained, but other weights within the bounds may go further:
/// ``ExactRankBounds`` has the last word. The rank of the ranking itself always lies in the interval.
///
/// The Pareto ranking asks only which weights are above 0, so there every village keeps its rank.
public struct RankIntervals: Sendable, Hashable {
  /// The least number of draws.
  public static let leastDraws = 1000
  /// The seed unless another is given.
  public static let defaultSeed: UInt64 = 6786

  /// How many times the weights were drawn.
  public let draws: Int
  /// The seed they were drawn with.
  public let seed: UInt64
  /// The best rank of each village, from 1.
  public let best: [UInt32]
  /// The worst rank of each village, from 1.
  public let worst: [UInt32]

  /// Draws the weights of a ranking `draws` times and ranks the villages each time, on `threads` threads; the result does
  /// not depend on their number. O(draws x villages x criteria).
  ///
  /// - Throws: ``RankingError`` when draws are too few, or when all weights may be 0 at once.
  public init(
    _ ranking: Ranking, draws: Int = leastDraws, seed: UInt64 = defaultSeed, threads: Int
  ) async throws {
    guard draws >= RankIntervals.leastDraws else {
      throw RankingError.tooFewDraws(draws, least: RankIntervals.leastDraws)
    }
    (self.draws, self.seed) = (draws, seed)
    let box = try WeightBox(ranking.criteria.criteria, ranking.settings)
    if ranking.settings.method == .pareto {
      (best, worst) = (ranking.ranks, ranking.ranks)
      return
    }
    let drawn = try await DrawnRanks.draw(ranking, box: box, draws: draws, seed: seed, threads: threads)
    best = zip(drawn.best, ranking.ranks).map { min($0, $1) }
    worst = zip(drawn.worst, ranking.ranks).map { max($0, $1) }
  }

  /// From the best to the worst rank of a village.
  public func interval(ofVillage village: Int) -> ClosedRange<Int> { Int(best[village])...Int(worst[village]) }

  /// Whether a village is among the first `count` under all draws and in the ranking itself.
  public func staysAmongFirst(_ count: Int, village: Int) -> Bool { worst[village] <= count }
}
