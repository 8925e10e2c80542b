import Rollout

/// What a plan is asked for: what the project file says, with what the command says in its place.
public struct PlanRequest: Sendable {
  /// What the project file says of plans, changed.
  public var source: PlanSource
  /// The prices.
  public var catalogue: CostCatalogue
  /// The changes of prices that were asked for, as written.
  public var priceChanges: [String]
  /// How many threads may work.
  public var threads: Int
  /// How many amounts of money the curve is worked out for, besides those of the years.
  public var curvePoints: Int

  /// A plan by `source` at the prices of `catalogue`.
  public init(
    _ source: PlanSource, catalogue: CostCatalogue, priceChanges: [String] = [], threads: Int = 1, curvePoints: Int = 6
  ) {
    self.source = source
    self.catalogue = catalogue
    self.priceChanges = priceChanges
    self.threads = threads
    self.curvePoints = curvePoints
  }

  /// By what the costs of a service are counted when what to build is chosen.
  public func choiceMeasure(_ service: PlannedService) -> CostMeasure {
    let isLimited = source.serviceBudgets[service] != nil || source.budget != nil
    return source.measure ?? (source.objective == .cost || !isLimited ? .netPresent : .capital)
  }

  /// By what the costs of a service are counted when the money of the years is spent.
  public func spendingMeasure(_ service: PlannedService) -> CostMeasure {
    source.measure ?? (source.objective == .cost ? .capital : choiceMeasure(service))
  }

  /// The prices by which what to build for a service is chosen: building costs what it counts.
  func choiceCatalogue(_ service: PlannedService) throws(CostError) -> CostCatalogue {
    try catalogue.counting(choiceMeasure(service))
  }

  /// The prices by which the money of the years is spent on a service: building costs what it counts.
  func spendingCatalogue(_ service: PlannedService) throws(CostError) -> CostCatalogue {
    try catalogue.counting(spendingMeasure(service))
  }

  /// The money of some services, year by year.
  public struct BudgetGroup: Hashable, Sendable {
    /// The services that it pays for.
    public var services: [PlannedService]
    /// The money of each year, in the **currency** of the catalogue; nil where it is not limited.
    public var perYear: [Int]?

    /// The money of the years up to each, in the **currency** of the catalogue.
    var cumulative: [Int]? {
      perYear.map { amounts in
        var sum = 0
        return amounts.map { amount in
          sum += amount
          return sum
        }
      }
    }
  }

  /// Which services share which money, for the services planned.
  public func budgetGroups(_ services: [PlannedService]) -> [BudgetGroup] {
    let own = services.filter { source.serviceBudgets[$0] != nil }
    let shared = services.filter { source.serviceBudgets[$0] == nil }
    return
      (shared.isEmpty
      ? [] : [BudgetGroup(services: shared, perYear: source.budget?.perYear(source.years))])
      + own.map { BudgetGroup(services: [$0], perYear: source.serviceBudgets[$0]?.perYear(source.years)) }
  }
}
