import Randomness

/// Finds a tree of great value in a prize-collecting instance, and an upper bound on the greatest.
///
///     let result = PrizeSolver().solve(instance)
///     print(result.value, result.upperBound, result.gap)
///
/// Blocks of the graph are solved one by one. Dual ascent bounds the value, decides for many vertices and edges by reduced costs, and shows where to grow a tree;
/// local search improves it from many starts; branch and bound decides for the other vertices one by one, and leaves what
/// is decided altogether to `SteinerSolver`. Work is limited by counts, so that the same seed gives the same tree.
public struct PrizeSolver: Sendable {
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many vertices and edges may be looked at.
  public var workLimit = 2_000_000_000
  /// When to stop at the latest.
  public var timeLimit: Duration?

  /// Whether the search is cancelled; asked often.
  var isCancelled: @Sendable () -> Bool = { Task.isCancelled }

  /// A solver with the usual limits.
  public init() {}

  /// Solves an instance.
  public func solve(_ instance: PrizeInstance) -> PrizeResult {
    var limit = SearchLimit(work: workLimit, time: timeLimit)
    limit.isCancelled = isCancelled
    var forest = PrizeForest(instance, generator: SeededGenerator(seed: seed), limit: limit)
    return forest.solve()
  }
}
