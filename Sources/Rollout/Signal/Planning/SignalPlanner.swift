/// Chooses mobile sites: the least cost for all, the most benefit for a budget, or what is worth its price.
///
/// A site whose backhaul passes through another new site, or through a tower that has no fibre, stands only with it; such
/// hops are built and paid once, whoever shares them. The bounds hold for the sites of the problem with the backhaul that each
/// of them has there. Where sites serve only so many people, villages are shared out by rules of thumb (``CapacityShare``), and
/// the bounds, which know no such limit, hold but may be far off.
public struct SignalPlanner: Sendable {
  /// What is solved.
  public let problem: SignalProblem
  /// Of the random choices of the searches.
  public var seed: UInt64 = 1
  /// How many entries of the lists of covered villages may be looked at for each answer.
  public var workLimit = 500_000_000
  let forest: SignalForest

  /// A planner with the usual limits.
  public init(_ problem: SignalProblem) {
    self.problem = problem
    forest = SignalForest(problem)
  }

  /// The cheapest sites that serve all villages without signal that can be served; the others are listed.
  public func leastCost() throws(SignalError) -> SignalPlan {
    try checkSums()
    let worths = [Int](repeating: .max, count: forest.villageCount)
    let found = try cover(worths: worths, isEverybodyServed: true)
    // Whatever a site costs, a village more is worth it.
    let most = forest.costs.reduce(1, +)
    let service = service(by: found.sites, worths: worths.map { _ in most }, budget: nil)
    let isServed = Set(service.villages)
    let left = problem.reachable.filter { !isServed.contains($0) }.map {
      UnreachableVillage(village: $0, reason: .noRoom)
    }
    let cost = forest.cost(of: service.sites)
    return SignalPlan(
      items: service.items, sites: service.sites, villages: service.villages,
      unreachable: (problem.unreachable + left).sorted { $0.village < $1.village }, cost: cost,
      lowerBound: min(cost, found.lowerBound), wasCancelled: found.wasCancelled)
  }

  /// The sites whose villages are worth most for what they cost, when each unit of benefit is worth `price` of the **currency**.
  ///
  /// `benefits` has one entry for each village given, of at least 0; those of villages with signal do not count.
  public func choose(price: Int, benefits: [Int]) throws(SignalError) -> PricedChoice {
    guard price >= 0 else { throw .negativeMoney(name: "price of a benefit", value: price) }
    try check(benefits)
    let worths = benefits.map { price.multipliedClamped(by: $0) }
    let found = try cover(worths: worths, isEverybodyServed: false)
    let service = service(by: found.sites, worths: worths, budget: nil)
    let cost = forest.cost(of: service.sites)
    let benefit = service.villages.reduce(0) { $0.addingClamped(benefits[$1]) }
    // The bound is on cost plus what is forgone; turned around, on what is served less cost.
    let reachable = problem.reachable.reduce(0) { $0.addingClamped(worths[$1]) }
    let value = price.multipliedClamped(by: benefit) - cost
    return PricedChoice(
      items: service.items, villages: service.villages, cost: cost, benefit: benefit, price: price,
      upperBound: max(value, reachable - found.lowerBound))
  }

  /// The sites of at most this budget, in whole units of the **currency**, whose villages have the most benefit.
  ///
  /// `benefits` has one entry for each village given, of at least 0. Throws when the required sites alone cost more.
  public func within(budget: Int, benefits: [Int]) throws(SignalError) -> BudgetedSignalPlan {
    guard budget >= 0 else { throw .negativeMoney(name: "budget", value: budget) }
    try check(benefits)
    try checkSums()
    let requiredCost = forest.cost(of: forest.required)
    guard requiredCost <= budget else {
      throw .siting(.requiredSitesExceedLimit(cost: Double(requiredCost), limit: Double(budget)))
    }
    var solver = MaximalCovering(limit: .budget(Double(budget)))
    solver.workLimit = workLimit
    let relaxed: MaximalCover
    var sites: [Int]
    do {
      relaxed = try solver.solve(try instance(weights: benefits, costs: forest.costs))
      sites = forest.pruned(forest.closed(relaxed.sites), worths: benefits.map { $0 > 0 ? .max : 0 })
      if forest.cost(of: sites) > budget {
        let whole = try solver.solve(try instance(weights: benefits, costs: forest.chainCosts))
        sites = forest.pruned(forest.closed(whole.sites), worths: benefits.map { $0 > 0 ? .max : 0 })
      }
    } catch { throw .siting(error) }
    sites = SignalFilling(forest, benefits: benefits).filled(sites, budget: budget)
    let service = service(by: sites, worths: benefits, budget: budget)
    let benefit = service.villages.reduce(0) { $0 + benefits[$1] }
    var ceiling = max(benefit, Int(relaxed.upperBound.rounded(.down)))
    if !forest.isFlat, ceiling > benefit {
      ceiling = min(ceiling, benefitCeiling(budget: budget, benefits: benefits, above: benefit))
    }
    return BudgetedSignalPlan(
      items: service.items, sites: service.sites, villages: service.villages, cost: forest.cost(of: service.sites),
      benefit: benefit,
      upperBound: ceiling, wasCancelled: relaxed.wasCancelled)
  }

  // MARK: Parts

  /// What sites are built in the end, whom they serve, and the items.
  private struct Service {
    var sites: [Int]
    var villages: [Int]
    var items: [PlanItem]
  }

  /// Whom closed sites serve: all they cover or, where they have room for so many people only, those shared out to them, and
  /// more sites where these do not suffice.
  private func service(by sites: [Int], worths: [Int], budget: Int?) -> Service {
    guard let capacity = problem.settings.peoplePerSite else {
      let items = SignalItems(problem, sites: sites) { site in forest.covered[site].map(Int.init) }.items
      return Service(sites: sites, villages: forest.villages(of: sites), items: items)
    }
    var share = CapacityShare(
      forest, people: problem.sources.people, capacity: capacity, worths: worths, sites: sites)
    share.extend(budget: budget)
    share.prune(mustPay: budget == nil)
    let served = share.served
    return Service(
      sites: share.sites, villages: share.home.indices.filter { share.home[$0] >= 0 },
      items: SignalItems(problem, sites: share.sites) { served[$0] }.items)
  }

  private func check(_ benefits: [Int]) throws(SignalError) {
    guard benefits.count == forest.villageCount else {
      throw .unequalCounts(list: "benefits", count: benefits.count, villages: forest.villageCount)
    }
    for (village, benefit) in benefits.enumerated() where benefit < 0 {
      throw .negative(list: "benefits", village: village, value: benefit)
    }
    guard benefits.reduce(0, { $0.addingClamped($1) }) < SiteMaking.largestSum else { throw .tooLarge }
  }

  func checkSums() throws(SignalError) {
    guard forest.chainCosts.reduce(0, { $0.addingClamped($1) }) < SiteMaking.largestSum else { throw .tooLarge }
  }

  /// The covering problem in which a site costs what is given, whatever it needs.
  func instance(weights: [Int], costs: [Int]) throws(SitingError) -> CoverInstance {
    let isRequired = Set(forest.required)
    return try CoverInstance(
      weights: weights.map(Double.init),
      sites: costs.indices.map { site in
        // What a required site needs is required too, so that its own cost is all that is left.
        let cost = isRequired.contains(site) ? forest.costs[site] : costs[site]
        return CandidateSite(cost: Double(cost), conditions: isRequired.contains(site) ? .required : [])
      },
      covered: forest.covered)
  }
}
