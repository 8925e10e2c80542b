import Randomness

/// Finds a cheap tree that connects the terminals of an instance, and a lower bound on the cheapest.
///
///     let result = SteinerSolver().solve(instance)
///     print(result.cost, result.lowerBound, result.gap)
///
/// Blocks of the graph are solved one by one. Reductions first; then trees from many starts; then branch and bound and more starts by turns, until the tree is proven
/// cheapest or a limit is reached. The work is limited by counts of what was looked at, not by the clock, so that
/// the same seed gives the same tree on every machine; a time limit is only there to stop what takes too long.
public struct SteinerSolver: Sendable {
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many arcs a dual ascent could look at in the time that may be taken; some hundred million a second.
  public var workLimit = 4_000_000_000
  /// When to stop at the latest.
  public var timeLimit: Duration?

  /// Whether the search is cancelled; asked often.
  var isCancelled: @Sendable () -> Bool = { Task.isCancelled }

  /// A solver with the usual limits.
  public init() {}

  /// Solves an instance. The tree is checked by nobody here; `SteinerTree.check(against:)` does.
  public func solve(_ instance: SteinerInstance) -> SteinerResult {
    var limit = SearchLimit(work: workLimit, time: timeLimit)
    limit.isCancelled = isCancelled
    return solve(instance, limit: limit)
  }

  func solve(_ instance: SteinerInstance, limit: SearchLimit) -> SteinerResult {
    var forest = SteinerForest(instance, generator: SeededGenerator(seed: seed), limit: limit)
    return forest.solve()
  }
}
