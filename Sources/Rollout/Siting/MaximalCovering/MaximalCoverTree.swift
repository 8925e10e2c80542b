/// Branch and bound for the maximal cover: reductions, Lagrangian bounds with violated inequalities added to them, cores left by
/// columns fixed for the time being, fixing by profits, branches on columns.
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

  /// What a part of the tree is worth.
  enum Effort {
    /// The whole: the prices are moved for long, and a good choice is sought in what the prices leave open.
    case root
    /// What is left of the whole when columns are fixed for the time being.
    case core
    /// A branch.
    case branch

    /// How many steps the prices get.
    var steps: Int { self == .root ? 1500 : self == .core ? 800 : 80 }
    /// How often the steps become longer again when no more triples are found.
    var restarts: Int { self == .branch ? 0 : 2 }
    /// After how many steps it is first asked whether they still move.
    var leastSteps: Int { self == .root ? 200 : self == .core ? 120 : 40 }
  }

  var meter: WorkMeter
  let grain: CostGrain
  /// The sites of the best choice found so far in the whole, as far as columns were open then.
  private var incumbent: Set<Int32> = []

  /// A search over points of these weights, of which cores are parts.
  init(weights: [Double], workLimit: Int) {
    grain = CostGrain(weights)
    meter = WorkMeter(limit: workLimit)
  }

  /// The choice of greatest benefit for `budget`, if it has more than `floor`.
  mutating func solve(_ core: CoverCore, budget: Double, floor: Double, effort: Effort) -> Outcome {
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
    if effort != .branch { improve(core, relaxation, budget: budget, &best, &lower) }
    var failures = 0
    var boundBefore = relaxation.bound
    for step in 1...effort.steps {
      if isClosed() || meter.isExhausted() || !relaxation.step(target: max(0, lower), &meter) { break }
      if step % (effort == .branch ? 40 : 20) == 0 { improve(core, relaxation, budget: budget, &best, &lower) }
      if step % 40 == 0 {
        if step >= effort.leastSteps, boundBefore - relaxation.bound < 0.02 * (relaxation.bound - lower) {
          if relaxation.addTriples(&meter) > 0 {
            failures = 0
          } else {
            failures += 1
            if failures > effort.restarts { break }
            relaxation.restartSteps()
          }
        }
        boundBefore = relaxation.bound
      }
    }
    if isClosed() { return outcome(lower) }
    if meter.isExhausted() { return outcome(grain.lowered(relaxation.bound)) }
    var bound = grain.lowered(relaxation.bound)
    func keep(_ found: Outcome) {
      if let sites = found.sites {
        let isIn = Set(sites)
        best = core.sites.indices.filter { isIn.contains(core.sites[$0]) }
        lower = found.benefit
      }
      bound = min(bound, found.bound)
    }
    func isProven() -> Bool { bound <= lower + CostGrain.tolerance(lower) }
    if effort == .root {
      keep(sweep(relaxation, budget: budget, lower: lower))
      if let best { incumbent = Set(best.map { core.sites[$0] }) }
      if isProven() || meter.isExhausted() { return outcome(bound) }
      if !isReducible(relaxation, lower: lower) {
        keep(solveCores(relaxation, budget: budget, known: incumbent, lower: lower))
        if let best { incumbent = Set(best.map { core.sites[$0] }) }
        if isProven() || meter.isExhausted() { return outcome(bound) }
      }
    }
    let below = descend(relaxation, budget: budget, lower: lower, effort: effort)
    bound = max(lower, min(bound, below.bound))
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
        var numbers = (0..<core.rowCount).map { Int32(truncatingIfNeeded: $0) }
        for (row, first) in repeated.enumerated() where first >= 0 {
          core.weights[Int(first)] += core.weights[row]
          core.prices[Int(first)] += core.prices[row]
          numbers[row] = first
        }
        core.takeTriples(core.triples, numbers: numbers)
        core = core.keeping(
          columns: [Bool](repeating: true, count: core.columnCount), rows: repeated.map { $0 < 0 })
      }
      if core.columnCount == columns, core.rowCount == rows { return core }
    }
  }

  /// The columns that every choice of more than `lower` builds, and those that none does, as far as the profits say.
  private func fixed(_ relaxation: MaximalCoverRelaxation, lower: Double) -> (built: [Int], closed: [Int]) {
    var built: [Int] = []
    var closed: [Int] = []
    for (column, profit) in relaxation.profits.enumerated()
    where grain.lowered(relaxation.bound - abs(profit)) <= lower + CostGrain.tolerance(lower) {
      if profit > 0 { built.append(column) } else if profit < 0 { closed.append(column) }
    }
    return (built, closed)
  }

  /// Whether the profits fix enough columns to start anew with the others.
  private func isReducible(_ relaxation: MaximalCoverRelaxation, lower: Double) -> Bool {
    let (built, closed) = fixed(relaxation, lower: lower)
    return !built.isEmpty || closed.count * 20 >= relaxation.profits.count
  }

  /// What is below a part whose bound is above `lower`: first what the profits leave, or else two branches.
  private mutating func descend(
    _ relaxation: MaximalCoverRelaxation, budget: Double, lower: Double, effort: Effort
  ) -> Outcome {
    let core = relaxation.pricedCore
    let (built, closed) = fixed(relaxation, lower: lower)
    if isReducible(relaxation, lower: lower) {
      return branch(core, built: built, closed: closed, budget: budget, lower: lower, effort: effort)
    }
    var choice = 0
    var bestScore = -1.0
    for column in 0..<core.columnCount {
      let fraction = relaxation.fractions[column]
      let score = (min(fraction, 1 - fraction) + 1e-3) * relaxation.worths[column]
      if score > bestScore { (choice, bestScore) = (column, score) }
    }
    // The likelier branch first.
    let isLikely = relaxation.fractions[choice] > 0.5
    func builtIn(_ isFirst: Bool) -> [Int] { isFirst == isLikely ? [choice] : [] }
    func closedIn(_ isFirst: Bool) -> [Int] { isFirst == isLikely ? closed : closed + [choice] }
    let first = branch(
      core, built: builtIn(true), closed: closedIn(true), budget: budget, lower: lower, effort: .branch)
    let newLower = first.sites == nil ? lower : max(lower, first.benefit)
    let second = branch(
      core, built: builtIn(false), closed: closedIn(false), budget: budget, lower: newLower, effort: .branch)
    let bound = max(first.bound, second.bound)
    return second.sites != nil
      ? Outcome(bound: bound, sites: second.sites, benefit: second.benefit)
      : Outcome(bound: bound, sites: first.sites, benefit: first.benefit)
  }

  /// What is below a part in which columns are fixed.
  mutating func branch(
    _ core: CoverCore, built: [Int], closed: [Int], budget: Double, lower: Double, effort: Effort
  ) -> Outcome {
    let left = budget - built.reduce(0) { $0 + core.costs[$1] }
    if left < -CostGrain.tolerance(budget) { return Outcome(bound: lower) }
    var isCovered = [Bool](repeating: false, count: core.rowCount)
    for column in built { for row in core.columns[column] { isCovered[Int(row)] = true } }
    let gained = zip(core.weights, isCovered).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let rest = core.fixing(built: built, closed: closed).keepingColumns(nil)
    var outcome = solve(rest, budget: max(0, left), floor: lower - gained, effort: effort)
    outcome.bound = max(lower, outcome.bound + gained)
    if let sites = outcome.sites {
      outcome.sites = built.map { core.sites[$0] } + sites
      outcome.benefit += gained
    }
    return outcome
  }
}
