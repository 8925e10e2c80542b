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
  private(set) var stepCount = 0
  /// For each vertex of the relaxation, in what part of the closures it is.
  private(set) var shares: [Double] = []
  private var steps: VolumeSteps
  private var isSettled = false
  /// By how much the averaged closures break each row that was given up, limits first, in the units of `scales`.
  private var direction: [Double] = []
  /// For each row what it is multiplied with, so that a step changes all prices by like parts of what they may be.
  private let scales: [Double]
  private let limitCount: Int
  /// A step aims at most by this part below the bound.
  private static let aim = 0.05

  /// How many arcs were looked at.
  var work: Int { relaxation.flow.work }

  /// At prices of 0, with `ceiling` as the bound to start from.
  init(_ relaxation: PhasingRelaxation, ceiling: Int) {
    let core = relaxation.core
    let years = core.yearCount
    let benefit = core.benefits.reduce(0, +)
    self.relaxation = relaxation
    bound = ceiling
    let limitScales = core.rows.flatMap { row in
      (0..<years).map { year in
        row.sums[year] == 0 ? 0 : Double(benefit * core.yearWeights[year]).squareRoot() / Double(row.sums[year])
      }
    }
    limitCount = limitScales.count
    scales =
      limitScales
      + relaxation.choices.flatMap { demand in
        core.yearWeights.map { Double(core.benefits[demand] * $0).squareRoot() }
      }
    prices = PhasingPrices(
      limits: [Double](repeating: 0, count: limitCount),
      choices: [Double](repeating: 0, count: relaxation.choices.count * years))
    steps = VolumeSteps(scale: 1, patience: 6, shrinkage: 0.75, bound: Double(ceiling))
  }

  /// Finds prices to start from: those of each limit and year go up while more is used than there is, else down, by less and
  /// less; those of a demand and year go up while more than one of its options stands.
  mutating func start(workLimit: Int) {
    let sums = relaxation.core.rows.flatMap(\.sums)
    evaluate(prices)
    if sums.indices.allSatisfy({ relaxation.used[$0] <= Double(sums[$0]) }) && relaxation.choices.isEmpty { return }
    var tried = prices
    for place in tried.limits.indices { tried.limits[place] = scales[place] * scales[place] * Double(sums[place]) / 4 }
    var factor = 4.0
    while factor > 1.02, work < workLimit, !Task.isCancelled {
      evaluate(tried)
      for place in tried.limits.indices {
        let price = tried.limits[place] * (relaxation.used[place] > Double(sums[place]) ? factor : 1 / factor)
        tried.limits[place] = min(highest(place), price)
      }
      let part = (factor - 1) / (2 * factor)
      for place in tried.choices.indices {
        let most = scales[limitCount + place] * scales[limitCount + place]
        let count = relaxation.counts[place]
        if count != 1 { tried.choices[place] += part * ((count > 1 ? most : 0) - tried.choices[place]) }
      }
      factor = 1 + (factor - 1) * 0.8
    }
    direction = []
    evaluate(prices)
  }

  /// One step towards `target`, a value that plans reach, in parts of a year.
  mutating func step(target: Int) {
    var way = direction
    for place in way.indices where way[place] < 0 && price(place) <= 0 { way[place] = 0 }
    let norm = way.reduce(0) { $0 + $1 * $1 }
    stepCount += 1
    if norm <= 0 {
      isSettled = true
      return
    }
    let aim = min(Double(bound - target), Self.aim * Double(bound))
    let length = steps.scale * max(aim, 1) / norm
    var tried = prices
    for place in way.indices {
      let change = length * scales[place] * way[place]
      if place < limitCount {
        tried.limits[place] = min(highest(place), max(0, tried.limits[place] + change))
      } else {
        let most = scales[place] * scales[place]
        tried.choices[place - limitCount] = min(most, max(0, tried.choices[place - limitCount] + change))
      }
    }
    let before = bound
    let trial = evaluate(tried)
    steps.judge(isBetter: bound < before, direction: way, trial: trial)
    steps.check(bound: Double(bound))
  }

  /// The highest price of a limit: all there is then costs four times what all demands together count. None is that high where
  /// the bound is least, because at prices of 0 it is not above what they count.
  private func highest(_ place: Int) -> Double {
    4 * scales[place] * scales[place] * Double(relaxation.core.rows[place / years].sums[place % years])
  }

  private var years: Int { relaxation.core.yearCount }

  private func price(_ place: Int) -> Double {
    place < limitCount ? prices.limits[place] : prices.choices[place - limitCount]
  }

  /// Whether more steps promise anything.
  var isOpen: Bool { !isSettled && steps.scale > 2e-4 }

  /// In how many years each item stands in the closures' average: the more, the earlier it is worth building.
  var standing: [Double] {
    let windows = relaxation.windows
    return (0..<relaxation.core.itemCount).map { item in
      let first = relaxation.firstVertex[item]
      let vertices = first..<(first + windows.last[item] - windows.first[item])
      return vertices.reduce(Double(relaxation.core.yearCount - windows.last[item])) { $0 + shares[$1] }
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

  /// Finds the bound at prices and takes the closure into the average; by how much it breaks each row.
  @discardableResult
  private mutating func evaluate(_ tried: PhasingPrices) -> [Double] {
    let value = relaxation.bound(at: tried)
    if value < bound {
      bound = value
      prices = tried
    }
    let sums = relaxation.core.rows.flatMap(\.sums)
    var trial = scales
    for place in sums.indices { trial[place] *= relaxation.used[place] - Double(sums[place]) }
    for place in relaxation.counts.indices { trial[limitCount + place] *= relaxation.counts[place] - 1 }
    if direction.isEmpty {
      direction = trial
      shares = relaxation.closure.map { $0 ? 1 : 0 }
      return trial
    }
    let share = steps.average(&direction, with: trial)
    for vertex in shares.indices {
      shares[vertex] += share * ((relaxation.closure[vertex] ? 1 : 0) - shares[vertex])
    }
    return trial
  }
}
