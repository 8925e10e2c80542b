/// The Lagrangian relaxation of a maximal cover: a row counts as covered at its price, whatever is built.
///
/// For prices u(i) from 0 to the weight of the row and a price ρ ≥ 0 of money, the sum of w(i) - u(i), of ρ times the budget
/// and of all positive profits v(j) - ρ c(j), v(j) = Σ u(i), i in j, is an upper bound on the benefit (R. Galvão and
/// C. ReVelle, *A Lagrangean heuristic for the maximal covering location problem*, European Journal of Operational Research 88,
/// 1996). ρ is the best for the other prices; those are moved by the volume algorithm (Barahona and Anbil 2000). The inequalities
/// of triples of rows (see ``RowTriple``) are relaxed in the same way, each at a price of its own, as they are found to be
/// violated (A. Lucena, *Non delayed relax-and-cut algorithms*, Annals of Operations Research 140, 2005).
struct MaximalCoverRelaxation {
  private(set) var core: CoverCore
  private let budget: Double
  /// For each column its rows and triples.
  private var lists: SparseLists
  /// The prices of the best bound: of the rows, then of the triples.
  private(set) var prices: [Double]
  /// The profit of each column at these prices: its rows' prices less its cost at the price of money.
  private(set) var profits: [Double]
  /// The price of money at these prices.
  private(set) var moneyPrice = 0.0
  /// The best bound.
  private(set) var bound = Double.infinity
  /// About how much of each column the linear relaxation builds, 0 to 1.
  private(set) var fractions: [Double]

  private var shortfalls: [Double]
  private var trialPrices: [Double]
  private var trialShortfalls: [Double]
  private var trialChoice: [Double]
  private var trialProfits: [Double]
  private var trialMoneyPrice = 0.0
  /// What each column is worth at the trial prices.
  private(set) var worths: [Double]
  private var steps: VolumeSteps
  /// The sum of the prices of each row's triples while prices are limited, 0 at other times.
  private var loads: [Double]

  /// The relaxation at the prices that come with the core, or, if these are all 0, at half the weights.
  init(_ core: CoverCore, budget: Double, _ meter: inout WorkMeter) {
    self.core = core
    self.budget = budget
    lists = core.columnsWithTriples()
    prices = core.prices
    if !prices.contains(where: { $0 > 0 }) { prices = core.weights.map { $0 / 2 } }
    prices += core.triples.map(\.price)
    trialPrices = prices
    profits = [Double](repeating: 0, count: core.columnCount)
    trialProfits = profits
    trialChoice = profits
    worths = profits
    fractions = profits
    shortfalls = [Double](repeating: 0, count: prices.count)
    trialShortfalls = shortfalls
    loads = [Double](repeating: 0, count: core.rowCount)
    steps = Self.steps(scale: 0.1, bound: .infinity)
    limitTrialPrices()
    prices = trialPrices
    bound = evaluate(&meter)
    steps = Self.steps(scale: 0.1, bound: bound)
    profits = trialProfits
    moneyPrice = trialMoneyPrice
    fractions = trialChoice
    shortfalls = trialShortfalls
  }

  /// Steps that soon become shorter where they are in vain: most start too long.
  private static func steps(scale: Double, bound: Double) -> VolumeSteps {
    VolumeSteps(scale: scale, patience: 3, shrinkage: 0.66, bound: bound)
  }

  /// The core with the prices of the best bound, and without the triples that have none.
  var pricedCore: CoverCore {
    var core = core
    core.prices = Array(prices.prefix(core.rowCount))
    for number in core.triples.indices { core.triples[number].price = prices[core.rowCount + number] }
    core.triples.removeAll { $0.price <= 0 }
    return core
  }

  /// Makes no price negative, and no row's prices more than its weight.
  private mutating func limitTrialPrices() {
    for number in core.rowCount..<trialPrices.count { trialPrices[number] = max(0, trialPrices[number]) }
    for row in 0..<core.rowCount { trialPrices[row] = max(0, min(core.weights[row], trialPrices[row])) }
    for (number, triple) in core.triples.enumerated() {
      let price = trialPrices[core.rowCount + number]
      if price > 0 { for row in triple.rows { loads[row] += price } }
    }
    for triple in core.triples {
      for row in triple.rows where loads[row] > 0 {
        trialPrices[row] = max(0, min(trialPrices[row], core.weights[row] - loads[row]))
      }
    }
    for triple in core.triples { for row in triple.rows { loads[row] = 0 } }
  }

  /// The bound at the trial prices; fills the trial's choice, profits and shortfalls.
  private mutating func evaluate(_ meter: inout WorkMeter) -> Double {
    meter.spend(lists.members.count + prices.count + 4 * core.columnCount)
    var sum = 0.0
    for row in 0..<core.rowCount { trialShortfalls[row] = core.weights[row] - trialPrices[row] }
    for (number, triple) in core.triples.enumerated() {
      let price = trialPrices[core.rowCount + number]
      sum += price
      trialShortfalls[Int(triple.first)] -= price
      trialShortfalls[Int(triple.second)] -= price
      trialShortfalls[Int(triple.third)] -= price
    }
    // What is left of a row's weight after its prices says whether the relaxation counts it as covered.
    for row in 0..<core.rowCount {
      let left = trialShortfalls[row]
      let isWanted = left > -1e-9 * core.weights[row]
      if isWanted { sum += max(0, left) }
      trialShortfalls[row] = isWanted ? 1 : 0
    }
    for (number, triple) in core.triples.enumerated() {
      trialShortfalls[core.rowCount + number] =
        trialShortfalls[Int(triple.first)] + trialShortfalls[Int(triple.second)] + trialShortfalls[Int(triple.third)]
        - 1
    }
    addWorths()
    sum += chooseColumns()
    subtractChoice()
    return sum
  }

  // Local arrays in the two innermost loops: checks of who else holds them would take most of the time.

  private mutating func addWorths() {
    let (members, starts, prices) = (lists.members, lists.starts, trialPrices)
    var sums = worths
    worths = []
    for column in sums.indices {
      var worth = 0.0
      for place in Int(starts[column])..<Int(starts[column + 1]) { worth += prices[Int(members[place])] }
      sums[column] = worth
    }
    worths = sums
  }

  private mutating func subtractChoice() {
    let (members, starts, choices) = (lists.members, lists.starts, trialChoice)
    var left = trialShortfalls
    trialShortfalls = []
    for column in choices.indices where choices[column] > 0 {
      let choice = choices[column]
      for place in Int(starts[column])..<Int(starts[column + 1]) { left[Int(members[place])] -= choice }
    }
    trialShortfalls = left
  }

  /// Chooses the columns that are worth most for their cost, the last ones in part; what they and the budget add to the bound.
  private mutating func chooseColumns() -> Double {
    let (price, share) = priceOfMoney()
    trialMoneyPrice = price
    var sum = price * budget
    for column in 0..<core.columnCount {
      let profit = worths[column] - price * core.costs[column]
      trialProfits[column] = profit
      sum += max(0, profit)
      if price > 0 {
        let ratio = core.costs[column] > 0 ? worths[column] / core.costs[column] : .infinity
        trialChoice[column] = ratio > price ? 1 : ratio == price ? share : 0
      } else {
        trialChoice[column] = profit > 0 ? 1 : 0
      }
    }
    return sum
  }

  /// What the last column built is worth for its cost, and what share of the columns of that worth there is money for.
  private func priceOfMoney() -> (price: Double, share: Double) {
    var left = budget
    var candidates: [(ratio: Double, cost: Double)] = []
    for column in 0..<core.columnCount where core.costs[column] > 0 && worths[column] > 0 {
      candidates.append((worths[column] / core.costs[column], core.costs[column]))
    }
    while !candidates.isEmpty {
      let (a, b) = (candidates[0].ratio, candidates[candidates.count - 1].ratio)
      let c = candidates[candidates.count / 2].ratio
      let pivot = max(min(a, b), min(max(a, b), c))
      var (above, equal) = (0.0, 0.0)
      for candidate in candidates {
        if candidate.ratio > pivot { above += candidate.cost }
        if candidate.ratio == pivot { equal += candidate.cost }
      }
      if above > left {
        candidates.removeAll { $0.ratio <= pivot }
      } else if above + equal > left {
        return (pivot, (left - above) / equal)
      } else {
        left -= above + equal
        candidates.removeAll { $0.ratio >= pivot }
      }
    }
    return (0, 0)
  }

  /// One step towards `target`, a benefit that can be had. False when no step is left.
  mutating func step(target: Double, _ meter: inout WorkMeter) -> Bool {
    var norm = 0.0
    for row in 0..<prices.count where isFree(row) { norm += shortfalls[row] * shortfalls[row] }
    if norm < 1e-12 { return false }
    let length = steps.scale * max(bound - target, 1e-5 * abs(bound)) / norm
    for row in 0..<prices.count { trialPrices[row] = prices[row] + length * shortfalls[row] }
    limitTrialPrices()
    let found = evaluate(&meter)
    let share = steps.average(&shortfalls, with: trialShortfalls)
    for column in 0..<fractions.count { fractions[column] += share * (trialChoice[column] - fractions[column]) }
    steps.judge(isBetter: found < bound, direction: shortfalls, trial: trialShortfalls)
    if found < bound {
      bound = found
      swap(&prices, &trialPrices)
      swap(&profits, &trialProfits)
      moneyPrice = trialMoneyPrice
    }
    steps.check(bound: bound)
    return true
  }

  /// Whether the price of a row or triple can move the way its shortfall asks for.
  private func isFree(_ row: Int) -> Bool {
    if row >= core.rowCount { return shortfalls[row] > 0 || prices[row] > 0 }
    return shortfalls[row] > 0 ? prices[row] < core.weights[row] : prices[row] > 0
  }

  /// Adds triples whose inequality the fractions violate; how many.
  mutating func addTriples(_ meter: inout WorkMeter) -> Int {
    let separation = TripleSeparation(core, fractions: fractions, &meter)
    let found = separation.triples(except: core.triples, &meter)
    if found.isEmpty { return 0 }
    core.triples += found
    lists = core.columnsWithTriples()
    meter.spend(lists.members.count)
    for triple in found {
      // What the averages so far say of the new inequality.
      var shortfall = -1.0
      for row in triple.rows {
        shortfall += shortfalls[row] + core.rows[row].reduce(0) { $0 + fractions[Int($1)] }
      }
      for (column, count) in core.counts(in: triple) { shortfall -= Double((count + 1) / 2) * fractions[column] }
      shortfalls.append(shortfall)
      prices.append(0)
    }
    trialPrices = prices
    trialShortfalls = shortfalls
    restartSteps()
    return found.count
  }

  /// Makes the steps longer again.
  mutating func restartSteps() {
    steps = Self.steps(scale: min(1, 30 * steps.scale), bound: bound)
  }
}
