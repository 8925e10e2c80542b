/// The maximal covering location problem: the most people for a budget, or for a number of sites.
///
///     let cover = try MaximalCovering(limit: .budget(120e9)).solve(instance)
///     print(cover.sites.count, cover.benefit, cover.upperBound, cover.gap)
///
/// R. Church and C. ReVelle, *The maximal covering location problem*, Papers of the Regional Science Association 32, 1974.
/// Solved by reductions, a Lagrangian bound with violated inequalities added to it, greedy and exchange heuristics, sweeps of
/// what the bound leaves open, neighbourhoods solved exactly, and branch and bound. The work is limited by a count, not by the
/// clock: the same instance gives the same sites on every machine and any number of threads.
public struct MaximalCovering: Sendable {
  /// What may be built.
  public enum Limit: Sendable, Equatable {
    /// So many sites, required ones included, existing ones not.
    case sites(Int)
    /// Sites for so much money, in the currency of the instance.
    case budget(Double)
  }

  /// What may be built.
  public var limit: Limit
  /// How many entries of the lists of covered points may be looked at.
  public var workLimit = 800_000_000

  /// A solver with the usual limits.
  public init(limit: Limit) { self.limit = limit }

  /// Solves an instance; capacities are not looked at here.
  ///
  /// Throws when the limit is no number or below zero, or when the required sites alone exceed it. When the task is cancelled
  /// the best sites so far are returned, and the bound holds.
  public func solve(_ instance: CoverInstance) throws(SitingError) -> MaximalCover {
    let budget: Double
    let costs: [Double]
    switch limit {
    case .sites(let count):
      guard count >= 0 else { throw .unusableSiteCount(count) }
      budget = Double(count)
      costs = instance.sites.map { _ in 1 }
    case .budget(let money):
      guard money >= 0, money.isFinite else { throw .unusableBudget(money) }
      budget = money
      costs = instance.sites.map(\.cost)
    }
    let required = costs.indices.filter { instance.sites[$0].conditions.contains(.required) && instance.isOffered($0) }
    let requiredCost = required.reduce(0) { $0 + costs[$1] }
    guard requiredCost <= budget + CostGrain.tolerance(budget) else {
      throw .requiredSitesExceedLimit(cost: requiredCost, limit: budget)
    }
    var chosen = required
    let isRequired = Set(required)
    for site in costs.indices where costs[site] == 0 && instance.isOffered(site) && !isRequired.contains(site) {
      chosen.append(site)
    }
    let fixed = Set(chosen)
    let isOpen = costs.indices.map { instance.isOffered($0) && !fixed.contains($0) && costs[$0] <= budget }
    var core = CoverCore(instance, isCovered: instance.coverage(by: chosen), isOpen: isOpen)
    core.costs = core.sites.map { costs[Int($0)] }
    var tree = MaximalCoverTree(weights: instance.weights, workLimit: workLimit)
    let outcome = tree.solve(core, budget: max(0, budget - requiredCost), floor: -1, effort: .root)
    let base = instance.benefit(of: chosen)
    chosen += (outcome.sites ?? []).map(Int.init)
    // A free site that adds nothing is not built.
    var counts = [Int](repeating: 0, count: instance.pointCount)
    for site in chosen + costs.indices.filter({ instance.sites[$0].conditions.contains(.existing) }) {
      for point in instance.covered[site] { counts[Int(point)] += 1 }
    }
    let sites = chosen.sorted().filter { site in
      if isRequired.contains(site) { return true }
      guard instance.covered[site].allSatisfy({ counts[Int($0)] > 1 || instance.weights[Int($0)] == 0 }) else {
        return true
      }
      for point in instance.covered[site] { counts[Int(point)] -= 1 }
      return false
    }
    let benefit = instance.benefit(of: sites)
    let bound = max(benefit, base + outcome.bound)
    return MaximalCover(
      sites: sites, cost: sites.reduce(0) { $0 + costs[$1] }, benefit: benefit,
      upperBound: bound - benefit <= CostGrain.tolerance(benefit) ? benefit : bound,
      wasCancelled: tree.meter.isCancelled)
  }
}
