/// Branch and bound for the set cover: reductions, components solved apart, Lagrangian bounds, fixing by reduced costs.
struct SetCoverTree {
  /// What a part of the tree has shown.
  struct Outcome {
    /// No cover of the part costs less, unless it costs at least the cutoff that was asked for.
    var bound: Double
    /// A cover that costs less than the cutoff; nil if none was found.
    var sites: [Int32]?
  }

  /// How many rounds of prices a part of the tree gets before it branches.
  private static let stepsAtRoot = 1500
  private static let stepsBelow = 80
  /// What part of the work left sweeps of one core may take.
  private static let sweepShare = 4

  /// From how many rows on a core is solved region by region first.
  private static let rowsForRegions = 400
  /// From how many rows on that comes before the branches.
  static let rowsForRegionsFirst = 1500

  var meter: WorkMeter
  let grain: CostGrain
  let costs: [Double]
  let seed: UInt64

  /// A search over sites with these costs, of which cores are parts.
  init(costs: [Double], seed: UInt64, workLimit: Int) {
    self.costs = costs
    self.seed = seed
    grain = CostGrain(costs)
    meter = WorkMeter(limit: workLimit)
  }

  /// The cheapest cover of a core, if it costs less than `cutoff`.
  mutating func solve(_ core: CoverCore, cutoff: Double, isRoot: Bool) -> Outcome {
    if cutoff.isFinite, meter.isExhausted() {
      return Outcome(bound: min(cutoff, grain.raised(max(0, SetCoverRelaxation(core, &meter).bound))), sites: nil)
    }
    let (rest, built) = reduced(core)
    let builtCost = built.reduce(0) { $0 + costs[Int($1)] }
    let left = cutoff - builtCost
    if left <= tolerance(cutoff), cutoff.isFinite { return Outcome(bound: cutoff, sites: nil) }
    if rest.rowCount == 0 { return Outcome(bound: builtCost, sites: built) }
    let parts = rest.components()
    var outcome =
      parts.count > 1
      ? solveApart(parts, cutoff: left, isRoot: isRoot) : solveConnected(rest, cutoff: left, isRoot: isRoot)
    outcome.bound += builtCost
    if let sites = outcome.sites { outcome.sites = built + sites }
    return outcome
  }

  /// What is left after essential columns are built and dominated columns and rows are gone; the sites built.
  mutating func reduced(_ core: CoverCore) -> (CoverCore, [Int32]) {
    var core = core
    var built: [Int32] = []
    while true {
      let (columns, rows) = (core.columnCount, core.rowCount)
      let dominated = core.dominatedColumns(&meter)
      if dominated.contains(true) {
        core = core.keeping(
          columns: dominated.map { !$0 }, rows: [Bool](repeating: true, count: core.rowCount))
      }
      let dominating = core.dominatingRows(&meter)
      if dominating.contains(where: { $0 >= 0 }) {
        for (row, other) in dominating.enumerated() where other >= 0 { core.prices[Int(other)] += core.prices[row] }
        core = core.keeping(
          columns: [Bool](repeating: true, count: core.columnCount), rows: dominating.map { $0 < 0 })
      }
      var isEssential = [Bool](repeating: false, count: core.columnCount)
      for row in 0..<core.rowCount where core.rows.size(of: row) == 1 {
        isEssential[Int(core.rows.members[core.rows.places(of: row).lowerBound])] = true
      }
      let essential = isEssential.indices.filter { isEssential[$0] }
      if !essential.isEmpty {
        built += essential.map { core.sites[$0] }
        core = core.fixing(built: essential)
      }
      if core.columnCount == columns, core.rowCount == rows { return (core, built) }
    }
  }

  /// The cheapest covers of parts that have nothing in common, together.
  private mutating func solveApart(_ parts: [CoverCore], cutoff: Double, isRoot: Bool) -> Outcome {
    var bounds = parts.map { grain.raised(max(0, SetCoverRelaxation($0, &meter).bound)) }
    var sum = bounds.reduce(0, +)
    var sites: [Int32]? = []
    var weightLeft = parts.reduce(0) { $0 + $1.columns.members.count }
    for (index, part) in parts.enumerated() {
      if cutoff.isFinite, sum >= cutoff - tolerance(cutoff) { return Outcome(bound: cutoff, sites: nil) }
      let limit = meter.limit
      if isRoot {
        // Every part its share of the work; what small ones leave goes to the larger ones after them.
        let share = Double(part.columns.members.count) / Double(max(1, weightLeft))
        meter.limit = meter.spent + Int(Double(meter.left) * share)
        weightLeft -= part.columns.members.count
      }
      let outcome = solve(part, cutoff: cutoff.isFinite ? cutoff - (sum - bounds[index]) : cutoff, isRoot: isRoot)
      meter.limit = limit
      sum += max(0, outcome.bound - bounds[index])
      bounds[index] = max(bounds[index], outcome.bound)
      if let found = outcome.sites { sites? += found } else { sites = nil }
    }
    return Outcome(bound: min(sum, cutoff), sites: sites)
  }

  /// The cheapest cover of a core that is in one piece and cannot be reduced.
  private mutating func solveConnected(_ core: CoverCore, cutoff: Double, isRoot: Bool) -> Outcome {
    var relaxation = SetCoverRelaxation(core, &meter)
    var upper = cutoff
    var best: [Int]?
    func keep(_ cover: [Int]) {
      let cost = SetCoverGreedy.cost(cover, of: core)
      if cost < upper - tolerance(cost) { (best, upper) = (cover, cost) }
    }
    func isClosed() -> Bool { grain.raised(relaxation.bound) >= upper - tolerance(upper) }
    if isClosed() { return Outcome(bound: upper, sites: nil) }
    keep(SetCoverGreedy.cover(core, reducedCosts: relaxation.reducedCosts, &meter))
    if isRoot, let cover = best {
      var search = RowWeightingSearch(core, cover: cover, seed: seed)
      let steps = search.hasEqualCosts ? min(400_000, 50 * core.columnCount) : min(20_000, 20 * core.columnCount)
      if let better = search.run(steps: steps, below: upper, bound: relaxation.bound, &meter) { keep(better) }
    }
    let steps = isRoot ? Self.stepsAtRoot : Self.stepsBelow
    var boundBefore = relaxation.bound
    for step in 1...steps {
      if isClosed() || meter.isExhausted() || !relaxation.step(target: upper, &meter) { break }
      if step % 20 == 0 { keep(SetCoverGreedy.cover(core, reducedCosts: relaxation.lastReducedCosts, &meter)) }
      if step % 40 == 0 {
        if !isRoot || step >= 400, relaxation.bound - boundBefore < 0.01 * (upper - relaxation.bound) { break }
        boundBefore = relaxation.bound
      }
    }
    if isClosed() { return Outcome(bound: upper, sites: best.map { $0.map { core.sites[$0] } }) }
    var regional = 0.0
    if isRoot, !meter.isExhausted() {
      let (bound, cover) = sweep(core, relaxation, upper: upper, work: meter.left / Self.sweepShare)
      regional = grain.raised(bound)
      if let cover { keep(cover) }
      if regional >= upper - tolerance(upper) {
        return Outcome(bound: upper, sites: best.map { $0.map { core.sites[$0] } })
      }
    }
    if isRoot, core.rowCount >= Self.rowsForRegions, !meter.isExhausted() {
      if core.rowCount < Self.rowsForRegionsFirst {
        // The branches alone often reach the end of a core of this size.
        let limit = meter.limit
        meter.limit = meter.spent + meter.left / 2
        let outcome = descend(core, relaxation, upper: upper, isRoot: false)
        meter.limit = limit
        if let sites = outcome.sites { keepFound(sites, of: core, &best, &upper) }
        regional = max(regional, outcome.bound)
        if isClosed() || regional >= upper - tolerance(upper) {
          return Outcome(bound: upper, sites: best.map { $0.map { core.sites[$0] } })
        }
      }
      let (bound, cover) = solveByRegions(core, relaxation, upper: upper, cover: best)
      regional = max(regional, bound)
      if let cover { keep(cover) }
      if regional >= upper - tolerance(upper) {
        return Outcome(bound: upper, sites: best.map { $0.map { core.sites[$0] } })
      }
    }
    let outcome = meter.isExhausted() ? nil : descend(core, relaxation, upper: upper, isRoot: isRoot)
    let bound = min(upper, max(grain.raised(relaxation.bound), regional, outcome?.bound ?? 0))
    return Outcome(bound: bound, sites: outcome?.sites ?? best.map { $0.map { core.sites[$0] } })
  }

  /// Takes over a cover found below, given by its sites.
  private func keepFound(_ sites: [Int32], of core: CoverCore, _ best: inout [Int]?, _ upper: inout Double) {
    let found = Set(sites)
    best = (0..<core.columnCount).filter { found.contains(core.sites[$0]) }
    upper = sites.reduce(0) { $0 + costs[Int($1)] }
  }

  /// What is below a part whose bound is short of `upper`: first what the reduced costs leave, or else two branches.
  private mutating func descend(
    _ core: CoverCore, _ relaxation: SetCoverRelaxation, upper: Double, isRoot: Bool
  ) -> Outcome {
    var core = core
    core.prices = relaxation.prices
    var built: [Int] = []
    var closed: [Int] = []
    for column in 0..<core.columnCount {
      let reduced = relaxation.reducedCosts[column]
      if grain.raised(relaxation.bound + abs(reduced)) >= upper - tolerance(upper) {
        if reduced > 0 { closed.append(column) } else if reduced < 0 { built.append(column) }
      }
    }
    if !built.isEmpty || closed.count * 20 >= core.columnCount {
      return branch(core, built: built, closed: closed, cutoff: upper, isRoot: isRoot)
    }
    var choice = 0
    var bestScore = -1.0
    for column in 0..<core.columnCount {
      let fraction = relaxation.fractions[column]
      let score = (min(fraction, 1 - fraction) + 1e-3) * Double(core.columns.size(of: column))
      if score > bestScore { (choice, bestScore) = (column, score) }
    }
    let with = branch(core, built: [choice], closed: closed, cutoff: upper, isRoot: false)
    let newUpper = with.sites.map { $0.reduce(0) { $0 + costs[Int($1)] } } ?? upper
    let without = branch(core, built: [], closed: closed + [choice], cutoff: newUpper, isRoot: false)
    return Outcome(bound: min(with.bound, without.bound), sites: without.sites ?? with.sites)
  }

  private mutating func branch(
    _ core: CoverCore, built: [Int], closed: [Int], cutoff: Double, isRoot: Bool
  ) -> Outcome {
    let builtCost = built.reduce(0) { $0 + core.costs[$1] }
    let rest = core.fixing(built: built, closed: closed)
    let coveredCount = Set(built.flatMap { core.columns[$0] }).count
    let isFeasible = !(0..<rest.rowCount).contains { rest.rows.size(of: $0) == 0 }
    if !isFeasible || builtCost >= cutoff || rest.rowCount + coveredCount < core.rowCount {
      return Outcome(bound: cutoff, sites: nil)
    }
    var outcome = solve(rest, cutoff: cutoff - builtCost, isRoot: isRoot)
    outcome.bound = min(cutoff, outcome.bound + builtCost)
    if let sites = outcome.sites { outcome.sites = built.map { core.sites[$0] } + sites }
    return outcome
  }

  func tolerance(_ sum: Double) -> Double { sum.isFinite ? CostGrain.tolerance(sum) : 0 }
}
