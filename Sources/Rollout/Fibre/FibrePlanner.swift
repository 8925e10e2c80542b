import Randomness

/// Plans fibre: for villages that are to be connected, at a price per unit of benefit, or within a budget.
///
/// ```swift
/// let planner = FibrePlanner(problem)
/// let all = try planner.leastCost()
/// let some = try planner.choose(price: 2_000_000, benefits: people)
/// let year = try planner.within(budget: 500_000_000_000, benefits: people)
/// print(all.cost, all.gap, some.villages.count, year.benefit, year.gap)
/// ```
///
/// Least cost is a Steiner tree over the candidate network, rooted at the existing one (``SteinerSolver``); a price makes it a
/// prize-collecting one (``PrizeSolver``), and a budget is met through prices (``BudgetSolver``). All carry a proven bound.
/// The same seed gives the same plan; work is limited by counts, and a cancelled
/// task ends early with the best it has.
public struct FibrePlanner: Sendable {
  /// What is chosen from.
  public let problem: FibreProblem
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many vertices and edges may be looked at.
  public var workLimit = 1_000_000_000
  /// When to stop at the latest.
  public var timeLimit: Duration?

  /// A planner for a problem, with the usual limits.
  public init(_ problem: FibreProblem) { self.problem = problem }

  /// Connects villages at the least cost: those given or, for nil, all that are not excluded; the required ones always.
  ///
  /// - Throws: ``FibreError/noSuchVillage(village:list:villageCount:)``. Villages that cannot be connected are `leftOut`.
  public func leastCost(villages: [Int]? = nil) throws(FibreError) -> FibreTree {
    if let villages { try FibreProblem.check(villages, "villages to connect", problem.network) }
    let excluded = Set(problem.excluded)
    let asked = Set(villages ?? Array(0..<problem.network.villageCount)).union(problem.requiredAsGiven).subtracting(
      excluded)
    let wanted = asked.filter { problem.isOpen[$0] }.sorted()
    let solved = leastTree(to: wanted)
    let forest = CableForest(edges: solved.edges, villages: wanted, of: problem)
    let connections = wanted.count * problem.connectionCost
    return FibreTree(
      villages: wanted, leftOut: problem.disconnected.filter { asked.contains($0.village) }, spans: forest.spans,
      villageSpans: forest.villageSpans, cost: forest.cableCost + connections,
      lowerBound: solved.lowerBound + connections)
  }

  /// Connects the villages that are worth it when a unit of benefit is worth `price`, in whole units of the **currency**; the
  /// required ones whatever they bring. `benefits` has one for each village.
  ///
  /// - Throws: ``FibreError`` for a price or benefits that cannot be.
  public func choose(price: Int, benefits: [Int]) throws(FibreError) -> PricedChoice {
    let total = try check(benefits)
    let greatest = (1 << 60) / max(1, total)
    guard price >= 0, price <= greatest else { throw .unusablePriceOfBenefit(price: price, greatest: greatest) }
    let prices = PricedVillages(problem, price: price, benefits: benefits)
    let solved = prices.solve(seed: seed, limit: SearchLimit(work: workLimit, time: timeLimit))
    return try choice(
      edges: solved.edges, villages: solved.villages, price: price, benefits: benefits, upperBound: solved.upperBound)
  }

  /// Connects the villages that bring the most within a budget, in whole units of the **currency**; the required ones first.
  /// `benefits` has one for each village.
  ///
  /// - Throws: ``FibreError`` for a negative budget, one that does not reach what is required, and benefits that cannot be.
  public func within(budget: Int, benefits: [Int]) throws(FibreError) -> FibreBudgetChoice {
    _ = try check(benefits)
    if budget < 0 { throw .negativeBudget(budget: budget) }
    let leaves = VillageLeaves(problem, benefits: benefits)
    var solver = BudgetSolver()
    solver.seed = seed
    solver.workLimit = workLimit
    solver.timeLimit = timeLimit
    let result: BudgetResult
    do {
      result = try solver.solve(leaves.instance, budget: budget)
    } catch {
      if case .tooSmall(let budget, let cheapest, let lowerBound) = error {
        throw .budgetTooSmall(budget: budget, cheapest: cheapest, lowerBound: lowerBound)
      }
      throw .negativeBudget(budget: budget)
    }
    let split = leaves.split(result.tree.edges)
    let chosen = try choice(
      edges: split.edges, villages: split.villages, price: 0, benefits: benefits, upperBound: 0)
    return FibreBudgetChoice(choice: chosen, budget: budget, upperBound: result.upperBound)
  }

  /// The sum of the benefits.
  private func check(_ benefits: [Int]) throws(FibreError) -> Int {
    let count = problem.network.villageCount
    if benefits.count != count { throw .benefitCount(benefits: benefits.count, villages: count) }
    var total = 0
    for (village, benefit) in benefits.enumerated() {
      if benefit < 0 { throw .negativeBenefit(village: village, benefit: benefit) }
      if benefit > Graph.largestTotalCost - total { throw .benefitsTooLarge(greatest: Graph.largestTotalCost) }
      total += benefit
    }
    return total
  }

  private func choice(
    edges: [Int], villages: [Int], price: Int, benefits: [Int], upperBound: Int
  ) throws(FibreError) -> PricedChoice {
    let forest = CableForest(edges: edges, villages: villages, of: problem)
    let cost = forest.cableCost + villages.count * problem.connectionCost
    let tree = FibreTree(
      villages: villages, leftOut: [], spans: forest.spans, villageSpans: forest.villageSpans, cost: cost, lowerBound: 0
    )
    return PricedChoice(
      items: try tree.items(of: problem), villages: villages, cost: cost,
      benefit: villages.reduce(0) { $0 + benefits[$1] }, price: price, upperBound: upperBound)
  }

  /// The cheapest tree to some villages, and what every tree to them costs at least, connections aside.
  private func leastTree(to villages: [Int]) -> (edges: [Int], lowerBound: Int) {
    let terminals = [CandidateNetwork.root] + villages.map(problem.vertex(of:))
    var solver = SteinerSolver()
    solver.seed = seed
    solver.workLimit = workLimit
    solver.timeLimit = timeLimit
    let result = solver.solve(SteinerInstance(graph: problem.graph, marking: terminals))
    return (result.tree.edges, result.lowerBound)
  }
}
