/// The location set covering problem: fewest sites, or least cost, so that all points are covered.
///
///     let cover = try LocationSetCovering(objective: .leastCost).solve(instance)
///     print(cover.sites.count, cover.cost, cover.lowerBound, cover.gap)
///
/// C. Toregas, R. Swain, C. ReVelle and L. Bergman, *The location of emergency service facilities*, Operations Research 19,
/// 1971. Solved by reductions, components, Lagrangian bounds, local search, sweeps and branch and bound. The work is limited by
/// a count, not by the clock: the same instance and seed give the same sites on every machine and any number of threads.
public struct LocationSetCovering: Sendable {
  /// What is minimised.
  public enum Objective: String, Sendable, CaseIterable {
    /// The number of sites built.
    case fewestSites
    /// The sum of their costs.
    case leastCost
  }

  /// What is minimised.
  public var objective: Objective
  /// Of the random choices of the local search.
  public var seed: UInt64 = 1
  /// How many entries of the lists of covered points may be looked at.
  public var workLimit = 900_000_000

  /// A solver with the usual limits.
  public init(objective: Objective = .leastCost) { self.objective = objective }

  /// Solves an instance; capacities are not looked at here.
  ///
  /// When the task is cancelled the best sites so far are returned; they cover all points, and the bound holds.
  public func solve(_ instance: CoverInstance) -> LocationSetCover {
    let costs = objective == .leastCost ? instance.sites.map(\.cost) : instance.sites.map { _ in 1 }
    var chosen: [Int] = []
    for site in costs.indices where instance.isOffered(site) {
      if costs[site] == 0 || instance.sites[site].conditions.contains(.required) { chosen.append(site) }
    }
    let fixed = Set(chosen)
    let isCovered = instance.coverage(by: chosen)
    let isOpen = costs.indices.map { instance.isOffered($0) && !fixed.contains($0) }
    var core = CoverCore(instance, isCovered: isCovered, isOpen: isOpen)
    core.costs = core.sites.map { costs[Int($0)] }
    let fixedCost = chosen.reduce(0) { $0 + costs[$1] }
    var tree = SetCoverTree(costs: costs, seed: seed, workLimit: workLimit)
    let outcome = tree.solve(core, cutoff: .infinity, isRoot: true)
    chosen = withoutRedundant(chosen + (outcome.sites ?? []).map(Int.init), of: instance, costs: costs)
    let cost = chosen.reduce(0) { $0 + costs[$1] }
    let isReachable = instance.coverage(by: costs.indices.filter(instance.isOffered))
    let bound = min(cost, outcome.bound + fixedCost)
    return LocationSetCover(
      sites: chosen, uncoverablePoints: isReachable.indices.filter { !isReachable[$0] }, cost: cost,
      lowerBound: cost - bound <= CostGrain.tolerance(cost) ? cost : bound, wasCancelled: tree.meter.isCancelled)
  }

  /// The sites, ascending, without those that are not required and whose points others cover; the dearest go first.
  private func withoutRedundant(_ chosen: [Int], of instance: CoverInstance, costs: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: instance.pointCount)
    let existing = instance.sites.indices.filter { instance.sites[$0].conditions.contains(.existing) }
    for site in chosen + existing {
      for point in instance.covered[site] { counts[Int(point)] += 1 }
    }
    var kept: [Int] = []
    for site in chosen.sorted(by: { costs[$0] != costs[$1] ? costs[$0] > costs[$1] : $0 > $1 }) {
      if !instance.sites[site].conditions.contains(.required),
        instance.covered[site].allSatisfy({ counts[Int($0)] > 1 })
      {
        for point in instance.covered[site] { counts[Int(point)] -= 1 }
      } else {
        kept.append(site)
      }
    }
    return kept.sorted()
  }
}
