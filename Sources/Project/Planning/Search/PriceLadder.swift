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
  /// The choices so far, by price.
  private(set) var rungs: [JointChoice] = []
  /// Whether it was cancelled.
  private(set) var wasCancelled = false

  /// A ladder without rungs.
  init(_ parts: [PlanPart], _ benefits: Benefits) {
    self.parts = parts
    self.benefits = parts.map { $0.benefits(benefits) }
    greatestBenefit = self.benefits.joined().reduce(0, +)
  }

  /// The highest price that can be reckoned with.
  var greatestPrice: Int { (1 << 56) / max(1, greatestBenefit) }

  /// Adds rungs until the money is enclosed by two that are near to each other: one that costs no more and one that costs
  /// more or serves all. At most `steps` rungs are added.
  mutating func enclose(money: Int, steps: Int) async throws {
    var left = steps
    if rungs.isEmpty {
      try await add(price: min(greatestPrice, max(1, money / max(1, greatestBenefit))))
      left -= 1
    }
    while left > 0, !wasCancelled {
      let low = rungs.last { $0.cost <= money }
      let high = rungs.first { $0.cost > money }
      let price: Int
      switch (low, high) {
      case (let low?, nil):
        if low.benefit == greatestBenefit || low.price >= greatestPrice { return }
        price = min(greatestPrice, low.price * 4)
      case (nil, let high?):
        if high.price <= 1 { return }
        price = max(1, high.price / 4)
      case (let low?, let high?):
        if Double(high.price) < 1.01 * Double(low.price) || high.price - low.price < 2 { return }
        // Geometric, for benefits over costs spread over many orders of magnitude.
        price = Int((Double(low.price) * Double(high.price)).squareRoot().rounded())
      case (nil, nil): return
      }
      if rungs.contains(where: { $0.price == price }) { return }
      try await add(price: price)
      left -= 1
    }
  }

  /// Adds the rung of a price.
  mutating func add(price: Int) async throws {
    var choices: [PricedChoice] = []
    for (part, benefits) in zip(parts, benefits) {
      if Task.isCancelled { wasCancelled = true }
      if wasCancelled, !rungs.isEmpty { return }
      choices.append(try part.choose(price, benefits))
    }
    let rung = JointChoice(price: price, choices: choices)
    rungs.insert(rung, at: rungs.firstIndex { $0.price > price } ?? rungs.endIndex)
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
