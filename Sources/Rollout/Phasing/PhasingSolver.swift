import Randomness

/// Finds a plan in years that brings much, and a bound above what any plan can bring.
///
///     let instance = try PhasingInstance(
///       items: items, demands: demands, yearCount: 5, limits: [.budget(perYear: budgets)], discountPercent: 8)
///     let plan = try PhasingSolver().solve(instance)
///     print(plan.benefit, plan.upperBound, plan.gap)
public struct PhasingSolver: Sendable {
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many items, needs and demands may be looked at.
  public var workLimit = 400_000_000
  /// For each year how much benefit any plan can have brought to service by its end, in the unit of the demands, if that is
  /// known from elsewhere; nil if not.
  public var benefitCeilings: [Int]?

  /// A solver with the usual limits.
  public init() {}

  /// Solves an instance. Throws when no plan was found that builds what is required, and for unusable ceilings.
  public func solve(_ instance: PhasingInstance) throws(PhasingError) -> PhasedPlan {
    let core = instance.core
    var building = ScheduleBuilding(core)
    guard var schedule = building.requiredSchedule() else {
      throw .requiredDoesNotFit(items: (0..<core.itemCount).filter { core.latest[$0] < core.yearCount })
    }
    let bound = try ceiling(of: core)
    building.add(ItemRatios(core).order, to: &schedule)
    return plan(schedule, of: instance, upperBound: bound, wasCancelled: Task.isCancelled)
  }

  /// The least of the bounds that need no search, in parts of a year.
  private func ceiling(of core: PhasingCore) throws(PhasingError) -> Int {
    guard let benefitCeilings else { return core.plainBound }
    guard benefitCeilings.count == core.yearCount else {
      throw .unusableCeiling(reason: "\(benefitCeilings.count) numbers for \(core.yearCount) years; expected one per year")
    }
    if let negative = benefitCeilings.first(where: { $0 < 0 }) {
      throw .unusableCeiling(reason: "\(negative); expected at least 0")
    }
    let most = core.benefits.reduce(0, +)
    let outside = zip(benefitCeilings, core.yearWeights).reduce(0) { $0 + min(most, $1.0) * $1.1 }
    return min(core.plainBound, outside)
  }

  /// The plan of a schedule.
  private func plan(
    _ schedule: PhasingSchedule, of instance: PhasingInstance, upperBound: Int, wasCancelled: Bool
  ) -> PhasedPlan {
    let never = instance.yearCount
    let years = schedule.years.map { $0 == never ? nil : $0 + 1 }
    return PhasedPlan(
      years: years, servedYears: schedule.servedYears.map { $0 == never ? nil : $0 + 1 },
      benefit: schedule.value.inYears, upperBound: max(upperBound, schedule.value).inYears,
      used: instance.used(by: years), wasCancelled: wasCancelled)
  }
}
