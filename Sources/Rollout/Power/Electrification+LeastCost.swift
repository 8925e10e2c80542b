extension Electrification {
  /// The plan of the least net present cost for all villages that something allowed can reach.
  ///
  /// - Throws: ``CostError``; `GraphError` if the lines cost too much to be reckoned with.
  public func leastCost(solver: PrizeSolver = PrizeSolver()) throws -> PowerPlan {
    let costs = try costs(.netPresent)
    let joining = try joining(.netPresent)
    // Without an alternative a village joins the grid whatever that costs.
    let required = costs.indices.filter { costs[$0].offGrid == nil }
    let gains = costs.map { cost -> Int? in cost.grid.map { (cost.offGrid?.cost ?? $0) - $0 } }
    let outcome = try joining.decide(gains: gains, required: required, solver: solver)
    var technologies = costs.map { $0.offGrid?.technology }
    for village in outcome.joined { technologies[village] = .grid }
    let base = costs.indices.reduce(0) { sum, village in
      let own = joining.ownRouteCosts[village] == nil ? 0 : costs[village].grid ?? 0
      return sum + (costs[village].offGrid?.cost ?? own)
    }
    let items = PowerItems(self, technologies: technologies, edges: outcome.edges, graph: joining.graph).items
    let capital = try catalogue.cost(of: items.flatMap(\.bill), .capital)
    let leftOut = network.disconnected.filter { technologies[$0.village] == nil }
    return PowerPlan(
      technologies: technologies, leftOut: leftOut, households: households.counts,
      assumedHouseholds: households.assumed, costs: costs,
      breakEvenMetres: try breakEvenMetres(costs), ownLineMetres: try ownLineMetres(), items: items,
      cost: base - outcome.value, capital: capital, lowerBound: base - outcome.upperBound)
  }

  /// One per village: the length of line that costs what the grid saves before the line is paid.
  private func breakEvenMetres(_ costs: [PowerCosts]) throws(CostError) -> [Double?] {
    guard settings.technologies.contains(.grid) else { return costs.map { _ in nil } }
    let perKilometre = try catalogue.presentCost(of: .mediumVoltageLine)
    return costs.map { cost in
      guard let grid = cost.grid, let offGrid = cost.offGrid?.cost, offGrid >= grid else { return nil }
      return perKilometre > 0 ? Double(offGrid - grid) / perKilometre * 1_000 : .infinity
    }
  }

  /// One per village: its way to the grid alone.
  private func ownLineMetres() throws(GraphError) -> [Double?] {
    // Whole centimetres.
    let lengths = try network.graph { Int((network.cableMetres[$0] * 100).rounded()) }
    return NetworkJoining(graph: lengths, placeCount: villageCount).ownRouteCosts.map { $0.map { Double($0) / 100 } }
  }
}
