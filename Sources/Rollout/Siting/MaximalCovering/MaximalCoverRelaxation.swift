/// The Lagrangian relaxation of a maximal cover: a row counts as covered at its price, whatever is built.
///
/// For prices u(i) from 0 to the weight of the row and a price ρ ≥ 0 of money, the sum of w(i) - u(i), of ρ times the budget
/// and of all positive profits v(j) - ρ c(j), v(j) = Σ u(i), i in j, is an upper bound on the benefit (R. Galvão and
/// C. ReVelle, *A Lagrangean heuristic for the maximal covering location problem*, European Journal of Operational Research 88,
/// 1996). ρ is the best for the other prices; those are moved by the volume algorithm (Barahona and Anbil 2000).
struct MaximalCoverRelaxation {
  private let core: CoverCore
  private let budget: Double
  /// The prices of the best bound.
  private(set) var prices: [Double]
  /// The profit of each column at these prices: its rows' prices less its cost at the price of money.
  private(set) var profits: [Double]
  /// The best bound.
  private(set) var bound = Double.infinity
  /// About how much of each column the linear relaxation builds, 0 to 1.
  private(set) var fractions: [Double]

  private var shortfalls: [Double]
  private var trialPrices: [Double]
  private var trialShortfalls: [Double]
  private var trialChoice: [Double]
  private var trialProfits: [Double]
  /// What each column is worth at the trial prices.
  private(set) var worths: [Double]
  private var moneyPrice = 0.0
  private var steps: VolumeSteps

  /// The relaxation at the prices that come with the core, or, if these are all 0, at half the weights.
  init(_ core: CoverCore, budget: Double, _ meter: inout WorkMeter) {
    self.core = core
    self.budget = budget
    prices = core.prices
    if !prices.contains(where: { $0 > 0 }) { prices = core.weights.map { $0 / 2 } }
    for row in prices.indices { prices[row] = min(core.weights[row], max(0, prices[row])) }
    trialPrices = prices
    profits = [Double](repeating: 0, count: core.columnCount)
    trialProfits = profits
    trialChoice = profits
    worths = profits
    fractions = profits
    shortfalls = [Double](repeating: 0, count: core.rowCount)
    trialShortfalls = shortfalls
    steps = VolumeSteps(scale: 1, patience: 15, shrinkage: 0.66, bound: .infinity)
    bound = evaluate(&meter)
    steps = VolumeSteps(scale: 1, patience: 15, shrinkage: 0.66, bound: bound)
    profits = trialProfits
    fractions = trialChoice
    shortfalls = trialShortfalls
  }

  /// The bound at the trial prices; fills the trial's choice, profits and shortfalls.
  private mutating func evaluate(_ meter: inout WorkMeter) -> Double {
    meter.spend(core.columns.members.count + core.rowCount + 20 * core.columnCount)
    for column in 0..<core.columnCount {
      var worth = 0.0
      for place in core.columns.places(of: column) { worth += trialPrices[Int(core.columns.members[place])] }
      worths[column] = worth
    }
    let (low, high) = pricesOfMoney()
    moneyPrice = high
    var sum = high * budget
    var spent = 0.0
    var wanted = 0.0
    for column in 0..<core.columnCount {
      let profit = worths[column] - high * core.costs[column]
      trialProfits[column] = profit
      trialChoice[column] = 0
      if profit > 0 {
        sum += profit
        spent += core.costs[column]
        trialChoice[column] = 1
      } else if high > 0, worths[column] > low * core.costs[column] {
        wanted += core.costs[column]
      }
    }
    // What is neither worth its money for certain nor not shares what is left.
    let share = wanted > 0 ? min(1, max(0, budget - spent) / wanted) : 0
    for row in 0..<core.rowCount {
      sum += core.weights[row] - trialPrices[row]
      trialShortfalls[row] = 1
    }
    for column in 0..<core.columnCount {
      if trialChoice[column] == 0, high > 0, worths[column] > low * core.costs[column] { trialChoice[column] = share }
      let choice = trialChoice[column]
      if choice <= 0 { continue }
      for place in core.columns.places(of: column) { trialShortfalls[Int(core.columns.members[place])] -= choice }
    }
    return sum
  }

  /// Two prices of money next to each other: at the lower one more would be built than there is money for.
  private func pricesOfMoney() -> (low: Double, high: Double) {
    func spent(at price: Double) -> Double {
      var sum = 0.0
      for column in 0..<core.columnCount where worths[column] > price * core.costs[column] { sum += core.costs[column] }
      return sum
    }
    if spent(at: 0) <= budget { return (0, 0) }
    var low = 0.0
    var high = 0.0
    for column in 0..<core.columnCount where core.costs[column] > 0 {
      high = max(high, worths[column] / core.costs[column])
    }
    for _ in 0..<40 where high - low > 1e-12 * high {
      let middle = (low + high) / 2
      if spent(at: middle) > budget { low = middle } else { high = middle }
    }
    return (low, high)
  }

  /// One step towards `target`, a benefit that can be had. False when no step is left.
  mutating func step(target: Double, _ meter: inout WorkMeter) -> Bool {
    var norm = 0.0
    for row in 0..<prices.count where isFree(row) { norm += shortfalls[row] * shortfalls[row] }
    if norm < 1e-12 { return false }
    let length = steps.scale * max(bound - target, 1e-4 * abs(bound)) / norm
    for row in 0..<prices.count {
      trialPrices[row] = min(core.weights[row], max(0, prices[row] + length * shortfalls[row]))
    }
    let found = evaluate(&meter)
    let share = steps.average(&shortfalls, with: trialShortfalls)
    for column in 0..<fractions.count { fractions[column] += share * (trialChoice[column] - fractions[column]) }
    steps.judge(isBetter: found < bound, direction: shortfalls, trial: trialShortfalls)
    if found < bound {
      bound = found
      swap(&prices, &trialPrices)
      swap(&profits, &trialProfits)
    }
    steps.check(bound: bound)
    return true
  }

  /// Whether the price of a row can move the way its shortfall asks for.
  private func isFree(_ row: Int) -> Bool {
    shortfalls[row] > 0 ? prices[row] < core.weights[row] : prices[row] > 0
  }
}
