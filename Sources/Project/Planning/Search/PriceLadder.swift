import Foundation
import Geospatial
import Rollout

/// What some parts of a plan choose at one price, together.
struct JointChoice: Sendable {
  /// What a unit of benefit is worth, in whole units of the **currency**.
  var price: Int
  /// One per part, same order.
  var choices: [PricedChoice]

  /// What it costs to build.
  var cost: Int { choices.reduce(0) { $0 + $1.cost } }
  /// What it brings.
  var benefit: Int { choices.reduce(0) { $0 + $1.benefit } }
  /// No choice is worth more at this price.
  var upperBound: Int { choices.reduce(0) { $0 + $1.upperBound } }
}

/// The choices of parts that share their money, price by price.
///
/// At a price the services do not depend on each other, so that the bound of all is the sum of those of each; what one service
/// needs of another (a site its power) only makes a plan dearer, and the bound holds without it.
struct PriceLadder: Sendable {
  /// The parts.
  let parts: [PlanPart]
  /// The benefits of the villages of each part.
  let benefits: [[Int]]
  /// What all that can be served brings.
  let greatestBenefit: Int
  /// How many choices are made at a time at most; the rungs do not depend on it.
  let threads: Int
  /// The choices so far, by price.
  private(set) var rungs: [JointChoice] = []
  /// Whether it was cancelled.
  private(set) var wasCancelled = false

  /// A ladder without rungs; `benefits` has one list per part, one number for each of its villages.
  init(_ parts: [PlanPart], _ benefits: [[Int]], threads: Int) {
    self.parts = parts
    self.benefits = benefits
    self.threads = threads
    greatestBenefit = benefits.joined().reduce(0, +)
  }

  /// Whether a rung takes so long that few can be tried.
  var isLarge: Bool { parts.contains(where: \.isLarge) }

  /// The highest price that can be reckoned with.
  var greatestPrice: Int { (1 << 56) / max(1, greatestBenefit) }

  /// Adds rungs, two at a time, until the money is enclosed by two that are near to each other: one that costs no more and one
  /// that costs more or serves all. At most `rounds` times two rungs are added.
  mutating func enclose(money: Int, rounds: Int) async throws {
    var width = Double.infinity
    var climb = 1.0
    for _ in 0..<rounds where !wasCancelled {
      let low = rungs.last { $0.cost <= money }
      let high = rungs.first { $0.cost > money }
      var prices: [Double]
      switch (low, high) {
      case (let low?, nil):
        if low.benefit == greatestBenefit || low.price >= greatestPrice { return }
        let stride = pow(Self.stride(from: low.cost, to: money), climb)
        climb += 1
        prices = [Double(low.price) * stride.squareRoot(), Double(low.price) * stride]
      case (nil, let high?):
        if high.price <= 1 { return }
        let stride = pow(Self.stride(from: money, to: high.cost), climb)
        climb += 1
        prices = [Double(high.price) / stride, Double(high.price) / stride.squareRoot()]
      case (let low?, let high?):
        if Double(high.price) < 1.01 * Double(low.price) || high.price - low.price < 2 { return }
        if isLarge, Double(high.cost) < 1.1 * Double(low.cost) { return }
        // By logarithms, for benefits over costs spread over many orders of magnitude: around where the straight line says, or in
        // thirds where that did not narrow it down.
        let rest = log(Double(high.price) / Double(low.price))
        let share = rest < width / 3 ? Self.share(of: money, from: low.cost, to: high.cost) : 0.5
        width = rest
        prices = [share * 2 / 3, 1 - (1 - share) * 2 / 3].map { Double(low.price) * exp(rest * $0) }
      case (nil, nil):
        let least = Double(max(1, money / max(1, greatestBenefit)))
        prices = [least, 4 * least]
      }
      let known = Set(rungs.map(\.price))
      let new = Set(prices.map { Int(min(Double(greatestPrice), max(1, $0.rounded()))) }).subtracting(known).sorted()
      if new.isEmpty { return }
      try await add(prices: new)
    }
  }

  /// By how much a price is changed so that what is chosen costs another sum; costs mostly grow with a power of the price between
  /// two and three.
  private static func stride(from cost: Int, to other: Int) -> Double {
    cost <= 0 || other <= 0 ? 4 : min(4, max(1.2, 1.1 * pow(Double(other) / Double(cost), 0.4)))
  }

  /// Where a sum lies between two others, by its logarithm: from a little above 0 to a little below 1.
  private static func share(of money: Int, from low: Int, to high: Int) -> Double {
    if low <= 0 || money <= low { return 0.5 }
    return min(0.9, max(0.1, log(Double(money) / Double(low)) / log(Double(high) / Double(low))))
  }

  /// Adds the rung of a price.
  mutating func add(price: Int) async throws { try await add(prices: [price]) }

  /// Adds the rungs of some prices, reckoned on all threads.
  private mutating func add(prices: [Int]) async throws {
    if Task.isCancelled { wasCancelled = true }
    // One rung is needed even so; a cancelled choice ends early with the best it has.
    let prices = wasCancelled ? Array(prices.prefix(rungs.isEmpty ? 1 : 0)) : prices
    let works = prices.flatMap { price in parts.indices.map { (price: price, part: $0) } }
    let needed = rungs.isEmpty ? prices.first : nil
    let choices = try await Parallel.map(works, threads: threads) { [parts, benefits] work in
      // What has not been begun when it is cancelled is left.
      Task.isCancelled && work.price != needed ? nil : try parts[work.part].choose(work.price, benefits[work.part])
    }
    for (place, price) in prices.enumerated() {
      let made = choices[(place * parts.count)..<((place + 1) * parts.count)].compactMap { $0 }
      if made.count < parts.count { continue }
      let rung = JointChoice(price: price, choices: made)
      rungs.insert(rung, at: rungs.firstIndex { $0.price > price } ?? rungs.endIndex)
    }
    if Task.isCancelled { wasCancelled = true }
  }

  /// What money buys, by the rungs so far; nil without any.
  func frontier() throws(FrontierError) -> EfficientFrontier? {
    if rungs.isEmpty { return nil }
    return try EfficientFrontier(parts.indices.map { part in rungs.map { $0.choices[part] } })
  }

  /// Every choice that serves at least `benefit` costs at least so much.
  func leastCost(benefit: Int) -> Int {
    rungs.reduce(0) { bound, rung in
      let (worth, overflows) = rung.price.multipliedReportingOverflow(by: benefit)
      return overflows ? bound : max(bound, worth - rung.upperBound)
    }
  }

  /// The cheapest choice that costs more than `money`; nil where none does.
  func next(money: Int) -> JointChoice? { rungs.first { $0.cost > money } }
}
