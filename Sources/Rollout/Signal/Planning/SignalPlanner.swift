/// Chooses mobile sites: the least cost for all, the most benefit for a budget, or what is worth its price.
///
/// A site whose backhaul passes through another new site, or through a tower that has no fibre, stands only with it; such
/// hops are built and paid once, whoever shares them. The bounds hold for the sites of the problem with the backhaul that each
/// of them has there.
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
    let villages = forest.villages(of: found.sites)
    let cost = forest.cost(of: found.sites)
    return SignalPlan(
      items: items(of: found.sites), sites: found.sites, villages: villages, unreachable: problem.unreachable,
      cost: cost, lowerBound: min(cost, found.lowerBound), wasCancelled: found.wasCancelled)
  }

  /// The sites whose villages are worth most for what they cost, when each unit of benefit is worth `price` of the **currency**.
  ///
  /// `benefits` has one entry for each village given, of at least 0; those of villages with signal do not count.
  public func choose(price: Int, benefits: [Int]) throws(SignalError) -> PricedChoice {
    guard price >= 0 else { throw .negativeMoney(name: "price of a benefit", value: price) }
    try check(benefits)
    let worths = benefits.map { price.multipliedClamped(by: $0) }
    let found = try cover(worths: worths, isEverybodyServed: false)
    let villages = forest.villages(of: found.sites)
    let (cost, benefit) = (forest.cost(of: found.sites), villages.reduce(0) { $0.addingClamped(benefits[$1]) })
    // The bound is on cost plus what is forgone; turned around, on what is served less cost.
    let reachable = problem.reachable.reduce(0) { $0.addingClamped(worths[$1]) }
    let value = price.multipliedClamped(by: benefit) - cost
    return PricedChoice(
      items: items(of: found.sites), villages: villages, cost: cost, benefit: benefit, price: price,
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
    let villages = forest.villages(of: sites)
    let benefit = villages.reduce(0) { $0 + benefits[$1] }
    return BudgetedSignalPlan(
      items: items(of: sites), sites: sites, villages: villages, cost: forest.cost(of: sites), benefit: benefit,
      upperBound: max(benefit, Int(relaxed.upperBound.rounded(.down))), wasCancelled: relaxed.wasCancelled)
  }

  // MARK: Parts

  private func items(of sites: [Int]) -> [PlanItem] {
    SignalItems(problem, sites: sites) { site in forest.covered[site].map(Int.init) }.items
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
