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

  /// Whether the search is cancelled; asked often.
  var isCancelled: @Sendable () -> Bool = { Task.isCancelled }

  private var limit: SearchLimit {
    var limit = SearchLimit(work: workLimit, time: timeLimit)
    limit.isCancelled = isCancelled
    return limit
  }

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
    let (tree, bound) = leastCables(to: wanted)
    return plan(
      tree, lowerBound: bound + wanted.count * problem.connectionCost,
      leftOut: problem.disconnected.filter { asked.contains($0.village) })
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
    let limit = limit
    let solved = prices.solve(in: problem.whole, seed: seed, limit: limit)
    var tree = CableTree(edges: solved.edges, of: problem.whole, connecting: solved.villages)
    if let closure = problem.closure {
      let other = prices.solve(in: closure.villages, seed: seed, limit: limit)
      func worth(_ tree: CableTree) -> Int { tree.villages.reduce(0) { $0 + prices.worths[$1] } - tree.cost }
      tree =
        [tree, CableTree(edges: other.edges, of: closure, connecting: other.villages)]
        .map { tree in
          var tree = CableExchange.improve(tree, over: closure, mayBranch: problem.mayBranch)
          tree.prune(worths: prices.worths, isRequired: problem.isRequired)
          return tree
        }
        .reduce(nil) { best, next in best.map { worth($0) >= worth(next) ? $0 : next } ?? next } ?? tree
    }
    return try choice(tree, price: price, benefits: benefits, upperBound: solved.upperBound)
  }

  /// Connects the villages that bring the most within a budget, in whole units of the **currency**; the required ones first.
  /// `benefits` has one for each village.
  ///
  /// - Throws: ``FibreError`` for a negative budget, one that does not reach what is required, and benefits that cannot be.
  public func within(budget: Int, benefits: [Int]) throws(FibreError) -> FibreBudgetChoice {
    _ = try check(benefits)
    if budget < 0 { throw .negativeBudget(budget: budget) }
    let (edges, villages, bound) = try bestTree(in: problem.whole, budget: budget, benefits: benefits)
    var tree = CableTree(edges: edges, of: problem.whole, connecting: villages)
    if let closure = problem.closure {
      var trees = [tree]
      if let other = try? bestTree(in: closure.villages, budget: budget, benefits: benefits) {
        trees.append(CableTree(edges: other.edges, of: closure, connecting: other.villages))
      }
      var best: CableTree?
      for tree in trees {
        var tree = CableExchange.improve(tree, over: closure, mayBranch: problem.mayBranch)
        let fits = tree.trim(
          to: budget, benefits: benefits, connectionCost: problem.connectionCost, isRequired: problem.isRequired)
        if fits, best.map({ benefit(of: $0, benefits) < benefit(of: tree, benefits) }) ?? true { best = tree }
      }
      if best == nil {
        let (least, bound) = leastCables(to: problem.required)
        let connections = problem.required.count * problem.connectionCost
        if least.cost + connections > budget {
          throw .budgetTooSmall(budget: budget, cheapest: least.cost + connections, lowerBound: bound + connections)
        }
        best = least
      }
      tree = best ?? tree
    }
    let chosen = try choice(tree, price: 0, benefits: benefits, upperBound: 0)
    return FibreBudgetChoice(choice: chosen, budget: budget, upperBound: bound)
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

  private func benefit(of tree: CableTree, _ benefits: [Int]) -> Int { tree.villages.reduce(0) { $0 + benefits[$1] } }

  private func plan(_ tree: CableTree, lowerBound: Int, leftOut: [DisconnectedVillage]) -> FibreTree {
    let villages = tree.villages
    let (spans, villageSpans) = tree.spans(of: problem.network)
    return FibreTree(
      villages: villages, leftOut: leftOut, spans: spans, villageSpans: villageSpans,
      cost: tree.cost + villages.count * problem.connectionCost, lowerBound: lowerBound)
  }

  private func choice(
    _ tree: CableTree, price: Int, benefits: [Int], upperBound: Int
  ) throws(FibreError) -> PricedChoice {
    let plan = plan(tree, lowerBound: 0, leftOut: [])
    return PricedChoice(
      items: try plan.items(of: problem), villages: plan.villages, cost: plan.cost,
      benefit: benefit(of: tree, benefits),
      price: price, upperBound: upperBound)
  }

  /// The cheapest cables to some villages, and what all cables to them cost at least, connections aside.
  private func leastCables(to villages: [Int]) -> (tree: CableTree, lowerBound: Int) {
    let limit = limit
    let (edges, bound) = leastTree(to: villages, in: problem.whole, limit)
    let tree = CableTree(edges: edges, of: problem.whole, connecting: villages)
    guard let closure = problem.closure else { return (tree, bound) }
    let other = leastTree(to: villages, in: closure.villages, limit)
    let trees = [tree, CableTree(edges: other.edges, of: closure, connecting: villages)]
      .map { CableExchange.improve($0, over: closure, mayBranch: problem.mayBranch) }
    return (trees[0].cost <= trees[1].cost ? trees[0] : trees[1], bound)
  }

  /// The cheapest tree to some villages, and what every tree to them costs at least, connections aside.
  private func leastTree(
    to villages: [Int], in graph: VillageGraph, _ limit: SearchLimit
  ) -> (edges: [Int], lowerBound: Int) {
    var solver = SteinerSolver()
    solver.seed = seed
    let terminals = [CandidateNetwork.root] + villages.map(graph.vertex(of:))
    let result = solver.solve(SteinerInstance(graph: graph.graph, marking: terminals), limit: limit)
    return (result.tree.edges, result.lowerBound)
  }

  /// The tree that brings the most within a budget, and what no tree brings more than.
  private func bestTree(
    in graph: VillageGraph, budget: Int, benefits: [Int]
  ) throws(FibreError) -> (edges: [Int], villages: [Int], upperBound: Int) {
    let leaves = VillageLeaves(problem, in: graph, benefits: benefits)
    var solver = BudgetSolver()
    solver.seed = seed
    solver.workLimit = workLimit
    solver.timeLimit = timeLimit
    solver.isCancelled = isCancelled
    do {
      let result = try solver.solve(leaves.instance, budget: budget)
      let split = leaves.split(result.tree.edges)
      return (split.edges, split.villages, result.upperBound)
    } catch {
      if case .tooSmall(let budget, let cheapest, let lowerBound) = error {
        throw .budgetTooSmall(budget: budget, cheapest: cheapest, lowerBound: lowerBound)
      }
      throw .negativeBudget(budget: budget)
    }
  }
}
