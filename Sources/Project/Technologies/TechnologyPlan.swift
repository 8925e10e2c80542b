import Coverage
import Geospatial
import Rollout

/// How each village or point of interest is connected, for how much, and how close to the best that is.
public struct TechnologyPlan: Sendable {
  /// What a technology comes to.
  public struct Totals: Hashable, Sendable {
    /// How many places it connects.
    public var places = 0
    /// Their **people**.
    public var people = 0
    /// How many units it takes.
    public var units = 0
    /// What building costs, in the **currency** of the catalogue; that of fibre with its routes.
    public var capital = 0
    /// What running costs, in the **currency** of the catalogue **a year**.
    public var runningPerYear = 0
    /// What building, renewing and running cost over the horizon, discounted, in the **currency** of the catalogue.
    public var netPresentCost = 0
    /// How much cable is laid, in **kilometres**.
    public var kilometres = 0.0

    mutating func add(_ bill: [BillLine], _ catalogue: CostCatalogue) throws(CostError) {
      capital += try catalogue.cost(of: bill, .capital)
      runningPerYear += try catalogue.runningCost(of: bill)
      netPresentCost += try catalogue.cost(of: bill, .netPresent)
      kilometres += bill.reduce(0) { $1.item.unit == .kilometre ? $0 + $1.quantity : $0 }
    }

    static func + (first: Totals, second: Totals) -> Totals {
      Totals(
        places: first.places + second.places, people: first.people + second.people, units: first.units + second.units,
        capital: first.capital + second.capital, runningPerYear: first.runningPerYear + second.runningPerYear,
        netPresentCost: first.netPresentCost + second.netPresentCost, kilometres: first.kilometres + second.kilometres)
    }
  }

  /// A place that stays without, and why.
  public struct Unconnected: Sendable {
    /// The place, by its place in the list.
    public var place: Int
    /// A phrase that says why.
    public var reason: String
    /// Why each technology cannot connect it; technologies that could are missing.
    public var refusals: [AccessTechnology: AccessRefusal]
  }

  /// The analysis that it starts from.
  public let analysis: Analysis
  /// What was asked.
  public let request: TechnologyRequest
  /// The places.
  public let places: [TechnologyPlace]
  /// The fibre nodes and towers that radio links may start from.
  public let anchors: [Coordinate]
  /// How each place is connected.
  public let plan: AccessPlan
  /// For each place the technologies that cannot connect it, each with the reason.
  public let refusals: [[AccessTechnology: AccessRefusal]]
  /// How many places have fibre already and take no part.
  public let servedCount: Int
  /// How many places have no position or are excluded, and take no part.
  public let leftOutCount: Int
  /// What is to be told besides.
  public let remarks: [String]
  private let totals: [AccessTechnology: Totals]

  init(
    analysis: Analysis, request: TechnologyRequest, places: [TechnologyPlace], anchors: [Coordinate], plan: AccessPlan,
    refusals: [[AccessTechnology: AccessRefusal]], servedCount: Int, leftOutCount: Int, remarks: [String]
  ) throws(CostError) {
    self.analysis = analysis
    self.request = request
    self.places = places
    self.anchors = anchors
    self.plan = plan
    self.refusals = refusals
    self.servedCount = servedCount
    self.leftOutCount = leftOutCount
    self.remarks = remarks
    var totals: [AccessTechnology: Totals] = [:]
    for technology in AccessTechnology.allCases { totals[technology] = Totals() }
    for (place, option) in zip(places, plan.chosen) {
      guard let option else { continue }
      var sum = totals[option.technology] ?? Totals()
      sum.places += 1
      sum.people += place.people
      sum.units += option.units
      try sum.add(option.bill, request.catalogue)
      totals[option.technology] = sum
    }
    var fibre = totals[.fibre] ?? Totals()
    for route in plan.routes { try fibre.add(route.bill, request.catalogue) }
    totals[.fibre] = fibre
    self.totals = totals
  }

  /// What a technology comes to.
  public func totals(of technology: AccessTechnology) -> Totals { totals[technology] ?? Totals() }

  /// All technologies together.
  public var all: Totals { totals.values.reduce(Totals(), +) }

  /// The places that stay without.
  public var unconnected: [Unconnected] {
    plan.chosen.indices.filter { plan.chosen[$0] == nil }.map { place in
      let isBeyondReach = refusals[place].count == AccessTechnology.allCases.count
      let reason =
        isBeyondReach
        ? "no technology reaches it"
        : request.source.objective == .greatestNetPresentValue
          ? "it would bring less than it costs, or the money goes to others first" : "the money goes to others first"
      return Unconnected(place: place, reason: reason, refusals: refusals[place])
    }
  }
}
