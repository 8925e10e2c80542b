import Randomness

/// Finds a cheap tree that connects the terminals of an instance, and a lower bound on the cheapest.
///
///     let result = SteinerSolver().solve(instance)
///     print(result.cost, result.lowerBound, result.gap)
///
/// The work is limited by counts of vertices and edges looked at, not by the clock, so that the same seed gives the same
/// tree on every machine; a time limit is only there to stop what takes too long.
public struct SteinerSolver: Sendable {
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many vertices and edges may be looked at.
  public var workLimit = 1_000_000_000
  /// When to stop at the latest.
  public var timeLimit: Duration?

  /// A solver with the usual limits.
  public init() {}

  /// Solves an instance. The tree is checked by nobody here; `SteinerTree.check(against:)` does.
  public func solve(_ instance: SteinerInstance) -> SteinerResult {
    let deadline = timeLimit.map { ContinuousClock.now + $0 }
    var multistart = Multistart(instance: instance, generator: SeededGenerator(seed: seed))
    var bound = 0
    var ascent = DualAscent(instance: instance)
    for terminal in instance.terminals.prefix(8) {
      ascent.ascend(instance, root: terminal)
      bound = max(bound, ascent.bound)
    }
    var count = 0
    while multistart.work < workLimit, deadline.map({ ContinuousClock.now < $0 }) ?? true {
      multistart.start(instance)
      multistart.combine(instance)
      count += 1
      if multistart.bestCost == bound { break }
    }
    let edges = multistart.pool.first?.edges ?? []
    return SteinerResult(tree: SteinerTree(edges: edges, in: instance.graph), lowerBound: bound)
  }
}
