/// The covering problems for sites that serve only so many people: choices by heuristics, with a proven bound.
///
/// The weights of the instance must be people; those of a point may be served from several sites
/// (``CapacityAssignment``). Greedy choices after several measures are freed of what is not needed; the bounds are those of
/// ``LocationSetCovering`` and ``MaximalCovering``, which know no capacity, or the Lagrangian one, whichever is better.
public struct CapacitatedCovering: Sendable {
  /// How many entries may be looked at.
  public var workLimit = 1_000_000_000
  /// How many rounds of prices the bound gets.
  public var boundSteps = 200

  /// A solver with the usual limits.
  public init() {}

  /// The cheapest sites that serve as many people as all sites together could.
  ///
  /// The points of which people are left out even so are listed as uncoverable.
  public func leastCost(_ instance: CoverInstance) -> LocationSetCover {
    var meter = WorkMeter(limit: workLimit)
    let costs = instance.sites.map(\.cost)
    let offered = instance.sites.indices.filter(instance.isOffered)
    var all = CapacityAssignment(instance)
    for site in offered { all.open(site) }
    let fixed = fixedSites(of: instance, costs: costs)
    let rest = offered.filter { !fixed.contains($0) }
    var bound = CapacityBound(instance, costs: costs, offered: rest, free: fixed + existing(instance))
    let fixedCost = fixed.reduce(0) { $0 + costs[$1] }
    let target = all.served
    let slack = 1e-7 * max(1, target)
    var lower = fixedCost + bound.money(people: target - slack, steps: boundSteps, &meter)
    if all.unservedPeople.allSatisfy({ $0 <= 1e-9 * max(1, target) }), !instance.weights.contains(0) {
      // Everybody is served, so every point is covered.
      lower = max(lower, LocationSetCovering().solved(instance, workLimit: meter.left / 2).lowerBound)
    }
    var best: [Int]?
    for measure in measures(bound.worths, instance) {
      var sites = greedy(instance, costs: costs, fixed: fixed, budget: .infinity, people: target - slack, measure)
      sites = withoutRedundant(sites, of: instance, costs: costs, people: target - slack, &meter)
      if best.map({ instance.cost(of: sites) < instance.cost(of: $0) }) ?? true { best = sites }
    }
    let sites = best ?? offered
    let cost = instance.cost(of: sites)
    return LocationSetCover(
      sites: sites, uncoverablePoints: all.unservedPeople.indices.filter { all.unservedPeople[$0] > 1e-9 }, cost: cost,
      lowerBound: cost - lower <= CostGrain.tolerance(cost) ? cost : min(cost, lower), wasCancelled: meter.isCancelled)
  }

  /// The sites within a limit that serve the most people. Throws as ``MaximalCovering/solve(_:)`` does.
  public func mostPeople(_ instance: CoverInstance, limit: MaximalCovering.Limit) throws(SitingError) -> MaximalCover {
    var meter = WorkMeter(limit: workLimit)
    var unlimited = MaximalCovering(limit: limit)
    unlimited.workLimit = workLimit / 2
    let simple = try unlimited.solve(instance)
    let costs: [Double]
    let budget: Double
    switch limit {
    case .sites(let count): (costs, budget) = (instance.sites.map { _ in 1 }, Double(count))
    case .budget(let money): (costs, budget) = (instance.sites.map(\.cost), money)
    }
    let fixed = fixedSites(of: instance, costs: costs)
    let rest = instance.sites.indices.filter { instance.isOffered($0) && !fixed.contains($0) && costs[$0] <= budget }
    var bound = CapacityBound(instance, costs: costs, offered: rest, free: fixed + existing(instance))
    let left = max(0, budget - fixed.reduce(0) { $0 + costs[$1] })
    let upper = min(simple.upperBound, bound.people(budget: left, steps: boundSteps, &meter))
    var best = simple.sites
    var served = Self.served(instance, by: best)
    for measure in measures(bound.worths, instance) {
      let sites = greedy(instance, costs: costs, fixed: fixed, budget: budget, people: .infinity, measure)
      let people = Self.served(instance, by: sites)
      if people > served { (best, served) = (sites, people) }
    }
    return MaximalCover(
      sites: best, cost: best.reduce(0) { $0 + costs[$1] }, benefit: served,
      upperBound: upper - served <= CostGrain.tolerance(served) ? served : max(upper, served),
      wasCancelled: meter.isCancelled)
  }

  /// How many people the existing sites and `sites` serve together.
  public static func served(_ instance: CoverInstance, by sites: [Int]) -> Double {
    var assignment = CapacityAssignment(instance)
    for site in sites { assignment.open(site) }
    return assignment.served
  }

  private func existing(_ instance: CoverInstance) -> [Int] {
    instance.sites.indices.filter { instance.sites[$0].conditions.contains(.existing) }
  }

  /// Sites that are built in any case: required ones and those that cost nothing.
  private func fixedSites(of instance: CoverInstance, costs: [Double]) -> [Int] {
    instance.sites.indices.filter {
      instance.isOffered($0) && (costs[$0] == 0 || instance.sites[$0].conditions.contains(.required))
    }
  }

  /// Several opinions of what a site may add when so many people of each point are unserved.
  private func measures(_ worths: [Double], _ instance: CoverInstance) -> [(Int, [Double]) -> Double] {
    let within = { (site: Int, unserved: [Double]) in
      min(instance.sites[site].capacity ?? .infinity, instance.covered[site].reduce(0) { $0 + unserved[Int($1)] })
    }
    return [within, { site, unserved in min(worths[site], within(site, unserved)) }, { site, _ in worths[site] }]
  }

  /// Opens the site that is best by a measure for its cost, again and again, ascending in the end.
  private func greedy(
    _ instance: CoverInstance, costs: [Double], fixed: [Int], budget: Double, people: Double,
    _ measure: (Int, [Double]) -> Double
  ) -> [Int] {
    var assignment = CapacityAssignment(instance)
    var chosen = fixed
    var spent = fixed.reduce(0) { $0 + costs[$1] }
    for site in fixed { assignment.open(site) }
    var rest = instance.sites.indices.filter { instance.isOffered($0) && !fixed.contains($0) }
    while assignment.served < people {
      rest.removeAll { spent + costs[$0] > budget + CostGrain.tolerance(budget.isFinite ? budget : 0) }
      let unserved = assignment.unservedPeople
      var best = -1
      var bestScore = 0.0
      for (index, site) in rest.enumerated() {
        let score = (measure(site, unserved) + 1e-9) / costs[site]
        if score > bestScore { (best, bestScore) = (index, score) }
      }
      if best < 0 { break }
      let site = rest.remove(at: best)
      var trial = assignment
      // Where all must be served, what brings nobody a place now may do so later.
      if trial.open(site) > 1e-9 || people.isFinite {
        assignment = trial
        chosen.append(site)
        spent += costs[site]
      }
    }
    return chosen.sorted()
  }

  /// The sites without those that nobody misses, the dearest given up first.
  private func withoutRedundant(
    _ sites: [Int], of instance: CoverInstance, costs: [Double], people: Double, _ meter: inout WorkMeter
  ) -> [Int] {
    var kept = sites
    for site in sites.sorted(by: { (costs[$1], $0) < (costs[$0], $1) }) {
      if instance.sites[site].conditions.contains(.required) { continue }
      if meter.isExhausted() { break }
      let without = kept.filter { $0 != site }
      meter.spend(4 * instance.covered.members.count)
      if Self.served(instance, by: without) >= people { kept = without }
    }
    return kept
  }
}

extension LocationSetCovering {
  /// The cover found with another limit of work.
  func solved(_ instance: CoverInstance, workLimit: Int) -> LocationSetCover {
    var solver = self
    solver.workLimit = workLimit
    return solver.solve(instance)
  }
}
