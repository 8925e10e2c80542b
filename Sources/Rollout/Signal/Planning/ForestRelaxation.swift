/// A bound on the cost of sites that stand only with what they need, plus what the villages left out are worth.
///
/// For prices u(i) from 0 to the worth of village i, the sum of the prices and of the least sum of c(j) - Σ u(i), i covered by
/// j, over all choices of sites closed under their parents is a lower bound (Lagrangian relaxation of the covering). In a
/// forest that least sum is found from the leaves: a site is worth having with those of its children that pay for themselves.
/// The prices are moved by the volume algorithm (``VolumeSteps``).
struct ForestRelaxation {
  private let forest: SignalForest
  private let worths: [Double]
  private let isRequired: [Bool]
  /// The sites, children before their parents.
  private let order: [Int]
  private var prices: [Double]
  private var trialPrices: [Double]
  private var shortfalls: [Double]
  private var trialShortfalls: [Double]
  private var sums: [Double]
  private var steps: VolumeSteps
  /// The best bound.
  private(set) var bound: Double
  /// The sites of the last step, closed, ascending.
  private(set) var chosen: [Int] = []

  /// The relaxation for villages of these worths, in the currency, 0 for those that no site covers.
  init(_ forest: SignalForest, worths: [Int]) {
    self.forest = forest
    self.worths = worths.map(Double.init)
    var isRequired = [Bool](repeating: false, count: forest.costs.count)
    for site in forest.required { isRequired[site] = true }
    self.isRequired = isRequired
    let depths = forest.costs.indices.map { site in
      var (depth, next) = (0, forest.parents[site])
      while next >= 0 { (depth, next) = (depth + 1, forest.parents[next]) }
      return depth
    }
    order = depths.indices.sorted { (-depths[$0], $0) < (-depths[$1], $1) }
    var start = self.worths
    for site in forest.costs.indices {
      let share = Double(forest.costs[site]) / Double(max(1, forest.covered.size(of: site)))
      for village in forest.covered[site] { start[Int(village)] = min(start[Int(village)], share) }
    }
    prices = start
    trialPrices = start
    shortfalls = [Double](repeating: 0, count: start.count)
    trialShortfalls = shortfalls
    sums = [Double](repeating: 0, count: forest.costs.count)
    bound = 0
    steps = VolumeSteps(scale: 1.2, patience: 10, shrinkage: 0.7, bound: 0)
    bound = evaluate()
    steps = VolumeSteps(scale: 1.2, patience: 10, shrinkage: 0.7, bound: bound)
    shortfalls = trialShortfalls
  }

  /// The bound at the trial prices; fills the shortfalls and the choice.
  private mutating func evaluate() -> Double {
    var total = trialPrices.reduce(0, +)
    for village in trialShortfalls.indices { trialShortfalls[village] = worths[village] > 0 ? 1 : 0 }
    for site in sums.indices {
      sums[site] = forest.covered[site].reduce(Double(forest.costs[site])) { $0 - trialPrices[Int($1)] }
    }
    for site in order where sums[site] < 0 || isRequired[site] {
      let parent = forest.parents[site]
      if parent >= 0 { sums[parent] += sums[site] } else { total += sums[site] }
    }
    chosen = []
    var isIn = [Bool](repeating: false, count: sums.count)
    for site in order.reversed() where sums[site] < 0 || isRequired[site] {
      let parent = forest.parents[site]
      if parent >= 0, !isIn[parent] { continue }
      isIn[site] = true
      for village in forest.covered[site] where worths[Int(village)] > 0 { trialShortfalls[Int(village)] -= 1 }
    }
    chosen = isIn.indices.filter { isIn[$0] }
    return total
  }

  /// One step towards `target`, a sum that can be had. False when no step is left.
  mutating func step(target: Double) -> Bool {
    var norm = 0.0
    for village in prices.indices
    where shortfalls[village] > 0 ? prices[village] < worths[village] : prices[village] > 0 {
      norm += shortfalls[village] * shortfalls[village]
    }
    if norm < 1e-12 { return false }
    let length = steps.scale * max(target - bound, 1e-4 * abs(target)) / norm
    for village in prices.indices {
      trialPrices[village] = min(worths[village], max(0, prices[village] + length * shortfalls[village]))
    }
    let found = evaluate()
    _ = steps.average(&shortfalls, with: trialShortfalls)
    steps.judge(isBetter: found > bound, direction: shortfalls, trial: trialShortfalls)
    if found > bound {
      bound = found
      swap(&prices, &trialPrices)
    }
    steps.check(bound: bound)
    return true
  }

  /// The bound as a whole number, less what rounding may have added to it.
  var wholeBound: Int { Int((bound - 1e-9 * abs(bound) - 1e-6).rounded(.up)) }
}
