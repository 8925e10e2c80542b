import Geospatial

/// The best and the worst rank that each village can have while every weight varies within its bounds, proven.
///
/// Of two villages, which one is above is the sign of a linear form of the weights, and dividing by the sum of the weights
/// does not change it; so the box of the bounds is all there is to search. Its corners do not suffice, for ranks count
/// many forms at once: ``RankSearch`` finds the least count by branch and bound. This is extreme ranking analysis (M.
/// Kadziński, S. Greco, R. Słowiński, *Extreme ranking analysis in robust ordinal regression*, Omega 40, 2012), where the
/// same count is a mixed-integer program.
///
/// What was found is attained by some weights, what is proven no weights surpass. Where the two are the same, the bound is
/// exact; where the effort did not suffice, both are told. Scores are compared exactly, not as they are printed, and
/// equal ones stand by people, then code. The rank of the ranking itself, which goes by the printed score, counts as
/// attained.
public struct ExactRankBounds: Sendable, Hashable {
  /// One end of a village's ranks.
  public struct Bound: Sendable, Hashable {
    /// The rank that some weights give.
    public var attained: Int
    /// The rank that no weights surpass.
    public var proven: Int
    /// Whether the bound is exact.
    public var isExact: Bool { attained == proven }
  }

  /// The greatest number of villages.
  public static let greatestCount = 10_000
  /// How much may be done in all unless told otherwise, in **linear forms looked at**.
  public static let defaultEffort = 4_000_000_000

  private var best: [Bound]
  private var worst: [Bound]

  /// Searches the ranks of all villages on `threads` threads; the result does not depend on their number.
  ///
  /// At first every search may do the same small amount. What is then left of `effort`, in **linear forms looked at**, is
  /// shared out among those that did not come to an end, as long as it at least doubles what they may do.
  ///
  /// - Throws: ``RankingError`` for a method other than the weighted sum, more than ``greatestCount`` villages, or when all
  ///   weights may be 0 at once.
  public init(_ ranking: Ranking, effort: Int = defaultEffort, threads: Int) async throws {
    guard ranking.settings.method == .weightedSum else {
      throw RankingError.noExactBounds(ranking.settings.method)
    }
    guard ranking.count <= ExactRankBounds.greatestCount else {
      throw RankingError.tooManyVillages(ranking.count, greatest: ExactRankBounds.greatestCount)
    }
    let box = try WeightBox(ranking.criteria.criteria, ranking.settings)
    let drawn = try await DrawnRanks.draw(
      ranking, box: box, draws: RankIntervals.leastDraws, seed: RankIntervals.defaultSeed, threads: threads)
    let search = ExactRankSearch(ranking, box, drawn)
    let answers = try await search.answers(effort: effort, threads: threads)
    let count = ranking.count
    let empty = [Bound](repeating: Bound(attained: 0, proven: 0), count: count)
    (best, worst) = (empty, empty)
    for (place, village) in ranking.tieOrder.enumerated() {
      let (first, last) = (answers[2 * place], answers[2 * place + 1])
      let rank = Int(ranking.ranks[Int(village)])
      best[Int(village)] = Bound(
        attained: min(first.attained + 1, rank), proven: min(first.proven + 1, rank))
      worst[Int(village)] = Bound(attained: max(count - last.attained, rank), proven: max(count - last.proven, rank))
    }
  }

  /// The best rank of a village; no rank is better than what is proven.
  public func best(ofVillage village: Int) -> Bound { best[village] }

  /// The worst rank of a village; no rank is worse than what is proven.
  public func worst(ofVillage village: Int) -> Bound { worst[village] }

  /// From the best to the worst rank of a village that no weights surpass.
  public func interval(ofVillage village: Int) -> ClosedRange<Int> { best[village].proven...worst[village].proven }

  /// Whether both bounds of a village are exact.
  public func isExact(village: Int) -> Bool { best[village].isExact && worst[village].isExact }

  /// How many villages have a bound that is not exact.
  public var openCount: Int { best.indices.count { !isExact(village: $0) } }

  /// Whether a village is among the first `count` under all weights and in the ranking itself; false where that is not
  /// proven.
  public func staysAmongFirst(_ count: Int, village: Int) -> Bool { worst[village].proven <= count }
}
