import Coverage
import Rollout

/// What to build, where, in which year, for how much, whom it serves, and how far from the best that is.
public struct Plan: Sendable {
  /// An item with the year in which it is built.
  public struct Built: Sendable {
    /// The name of the item within the plan, as `F12`: its service and its place.
    public var identifier: String
    /// What is built; `needs` are places in the plan's list, `villages` places in the list of villages.
    public var item: PlanItem
    /// The year in which it is built, from 1.
    public var year: Int
    /// What building it costs, in the **currency** of the catalogue.
    public var cost: Int
    /// What running it costs, in the **currency** of the catalogue **a year**.
    public var runningPerYear: Int
    /// How many **people** have the service because of it who have it from nothing built before.
    public var people: Double
  }

  /// A village that lacks a service and gets none, and why.
  public struct Unreached: Hashable, Sendable {
    /// The village, by its place in the list of villages.
    public var village: Int
    /// The service.
    public var service: PlannedService
    /// A phrase that says why.
    public var reason: String
  }

  /// The analysis that it starts from.
  public let analysis: Analysis
  /// What was asked.
  public let request: PlanRequest
  /// The services planned.
  public let services: [PlannedService]
  /// What is built, by year.
  public internal(set) var built: [Built]
  /// For each service planned the year from which each village has it: 0 where it has it already, nil where it does not get
  /// it, or nothing is known; one per village.
  public internal(set) var servedFrom: [PlannedService: [Int?]]
  /// The villages that lack a service in the end.
  public internal(set) var unreached: [Unreached]
  /// What the plan is worth by its objective, and what no plan surpasses.
  public internal(set) var quality: Quality
  /// Benefit against money.
  public internal(set) var curve: [CurvePoint]
  /// What is to be told besides.
  public internal(set) var remarks: [String]
  /// Whether it was cancelled and is only the best found until then.
  public internal(set) var wasCancelled: Bool

  /// How good a plan is.
  public struct Quality: Hashable, Sendable {
    /// Its worth: benefit times discounted years for the objectives people and priority, its cost for cost.
    public var value: Double
    /// No plan is worth more, or costs less.
    public var bound: Double
    /// Whether a plan of the objective cost reaches its target; else its value is what reaching it would cost.
    public var isReached = true

    /// By what part of the better of the two the plan may fall short of the best.
    public var gap: Double {
      let greatest = max(abs(value), abs(bound))
      return greatest == 0 ? 0 : abs(bound - value) / greatest
    }
  }

  /// What an amount of money buys.
  public struct CurvePoint: Hashable, Sendable {
    /// The money, in the **currency** of the catalogue.
    public var money: Int
    /// The benefit found for it: people, or people by priority, each once for each service.
    public var benefit: Double
    /// No choice for it brings more.
    public var bound: Double
  }

  /// What building everything costs, in the **currency** of the catalogue.
  public var cost: Int { built.reduce(0) { $0 + $1.cost } }

  /// What building, renewing and running everything costs over the horizon, discounted, in the **currency** of the catalogue.
  ///
  /// - Throws: `CostError` for a price that is not known.
  public func netPresentCost() throws(CostError) -> Int {
    var sum = 0
    for built in built { sum += try request.catalogue.cost(of: built.item.bill, .netPresent) }
    return sum
  }
}
