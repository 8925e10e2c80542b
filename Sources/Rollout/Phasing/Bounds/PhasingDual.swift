/// Lowers the bound of a relaxation by changing its prices step by step: the volume algorithm (F. Barahona and R. Anbil, *The
/// volume algorithm: producing primal solutions with a subgradient method*, Mathematical Programming 87, 2000).
///
/// A step follows the average of the closures found so far, not the last one alone; and that average is nearly a plan, in parts of
/// items, that keeps to the limits: it tells in which order to build.
struct PhasingDual: Sendable {
  private(set) var relaxation: PhasingRelaxation
  /// The prices of the least bound.
  private(set) var prices: PhasingPrices
  /// The least bound, in parts of a year.
  private(set) var bound: Int
  /// How many steps were made.
  private(set) var steps = 0
  /// For each vertex of the relaxation, in what part of the closures it is.
  private(set) var shares: [Double]
  private var used: [Double]
  private var counts: [Double]
  private var stepFactor = 1.0
  private var failures = 0
  private let limitScales: [Double]
  private let choiceScales: [Double]

  /// How many arcs were looked at.
  var work: Int { relaxation.flow.work }

  /// At the prices given, or at none, with `ceiling` as the bound to start from.
  init(_ relaxation: PhasingRelaxation, prices: PhasingPrices?, ceiling: Int) {
    let core = relaxation.core
    let years = core.yearCount
    let benefit = core.benefits.reduce(0, +)
    self.relaxation = relaxation
    bound = ceiling
    limitScales = core.rows.flatMap { row in
      (0..<years).map { year in
        row.sums[year] == 0
          ? 0 : Double(benefit * core.yearWeights[year]) / (Double(row.sums[year]) * Double(row.sums[year]))
      }
    }
    choiceScales = relaxation.choices.flatMap { demand in
      core.yearWeights.map { Double(core.benefits[demand] * $0) }
    }
    self.prices =
      prices
      ?? PhasingPrices(
        limits: [Double](repeating: 0, count: core.rows.count * years),
        choices: [Double](repeating: 0, count: relaxation.choices.count * years))
    shares = []
    used = []
    counts = []
  }

  /// Finds prices to start from: those of each limit and year go up while more is used than there is, else down, by less and
  /// less.
  mutating func start(workLimit: Int) {
    let core = relaxation.core
    evaluate(prices)
    let sums = core.rows.flatMap(\.sums)
    if sums.indices.allSatisfy({ relaxation.used[$0] <= Double(sums[$0]) }) { return }
    var tried = prices
    for place in tried.limits.indices { tried.limits[place] = limitScales[place] * Double(sums[place]) / 4 }
    var factor = 4.0
    while factor > 1.02, work < workLimit, !Task.isCancelled {
      evaluate(tried)
      for place in tried.limits.indices {
        tried.limits[place] *= relaxation.used[place] > Double(sums[place]) ? factor : 1 / factor
      }
      factor = 1 + (factor - 1) * 0.75
    }
    shares = []
    evaluate(prices)
  }

  /// One step towards `target`, a value that plans reach, in parts of a year.
  mutating func step(target: Int) {
    let core = relaxation.core
    let sums = core.rows.flatMap(\.sums)
    var tried = prices
    var norm = 0.0
    let limitSlopes = used.indices.map { place -> Double in
      let slope = used[place] - Double(sums[place])
      return slope < 0 && prices.limits[place] <= 0 ? 0 : slope
    }
    let choiceSlopes = counts.indices.map { place -> Double in
      let slope = counts[place] - 1
      return slope < 0 && prices.choices[place] <= 0 ? 0 : slope
    }
    for (slope, scale) in zip(limitSlopes, limitScales) { norm += slope * slope * scale }
    for (slope, scale) in zip(choiceSlopes, choiceScales) { norm += slope * slope * scale }
    if norm <= 0 {
      stepFactor = 0
      return
    }
    let length = stepFactor * Double(max(bound - target, 1)) / norm
    for place in limitSlopes.indices {
      tried.limits[place] = max(0, tried.limits[place] + length * limitScales[place] * limitSlopes[place])
    }
    for place in choiceSlopes.indices {
      let price = tried.choices[place] + length * choiceScales[place] * choiceSlopes[place]
      tried.choices[place] = min(choiceScales[place], max(0, price))
    }
    let before = bound
    evaluate(tried)
    steps += 1
    if bound < before {
      failures = 0
      stepFactor = min(2, stepFactor * 1.1)
    } else {
      failures += 1
      if failures >= 5 {
        failures = 0
        stepFactor *= 0.7
      }
    }
  }

  /// Whether more steps promise anything.
  var isOpen: Bool { stepFactor > 1e-3 }

  /// The items that serve anyone, those first that stand in most of the closures in most years.
  var order: [Int] {
    let core = relaxation.core
    var places = [Double](repeating: 0, count: core.itemCount)
    for item in 0..<core.itemCount {
      let first = relaxation.firstVertex[item]
      let vertices = first..<(first + relaxation.windows.last[item] - relaxation.windows.first[item])
      places[item] = vertices.reduce(Double(core.yearCount - relaxation.windows.last[item])) { $0 + shares[$1] }
    }
    let serving = (0..<core.itemCount).filter { core.demandsOfItem.size(of: $0) > 0 }
    return serving.sorted {
      (places[$1], core.rank[$0]) < (places[$0], core.rank[$1])
    }
  }

  /// The items that serve anyone, those first that the closures are least of one mind about.
  var contenders: [Int] {
    let core = relaxation.core
    var doubts = [Double](repeating: 0, count: core.itemCount)
    for item in 0..<core.itemCount {
      let first = relaxation.firstVertex[item]
      for vertex in first..<(first + relaxation.windows.last[item] - relaxation.windows.first[item]) {
        doubts[item] += shares[vertex] * (1 - shares[vertex])
      }
    }
    let serving = (0..<core.itemCount).filter { item in
      relaxation.windows.first[item] < core.yearCount
        && core.demandsOfItem[item].contains { core.benefits[Int($0)] > 0 }
    }
    return serving.sorted { (doubts[$1], $0) < (doubts[$0], $1) }
  }

  /// What is lost against the least bound by each item's years.
  mutating func losses() -> YearLosses {
    let least = relaxation.bound(at: prices)
    bound = min(bound, least)
    return YearLosses(relaxation, bound: least)
  }

  /// Finds the bound at prices and takes the closure into the average.
  private mutating func evaluate(_ tried: PhasingPrices) {
    let value = relaxation.bound(at: tried)
    if value < bound {
      bound = value
      prices = tried
    }
    let weight = shares.isEmpty ? 1 : 0.1
    if shares.isEmpty {
      shares = [Double](repeating: 0, count: relaxation.closure.count)
      used = [Double](repeating: 0, count: relaxation.used.count)
      counts = [Double](repeating: 0, count: relaxation.counts.count)
    }
    for vertex in shares.indices {
      shares[vertex] += weight * ((relaxation.closure[vertex] ? 1 : 0) - shares[vertex])
    }
    for place in used.indices { used[place] += weight * (relaxation.used[place] - used[place]) }
    for place in counts.indices { counts[place] += weight * (relaxation.counts[place] - counts[place]) }
  }
}
