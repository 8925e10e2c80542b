/// The Lagrangian relaxation of a set cover: every row may stay uncovered at its price.
///
/// For prices u ≥ 0 the sum of the prices plus all negative reduced costs c(j) - Σ u(i), i in j, is a lower bound on the
/// cost of every cover (Beasley 1987). The prices are moved by the volume algorithm (F. Barahona and R. Anbil, *The
/// volume algorithm: producing primal solutions with a subgradient method*, Math. Programming 87, 2000), whose averages of
/// the relaxed solutions come close to a solution of the linear relaxation as well.
struct SetCoverRelaxation {
  private let core: CoverCore
  /// The prices of the best bound.
  private(set) var prices: [Double]
  /// The reduced cost of each column at these prices.
  private(set) var reducedCosts: [Double]
  /// The best bound.
  private(set) var bound: Double
  /// About how much of each column the linear relaxation builds, 0 to 1.
  private(set) var fractions: [Double]

  /// By how much each row is covered by the average, less 1, with the sign turned: the direction of the prices.
  private var shortfalls: [Double]
  private var trialPrices: [Double]
  private var trialReducedCosts: [Double]
  private var trialShortfalls: [Double]
  private var steps: VolumeSteps

  /// The relaxation at the prices that come with the core, or, if these are all 0, at the least each row can be covered
  /// for by a column that covers all of its own.
  init(_ core: CoverCore, _ meter: inout WorkMeter) {
    self.core = core
    var start = core.prices
    if !start.contains(where: { $0 > 0 }) {
      for row in 0..<core.rowCount {
        start[row] = core.rows[row].reduce(Double.infinity) {
          min($0, core.costs[Int($1)] / Double(core.columns.size(of: Int($1))))
        }
      }
    }
    prices = start
    trialPrices = start
    reducedCosts = core.costs
    trialReducedCosts = core.costs
    shortfalls = [Double](repeating: 1, count: core.rowCount)
    trialShortfalls = shortfalls
    fractions = [Double](repeating: 0, count: core.columnCount)
    bound = 0
    steps = VolumeSteps(scale: 1.2, patience: 10, shrinkage: 0.7, bound: 0)
    bound = evaluate(&meter)
    steps = VolumeSteps(scale: 1.2, patience: 10, shrinkage: 0.7, bound: bound)
    reducedCosts = trialReducedCosts
    shortfalls = trialShortfalls
    for column in 0..<core.columnCount where reducedCosts[column] < 0 { fractions[column] = 1 }
  }

  /// The bound at the trial prices; fills the trial's reduced costs and shortfalls.
  private mutating func evaluate(_ meter: inout WorkMeter) -> Double {
    meter.spend(core.columns.members.count + core.rowCount)
    var sum = 0.0
    for row in 0..<trialPrices.count {
      sum += trialPrices[row]
      trialShortfalls[row] = 1
    }
    for column in 0..<core.columnCount {
      var reduced = core.costs[column]
      for place in core.columns.places(of: column) { reduced -= trialPrices[Int(core.columns.members[place])] }
      trialReducedCosts[column] = reduced
      if reduced < 0 {
        sum += reduced
        for place in core.columns.places(of: column) { trialShortfalls[Int(core.columns.members[place])] -= 1 }
      }
    }
    return sum
  }

  /// One step towards `target`, a cost that is at least the least one. False when no step is left: the average covers all.
  mutating func step(target: Double, _ meter: inout WorkMeter) -> Bool {
    var norm = 0.0
    for row in 0..<prices.count {
      // A price of 0 cannot fall: what is covered too often there is no reason to move.
      if shortfalls[row] > 0 || prices[row] > 0 { norm += shortfalls[row] * shortfalls[row] }
    }
    if norm < 1e-12 { return false }
    let length = steps.scale * max(target - bound, 1e-4 * abs(target)) / norm
    for row in 0..<prices.count { trialPrices[row] = max(0, prices[row] + length * shortfalls[row]) }
    let found = evaluate(&meter)
    let share = steps.average(&shortfalls, with: trialShortfalls)
    for column in 0..<fractions.count {
      let chosen = trialReducedCosts[column] < 0 ? 1.0 : 0.0
      fractions[column] += share * (chosen - fractions[column])
    }
    steps.judge(isBetter: found > bound, direction: shortfalls, trial: trialShortfalls)
    if found > bound {
      bound = found
      swap(&prices, &trialPrices)
      swap(&reducedCosts, &trialReducedCosts)
    }
    steps.check(bound: bound)
    return true
  }

  /// The reduced costs of the last step, better to start a heuristic from than those of the best bound: they differ
  /// from step to step.
  var lastReducedCosts: [Double] { trialReducedCosts }
}
