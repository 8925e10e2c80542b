import Geospatial

/// Chooses technologies and fibre routes for villages or points of interest, together.
///
/// ```swift
/// let planner = try AccessPlanner(places: schools, network: network, anchors: towers, catalogue: catalogue)
/// let plan = try planner.plan(.mostPeople, budget: 50_000_000_000)
/// ```
///
/// Other tools assign technologies over the minimum spanning tree of all places, fixed beforehand (ITU Connectivity Planning
/// Platform, *Fiber Path* and *Technology Assignment*): a place then pays for a route that was drawn through places which
/// fibre never reaches. Here a place's prize is what fibre saves or brings there over its best alternative, and the
/// prize-collecting tree decides routes and technologies at once. The spanning tree is tried too, so the plan is never
/// worse than that method's.
public struct AccessPlanner: Sendable {
  /// The places.
  public let places: [AccessPlace]
  /// Where fibre may run.
  public let network: CandidateNetwork
  /// For each place the ways to connect it, in the order of the technologies.
  public let options: [[AccessOption]]
  /// For each place the technologies that cannot, each with the reason.
  public let refusals: [[AccessTechnology: AccessRefusal]]
  let catalogue: CostCatalogue
  let routeBills: [[BillLine]]

  /// Places in the order of the network's villages, fibre nodes and towers, and prices.
  ///
  /// `routeBill` says what the cable of an edge takes: unless given, cable on poles in the plain and its river crossings.
  /// `isInSight` says whether a radio link may go from an anchor to a place, by their places in the lists, and is asked for
  /// anchors in range, the nearest first, until one is.
  ///
  /// - Throws: ``AccessError``, ``CostError``, and what the closures throw.
  public init(
    places: [AccessPlace], network: CandidateNetwork, anchors: [Coordinate] = [], catalogue: CostCatalogue,
    settings: AccessSettings = AccessSettings(), routeBill: ((Int) throws -> [BillLine])? = nil,
    isInSight: (_ anchor: Int, _ place: Int) throws -> Bool = { _, _ in true }
  ) throws {
    try settings.check()
    guard places.count == network.villageCount else {
      throw AccessError.wrongCount(places: places.count, villages: network.villageCount)
    }
    for (index, place) in places.enumerated() {
      let numbers = [("people", Double(place.people)), ("users", place.users), ("revenues", place.revenuePerYear)]
      for (what, value) in numbers where !(value >= 0 && value < AccessPlace.greatestNumber) {
        throw AccessError.unusablePlace(place: index, what: what, value: value)
      }
    }
    var offers = try AccessOffers(places, network, anchors: anchors, catalogue, settings)
    try offers.findAll(isInSight)
    self.places = places
    self.network = network
    self.catalogue = catalogue
    options = offers.options
    refusals = offers.refusals
    let usual = { (edge: Int) -> [BillLine] in
      let crossings = Double(network.riverCrossings[edge])
      let cable = BillLine(.fibre(.aerial, .plain), quantity: network.cableMetres[edge] / 1_000)
      return crossings > 0 ? [cable, BillLine(.riverCrossing, quantity: crossings)] : [cable]
    }
    routeBills = try (0..<network.edgeCount).map { edge in
      if network.kinds[edge] == .funded { return [] }
      return try routeBill?(edge) ?? usual(edge)
    }
  }

  /// The plan that is best at an objective, its **capital** within a budget where one is given.
  ///
  /// Without a budget all places that can be are connected, at the least net present cost, unless the objective is net
  /// present value. With one, the least cost still connects all.
  ///
  /// - Throws: ``AccessError/budgetTooSmall(budget:cheapest:lowerBound:)`` for ``AccessObjective/leastCost`` where all cannot
  ///   be connected within the budget; other ``AccessError``; ``CostError``; `GraphError` if routes cost too much to be
  ///   reckoned with.
  public func plan(
    _ objective: AccessObjective, budget: Int? = nil, solver: PrizeSolver = PrizeSolver()
  ) throws -> AccessPlan {
    if let budget, budget < 0 { throw AccessError.negativeBudget(budget) }
    let model = try AccessModel(self)
    var search = AccessSearch(model: model, objective: objective, budget: budget, solver: solver)
    return plan(objective, try search.run(), model)
  }

  private func plan(_ objective: AccessObjective, _ result: AccessSearch.Result, _ model: AccessModel) -> AccessPlan {
    let chosen = places.indices.map { place in
      switch result.choice.picks[place] {
      case .none: nil as AccessOption?
      case .fibre: options[place].first { $0.technology == .fibre }
      case .alternative(let index): options[place].filter { $0.technology != .fibre }[index]
      }
    }
    let legs = RootedRoutes(result.choice.edges, of: model.graph).legs
    let routes = legs.map { leg in
      let line = network.line(ofEdge: leg.edge)
      return AccessPlan.Route(
        edge: leg.edge, line: leg.isReversed ? line.reversed() : Array(line), bill: routeBills[leg.edge],
        upstream: leg.upstream)
    }
    let connected = places.indices.filter { chosen[$0] != nil }
    let edges = result.choice.edges
    return AccessPlan(
      objective: objective, chosen: chosen, beyondReach: options.indices.filter { options[$0].isEmpty }, routes: routes,
      capital: edges.reduce(chosen.reduce(0) { $0 + ($1?.capital ?? 0) }) { $0 + model.routeCapitals[$1] },
      netPresentCost: edges.reduce(chosen.reduce(0) { $0 + ($1?.netPresentCost ?? 0) }) {
        $0 + model.routeNetPresentCosts[$1]
      },
      revenue: connected.reduce(0) { $0 + model.revenues[$1] },
      people: connected.reduce(0) { $0 + places[$1].people }, value: result.value, bound: result.bound)
  }
}
