/// Branch and bound for the maximal cover: reductions, Lagrangian bounds, fixing by profits, branches on columns.
struct MaximalCoverTree {
  /// What a part of the tree has shown.
  struct Outcome {
    /// No choice in the part has a greater benefit, unless that is no more than was to be beaten.
    var bound: Double
    /// A choice whose benefit is more than was to be beaten; nil if none was found.
    var sites: [Int32]?
    /// Its benefit.
    var benefit = 0.0
  }

  private static let stepsAtRoot = 1500
  private static let stepsBelow = 80

  var meter: WorkMeter
  private let grain: CostGrain

  /// A search over points of these weights, of which cores are parts.
  init(weights: [Double], workLimit: Int) {
    grain = CostGrain(weights)
    meter = WorkMeter(limit: workLimit)
  }

  /// The choice of greatest benefit for `budget`, if it has more than `floor`.
  mutating func solve(_ core: CoverCore, budget: Double, floor: Double, isRoot: Bool) -> Outcome {
    let core = reduced(core, budget: budget)
    if core.costs.reduce(0, +) <= budget {
      let benefit = core.weights.reduce(0, +)
      return benefit > floor
        ? Outcome(bound: benefit, sites: core.sites, benefit: benefit) : Outcome(bound: max(0, floor))
    }
    var relaxation = MaximalCoverRelaxation(core, budget: budget, &meter)
    var best: [Int]?
    var lower = floor
    func isClosed() -> Bool { grain.lowered(relaxation.bound) <= lower + CostGrain.tolerance(lower) }
    func outcome(_ bound: Double) -> Outcome {
      Outcome(bound: max(bound, lower), sites: best.map { $0.map { core.sites[$0] } }, benefit: best == nil ? 0 : lower)
    }
    if isClosed(), floor >= 0 { return outcome(lower) }
    improve(core, relaxation, budget: budget, &best, &lower)
    let steps = isRoot ? Self.stepsAtRoot : Self.stepsBelow
    var boundBefore = relaxation.bound
    for step in 1...steps {
      if isClosed() || meter.isExhausted() || !relaxation.step(target: max(0, lower), &meter) { break }
      if step % 20 == 0 { improve(core, relaxation, budget: budget, &best, &lower) }
      if step % 40 == 0 {
        if !isRoot || step >= 400, boundBefore - relaxation.bound < 0.01 * (relaxation.bound - lower) { break }
        boundBefore = relaxation.bound
      }
    }
    if isClosed() { return outcome(lower) }
    if meter.isExhausted() { return outcome(grain.lowered(relaxation.bound)) }
    let below = descend(core, relaxation, budget: budget, lower: lower, isRoot: isRoot)
    if let sites = below.sites { (best, lower) = (nil, below.benefit); _ = sites }
    let bound = max(lower, min(grain.lowered(relaxation.bound), below.bound))
    if below.sites != nil { return Outcome(bound: bound, sites: below.sites, benefit: below.benefit) }
    return outcome(bound)
  }

  /// A choice made from the relaxation by adding and exchanging; kept if it is better than the one before.
  private mutating func improve(
    _ core: CoverCore, _ relaxation: MaximalCoverRelaxation, budget: Double, _ best: inout [Int]?, _ lower: inout Double
  ) {
    var search = SwapSearch(core, budget: budget)
    let order = (0..<core.columnCount).filter { relaxation.fractions[$0] > 0.3 }
      .sorted { (-relaxation.fractions[$0], $0) < (-relaxation.fractions[$1], $1) }
    search.add(inOrder: order, &meter)
    search.fill(&meter)
    search.improve(limit: 2 * core.columnCount, &meter)
    if search.benefit > lower + CostGrain.tolerance(lower) {
      best = search.chosen
      lower = search.benefit
    }
  }

  /// Without columns that are too dear or dominated, and with rows of the same columns made one.
  private mutating func reduced(_ core: CoverCore, budget: Double) -> CoverCore {
    var core = core
    while true {
      let (columns, rows) = (core.columnCount, core.rowCount)
      var kept = core.costs.map { $0 <= budget + CostGrain.tolerance(budget) }
      let dominated = core.dominatedColumns(&meter)
      for column in kept.indices where dominated[column] { kept[column] = false }
      if kept.contains(false) { core = core.keepingColumns(kept) }
      let repeated = core.repeatedRows(&meter)
      if repeated.contains(where: { $0 >= 0 }) {
        for (row, first) in repeated.enumerated() where first >= 0 {
          core.weights[Int(first)] += core.weights[row]
          core.prices[Int(first)] += core.prices[row]
        }
        core = core.keeping(
          columns: [Bool](repeating: true, count: core.columnCount), rows: repeated.map { $0 < 0 })
      }
      if core.columnCount == columns, core.rowCount == rows { return core }
    }
  }

  /// What is below a part whose bound is above `lower`: first what the profits leave, or else two branches.
  private mutating func descend(
    _ core: CoverCore, _ relaxation: MaximalCoverRelaxation, budget: Double, lower: Double, isRoot: Bool
  ) -> Outcome {
    var core = core
    core.prices = relaxation.prices
    var built: [Int] = []
    var closed: [Int] = []
    for column in 0..<core.columnCount {
      let profit = relaxation.profits[column]
      if grain.lowered(relaxation.bound - abs(profit)) <= lower + CostGrain.tolerance(lower) {
        if profit > 0 { built.append(column) } else if profit < 0 { closed.append(column) }
      }
    }
    if !built.isEmpty || closed.count * 20 >= core.columnCount {
      return branch(core, built: built, closed: closed, budget: budget, lower: lower, isRoot: isRoot)
    }
    var choice = 0
    var bestScore = -1.0
    for column in 0..<core.columnCount {
      let fraction = relaxation.fractions[column]
      let score = (min(fraction, 1 - fraction) + 1e-3) * relaxation.worths[column]
      if score > bestScore { (choice, bestScore) = (column, score) }
    }
    let with = branch(core, built: [choice], closed: closed, budget: budget, lower: lower, isRoot: false)
    let newLower = with.sites == nil ? lower : max(lower, with.benefit)
    let without = branch(core, built: [], closed: closed + [choice], budget: budget, lower: newLower, isRoot: false)
    let bound = max(with.bound, without.bound)
    return without.sites != nil
      ? Outcome(bound: bound, sites: without.sites, benefit: without.benefit)
      : Outcome(bound: bound, sites: with.sites, benefit: with.benefit)
  }

  private mutating func branch(
    _ core: CoverCore, built: [Int], closed: [Int], budget: Double, lower: Double, isRoot: Bool
  ) -> Outcome {
    let left = budget - built.reduce(0) { $0 + core.costs[$1] }
    if left < -CostGrain.tolerance(budget) { return Outcome(bound: lower) }
    var isCovered = [Bool](repeating: false, count: core.rowCount)
    for column in built { for row in core.columns[column] { isCovered[Int(row)] = true } }
    let gained = zip(core.weights, isCovered).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let rest = core.fixing(built: built, closed: closed).keepingColumns(nil)
    var outcome = solve(rest, budget: max(0, left), floor: lower - gained, isRoot: isRoot)
    outcome.bound = max(lower, outcome.bound + gained)
    if let sites = outcome.sites {
      outcome.sites = built.map { core.sites[$0] } + sites
      outcome.benefit += gained
    }
    return outcome
  }
}
