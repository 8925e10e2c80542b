extension Electrification {
  /// What to build when each unit of benefit is worth `price`, in whole units of the **currency**: the greatest worth of the
  /// villages served less the **capital** of what serves them. `benefits` has one entry per village.
  ///
  /// Capital alone decides here, as under a budget, so that the bound holds for every choice of technologies; restrict
  /// `PowerSettings.technologies` where short-lived systems are not wanted.
  ///
  /// - Throws: ``PowerError`` for negative prices and benefits, not one benefit per village, and a worth that is too large;
  ///   ``CostError``, `GraphError` as ``leastCost(solver:)``.
  public func choose(price: Int, benefits: [Int], solver: PrizeSolver = PrizeSolver()) throws -> PricedChoice {
    let worths = try worths(price: price, benefits: benefits)
    let costs = try costs(.capital)
    let joining = try joining(.capital)
    // What a village is worth off the grid: nothing where that costs more than it is worth.
    let base = costs.indices.map { village in
      costs[village].offGrid.map { max(0, worths[village] - $0.cost) } ?? 0
    }
    let gains = costs.indices.map { village in costs[village].grid.map { worths[village] - $0 - base[village] } }
    let outcome = try joining.decide(gains: gains, solver: solver)
    var technologies = costs.indices.map { base[$0] > 0 ? costs[$0].offGrid?.technology : nil }
    for village in outcome.joined { technologies[village] = .grid }
    let items = PowerItems(self, technologies: technologies, edges: outcome.edges, graph: joining.graph).items
    let served = technologies.indices.filter { technologies[$0] != nil }
    return PricedChoice(
      items: items, villages: served, cost: try catalogue.cost(of: items.flatMap(\.bill), .capital),
      benefit: served.reduce(0) { $0 + benefits[$1] }, price: price,
      upperBound: base.reduce(0, +) + outcome.upperBound)
  }

  private func worths(price: Int, benefits: [Int]) throws(PowerError) -> [Int] {
    if price < 0 { throw .negative(what: "the price of a unit of benefit", value: price) }
    guard benefits.count == villageCount else {
      throw .wrongCount(of: "benefits", count: benefits.count, villages: villageCount)
    }
    var total = 0
    var worths: [Int] = []
    for (village, benefit) in benefits.enumerated() {
      if benefit < 0 { throw .negative(what: "the benefit of village \(village)", value: benefit) }
      let (worth, overflows) = price.multipliedReportingOverflow(by: benefit)
      guard !overflows, worth <= 1 << 60 - total else { throw .worthTooLarge(price: price) }
      total += worth
      worths.append(worth)
    }
    return worths
  }
}
