import Randomness

/// Finds the tree that brings the most within a budget, and an upper bound on what any tree within it brings.
///
///     let result = try BudgetSolver().solve(instance, budget: 500_000_000_000)
///     print(result.prize, result.upperBound, result.gap)
///
/// The prizes are in a unit of their own here, people for instance. At a price per unit the budget becomes a
/// prize-collecting problem (Lagrangian relaxation): whatever the price *a*, a tree within budget *B* brings at most (*U*(*a*) +
/// *B*) / *a*, where *U*(*a*) bounds the value of all trees at that price. The price at which the best tree just spends the
/// budget gives the least bound. The trees on the way are cut or grown to fit.
public struct BudgetSolver: Sendable {
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many vertices and edges may be looked at.
  public var workLimit = 2_000_000_000
  /// When to stop at the latest.
  public var timeLimit: Duration?
  /// Whether the search is cancelled; asked often.
  var isCancelled: @Sendable () -> Bool = { Task.isCancelled }
  /// Graphs of more edges are searched in fewer and longer steps.
  var largeEdgeCount = LocalSearch.largeEdgeCount

  /// How many prices are tried.
  private static let priceCount = 24
  /// How many prices are tried on large graphs whatever the work: fewer would leave the bound far from what it can be.
  private static let largePriceCount = 5
  /// How many more trees are drawn at the best price, as long as the gap is more than a part of what the tree brings.
  private static let drawCount = 40
  private static let nearGap = 0.0005

  /// A solver with the usual limits.
  public init() {}

  /// Solves an instance. Throws `BudgetError` for a negative budget and for one that does not reach what is required.
  public func solve(_ instance: PrizeInstance, budget: Int) throws(BudgetError) -> BudgetResult {
    if budget < 0 { throw .negative(budget: budget) }
    var limit = SearchLimit(work: workLimit, time: timeLimit)
    limit.isCancelled = isCancelled
    let isLarge = instance.graph.edgeCount > largeEdgeCount
    var fitted = BudgetTree(instance: instance, budget: budget, until: limit, largeEdgeCount: largeEdgeCount)
    let required = try requiredTree(instance, budget: budget, limit)
    if isLarge { fitted.take(required) } else { fitted.offer(required) }
    var prices = PriceSearch(
      instance: instance, budget: budget, seed: seed, required: PrizeTree(edges: required, of: instance), until: limit,
      largeEdgeCount: largeEdgeCount)
    for index in 0..<Self.priceCount where fitted.prize < prices.upperBound && prices.isOpen {
      if isLarge ? limit.isLate : limit.isOver(prices.work + fitted.work) { break }
      if index >= Self.largePriceCount, limit.isOver(prices.work + fitted.work) { break }
      let edges = prices.step(work: workLimit / (2 * Self.priceCount))
      // A large tree far from the budget takes long to fit and leaves little of what made it good.
      let isFar = prices.lastCost > 2 * budget || prices.lastCost < budget / 3
      let isLast = index + 1 >= Self.largePriceCount || !prices.isOpen || limit.isLate
      if !isLarge || !isFar || isLast { fitted.offer(edges) }
    }
    draw(instance, &prices, &fitted, limit)
    return BudgetResult(
      tree: PrizeTree(edges: fitted.edges, of: instance), upperBound: max(prices.upperBound, fitted.prize))
  }

  /// The cheapest tree to what is required.
  private func requiredTree(
    _ instance: PrizeInstance, budget: Int, _ limit: SearchLimit
  ) throws(BudgetError) -> [Int] {
    var solver = SteinerSolver()
    solver.seed = seed
    let result = solver.solve(instance.core, limit: limit.with(work: workLimit / 4))
    if result.cost > budget {
      throw .tooSmall(budget: budget, cheapest: result.cost, lowerBound: result.lowerBound)
    }
    return result.tree.edges
  }

  /// Trees under prizes changed at random, each from the best tree so far.
  private func draw(
    _ instance: PrizeInstance, _ prices: inout PriceSearch, _ fitted: inout BudgetTree,
    _ limit: SearchLimit
  ) {
    var generator = SeededGenerator(seed: seed).fork("draw")
    for _ in 0..<Self.drawCount where Double(prices.upperBound - fitted.prize) > Self.nearGap * Double(fitted.prize) {
      if limit.isOver(prices.work + fitted.work) { break }
      fitted.offer(prices.draw(from: fitted.edges, &generator))
    }
  }
}
