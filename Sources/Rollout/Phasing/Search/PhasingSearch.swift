import Randomness

/// One run of the solver: the best plan and the least bound so far, and the parts that better them.
struct PhasingSearch {
  private let core: PhasingCore
  private let generator: SeededGenerator
  /// The years of the best plan, nil while none is found.
  private(set) var years: [Int]?
  /// What it brings, in parts of a year; -1 while there is none.
  private(set) var value = -1
  /// No plan brings more, in parts of a year.
  private(set) var bound: Int
  private(set) var wasCancelled = false
  var stepLimit = 200
  var branchLimit = 0
  /// How many closure steps are made before a plan is built in the order they tell.
  private static let stepsPerPlan = 25

  /// A search under a bound known from elsewhere.
  init(_ core: PhasingCore, seed: UInt64, ceiling: Int) {
    self.core = core
    generator = SeededGenerator(seed: seed).fork("phasing")
    bound = ceiling
  }

  /// Builds, bounds, where there are few items tries everything, and searches.
  mutating func run(workLimit: Int) {
    var building = ScheduleBuilding(core)
    let required = building.requiredSchedule()
    if var schedule = required {
      building.add(ItemRatios(core).order, to: &schedule)
      offer(schedule)
    }
    if value >= bound { return }
    var dual = PhasingDual(
      PhasingRelaxation(core, windows: YearWindows(core)), prices: nil, ceiling: bound)
    dual.start(workLimit: workLimit / 2)
    if let required { lower(&dual, from: required, workLimit: workLimit / 2) }
    bound = min(bound, dual.bound)
    if branchLimit > 0, !Task.isCancelled, value < bound { tryEverything(&dual) }
    if let required, !Task.isCancelled, value < bound {
      improve(dual, from: required, workLimit: max(0, workLimit - dual.work))
    }
    wasCancelled = Task.isCancelled
  }

  /// Takes a schedule that is better than the best.
  private mutating func offer(_ schedule: PhasingSchedule) {
    if schedule.value <= value { return }
    value = schedule.value
    years = schedule.years
  }

  /// Lowers the bound, and builds plans in the order of the closures' average.
  private mutating func lower(_ dual: inout PhasingDual, from required: PhasingSchedule, workLimit: Int) {
    var building = ScheduleBuilding(core)
    while dual.steps < stepLimit, dual.isOpen, dual.work < workLimit, value < dual.bound, !Task.isCancelled {
      dual.step(target: value)
      if dual.steps % Self.stepsPerPlan == 0 {
        var schedule = required
        building.add(dual.order, to: &schedule)
        offer(schedule)
      }
    }
  }

  /// Improves the best plan, and one that is built by ratio at the prices of the bound.
  private mutating func improve(_ dual: PhasingDual, from required: PhasingSchedule, workLimit: Int) {
    var generator = generator
    var schedule = required
    var insertion = PricedInsertion(core, limitPrices: dual.prices.limits)
    insertion.add(dual.order, to: &schedule, noise: 0, &generator)
    offer(schedule)
    guard let years else { return }
    var best = PhasingSchedule(core)
    for item in 0..<core.itemCount where years[item] < core.yearCount { best.set(item, years[item]) }
    var search = RuinSearch(
      best, contenders: dual.contenders, limitPrices: dual.prices.limits, generator: generator.fork("ruin"))
    search.run(workLimit: workLimit, target: bound)
    offer(search.bestSchedule)
  }

  /// Searches the tree of all plans.
  private mutating func tryEverything(_ dual: inout PhasingDual) {
    let losses = dual.losses()
    let windows = losses.narrowed(dual.relaxation.windows, value: value)
    var tree = PhasingTree(core, windows: windows, losses: losses, value: value, branchLimit: branchLimit)
    tree.search()
    if let found = tree.bestYears {
      years = found
      value = tree.bestValue
    }
    if tree.isComplete { bound = max(0, value) }
  }
}
