import Randomness

/// Finds a plan in years that brings much, and a bound above what any plan can bring.
///
///     let instance = try PhasingInstance(
///       items: items, demands: demands, yearCount: 5, limits: [.budget(perYear: budgets)], discountPercent: 8)
///     let plan = try PhasingSolver().solve(instance)
///     print(plan.benefit, plan.upperBound, plan.gap)
///
/// Plans are built in the order that a relaxation gives and improved by a search; the relaxation is the bound; a few items are
/// planned by trying everything. The same instance and seed give the same plan, if the work was not cut short by a cancelled task.
public struct PhasingSolver: Sendable {
  /// Of the random choices.
  public var seed: UInt64 = 1
  /// How many items, needs, demands and arcs may be looked at, about.
  public var workLimit = 1_000_000_000
  /// For each year how much benefit any plan can have brought to service by its end, in the unit of the demands, if that is
  /// known from elsewhere; nil if not.
  public var benefitCeilings: [Int]?

  /// How many steps the bound is lowered by at most.
  var stepLimit = 200
  /// How many branches are looked at where there are few items.
  var branchLimit = 2_000_000
  /// With more items than this not everything is tried.
  static let fewItems = 24

  /// A solver with the usual limits.
  public init() {}

  /// Solves an instance. Throws when no plan was found that builds what is required, and for unusable ceilings.
  ///
  /// When the task is cancelled, the best plan so far is returned with the bound so far.
  public func solve(_ instance: PhasingInstance) throws(PhasingError) -> PhasedPlan {
    var search = PhasingSearch(instance.core, seed: seed, ceiling: try ceiling(of: instance.core))
    search.stepLimit = stepLimit
    if instance.items.count <= Self.fewItems {
      search.branchLimit = min(branchLimit, workLimit / (10 * (1 + instance.items.count + instance.demands.count)))
    }
    search.run(workLimit: workLimit)
    guard let years = search.years else {
      let core = instance.core
      throw .requiredDoesNotFit(items: (0..<core.itemCount).filter { core.latest[$0] < core.yearCount })
    }
    let never = instance.yearCount
    let plan = years.map { $0 == never ? nil : $0 + 1 }
    return PhasedPlan(
      years: plan, servedYears: instance.servedYears(of: plan), benefit: search.value.inYears,
      upperBound: max(search.bound, search.value).inYears, used: instance.used(by: plan),
      wasCancelled: search.wasCancelled)
  }

  /// The least of the bounds that need no search, in parts of a year.
  private func ceiling(of core: PhasingCore) throws(PhasingError) -> Int {
    guard let benefitCeilings else { return core.plainBound }
    guard benefitCeilings.count == core.yearCount else {
      throw .unusableCeiling(
        reason: "\(benefitCeilings.count) numbers for \(core.yearCount) years; expected one per year")
    }
    if let negative = benefitCeilings.first(where: { $0 < 0 }) {
      throw .unusableCeiling(reason: "\(negative); expected at least 0")
    }
    let most = core.benefits.reduce(0, +)
    let outside = zip(benefitCeilings, core.yearWeights).reduce(0) { $0 + min(most, $1.0) * $1.1 }
    return min(core.plainBound, outside)
  }
}
