/// A choice of technologies in numbers: options and routes with capital and net present cost, in whole units of money.
struct AccessModel: Sendable {
  /// What an option costs.
  struct Option: Sendable {
    var capital: Int
    var netPresentCost: Int
  }

  /// Where fibre may run; edges cost their capital.
  let graph: Graph
  /// One per edge.
  let routeNetPresentCosts: [Int]
  /// What decides over a spanning tree: the length of each edge's cable, in **centimetres**.
  let routeLengths: [Int]
  /// One per place: its connection to fibre; nil where that cannot be.
  let fibre: [Option?]
  /// One list per place: the other ways.
  let alternatives: [[Option]]
  /// One per place.
  let people: [Int]
  /// One per place: the revenue of all years, discounted.
  let revenues: [Int]

  /// One per edge.
  var routeCapitals: [Int] { graph.costs }

  /// Of a planner's options and bills. Throws `CostError`, `GraphError` and `AccessError.tooLarge`.
  init(_ planner: AccessPlanner) throws {
    let catalogue = planner.catalogue
    let capitals = try planner.routeBills.map { try catalogue.cost(of: $0, .capital) }
    let value = PresentValue(discountPercent: catalogue.discountPercent, horizonYears: catalogue.horizonYears)
    self.init(
      graph: try planner.network.graph { capitals[$0] },
      routeNetPresentCosts: try planner.routeBills.map { try catalogue.cost(of: $0, .netPresent) },
      routeLengths: planner.network.cableMetres.map { Int(($0 * 100).rounded()) },
      fibre: planner.options.map { $0.first { $0.technology == .fibre }.map(Self.option) },
      alternatives: planner.options.map { $0.filter { $0.technology != .fibre }.map(Self.option) },
      people: planner.places.map(\.people),
      revenues: planner.places.map { Int(($0.revenuePerYear * value.annuityFactor).rounded()) })
    try check()
  }

  init(
    graph: Graph, routeNetPresentCosts: [Int], routeLengths: [Int], fibre: [Option?], alternatives: [[Option]],
    people: [Int], revenues: [Int]
  ) {
    self.graph = graph
    self.routeNetPresentCosts = routeNetPresentCosts
    self.routeLengths = routeLengths
    self.fibre = fibre
    self.alternatives = alternatives
    self.people = people
    self.revenues = revenues
  }

  private static func option(_ option: AccessOption) -> Option {
    Option(capital: option.capital, netPresentCost: option.netPresentCost)
  }

  /// Throws `AccessError.tooLarge` if sums could overflow.
  private func check() throws(AccessError) {
    var total = 0.0
    for edge in 0..<graph.edgeCount { total += Double(graph.costs[edge]) + Double(routeNetPresentCosts[edge]) }
    for place in fibre.indices {
      for option in alternatives[place] + [fibre[place]].compactMap({ $0 }) {
        total += Double(option.capital) + Double(option.netPresentCost)
      }
      total += Double(revenues[place]) + Double(people[place])
    }
    if total > Double(1 << 57) { throw .tooLarge }
  }

  /// How many places there are.
  var placeCount: Int { fibre.count }
}
