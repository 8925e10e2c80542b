/// A bound on the cost of sites that stand only with what they need, plus what the villages left out are worth.
///
/// For prices u(i) from 0 to the worth of village i, the sum of the prices and of the least sum of c(j) - Σ u(i), i covered by
/// j, over all choices of sites closed under their parents is a lower bound (Lagrangian relaxation of the covering). In a
/// forest that least sum is found from the leaves: a site is worth having with those of its children that pay for themselves.
/// The prices are moved by the volume algorithm (``VolumeSteps``).
struct ForestRelaxation {
  private let forest: SignalForest
  private let worths: [Double]
  /// What is decided about a site.
  enum Decision {
    case open, built, closed
  }

  /// What is decided about each site.
  private(set) var decisions: [Decision]
  /// About how much of each site the linear relaxation builds, 0 to 1.
  private(set) var fractions: [Double]
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
    decisions = [Decision](repeating: .open, count: forest.costs.count)
    for site in forest.required { decisions[site] = .built }
    fractions = [Double](repeating: 0, count: forest.costs.count)
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
    restart()
  }

  /// Begins anew at the best prices so far, after decisions have changed.
  private mutating func restart() {
    trialPrices = prices
    bound = evaluate()
    steps = VolumeSteps(scale: 1.2, patience: 10, shrinkage: 0.7, bound: bound)
    shortfalls = trialShortfalls
    for site in fractions.indices { fractions[site] = 0 }
    for site in chosen { fractions[site] = 1 }
  }

  /// The same with a site and all it needs built, or with a site closed.
  func deciding(_ site: Int, isBuilt: Bool) -> ForestRelaxation {
    var result = self
    if isBuilt {
      var next = site
      while next >= 0 {
        result.decisions[next] = .built
        next = forest.parents[next]
      }
    } else {
      result.decisions[site] = .closed
    }
    result.restart()
    return result
  }

  /// The open site whose fraction is nearest to a half, weighed by its cost; nil when all is decided.
  var undecided: Int? {
    var best: Int?
    var bestScore = -1.0
    for site in decisions.indices where decisions[site] == .open {
      var next = forest.parents[site]
      while next >= 0, decisions[next] != .closed { next = forest.parents[next] }
      if next >= 0 { continue }
      let score = (min(fractions[site], 1 - fractions[site]) + 1e-3) * Double(forest.costs[site] + 1)
      if score > bestScore { (best, bestScore) = (site, score) }
    }
    return best
  }

  /// The bound at the trial prices; fills the shortfalls and the choice.
  private mutating func evaluate() -> Double {
    var total = trialPrices.reduce(0, +)
    for village in trialShortfalls.indices { trialShortfalls[village] = worths[village] > 0 ? 1 : 0 }
    for site in sums.indices {
      sums[site] = forest.covered[site].reduce(Double(forest.costs[site])) { $0 - trialPrices[Int($1)] }
    }
    for site in order where isTaken(site) {
      let parent = forest.parents[site]
      if parent >= 0 { sums[parent] += sums[site] } else { total += sums[site] }
    }
    chosen = []
    var isIn = [Bool](repeating: false, count: sums.count)
    for site in order.reversed() where isTaken(site) {
      let parent = forest.parents[site]
      if parent >= 0, !isIn[parent] { continue }
      isIn[site] = true
      for village in forest.covered[site] where worths[Int(village)] > 0 { trialShortfalls[Int(village)] -= 1 }
    }
    chosen = isIn.indices.filter { isIn[$0] }
    return total
  }

  /// Whether a site is worth having, if its parent is there.
  private func isTaken(_ site: Int) -> Bool {
    switch decisions[site] {
    case .open: sums[site] < 0
    case .built: true
    case .closed: false
    }
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
    let share = steps.average(&shortfalls, with: trialShortfalls)
    for site in fractions.indices { fractions[site] -= share * fractions[site] }
    for site in chosen { fractions[site] += share }
    steps.judge(isBetter: found > bound, direction: shortfalls, trial: trialShortfalls)
    if found > bound {
      bound = found
      swap(&prices, &trialPrices)
    }
    steps.check(bound: bound)
    return true
  }

  /// How many entries a step looks at.
  var entryCount: Int { 3 * forest.covered.members.count + 8 * sums.count + 6 * prices.count }

  /// The bound as a whole number, less what rounding may have added to it.
  var wholeBound: Int { Int((bound - 1e-9 * abs(bound) - 1e-6).rounded(.up)) }
}
