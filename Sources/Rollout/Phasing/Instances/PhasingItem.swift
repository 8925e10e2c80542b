/// Something that is built whole and within one year, as the phasing of a plan sees it: a `PlanItem` with its cost and length.
///
/// Years are counted from 1, the first year of the plan.
public struct PhasingItem: Hashable, Sendable {
  /// What it costs to build, in whole units of the **currency**; at least 0.
  public var cost: Int
  /// The service whose budget pays for it.
  public var service: PlannedService
  /// How much of the building capacity it takes, in **metres** of line; at least 0.
  public var lengthMetres: Int
  /// The items, by their places in the list of items, that must all stand in the year in which it is built.
  public var needs: [Int]
  /// It is not built before this **year**.
  public var earliestYear: Int
  /// It is built in exactly this **year**: a decision that stands already. nil where the plan is free.
  public var fixedYear: Int?
  /// Whether it must be built in some year of the plan, whatever it brings.
  public var isRequired: Bool

  /// An item; `needs` by their places in the list of items, years counted from 1.
  public init(
    cost: Int, service: PlannedService, lengthMetres: Int = 0, needs: [Int] = [], earliestYear: Int = 1,
    fixedYear: Int? = nil, isRequired: Bool = false
  ) {
    self.cost = cost
    self.service = service
    self.lengthMetres = lengthMetres
    self.needs = needs
    self.earliestYear = earliestYear
    self.fixedYear = fixedYear
    self.isRequired = isRequired
  }
}
