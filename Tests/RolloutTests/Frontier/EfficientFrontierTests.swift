import Randomness
import Testing

@testable import Rollout

@Suite struct EfficientFrontierTests {
  /// Things to buy one by one, each with a cost and a benefit: at a price the best choice is known without search.
  struct Shop {
    var things: [(cost: Int, benefit: Int)]

    func choice(price: Int, slack: Int = 0) -> PricedChoice {
      let bought = things.filter { price * $0.benefit > $0.cost }
      let cost = bought.reduce(0) { $0 + $1.cost }
      let benefit = bought.reduce(0) { $0 + $1.benefit }
      return PricedChoice(
        items: [], villages: [], cost: cost, benefit: benefit, price: price,
        upperBound: price * benefit - cost + slack)
    }
  }

  /// Every sum of costs and benefits of things from several shops.
  static func everything(_ shops: [Shop]) -> [(cost: Int, benefit: Int)] {
    shops.flatMap(\.things).reduce([(cost: 0, benefit: 0)]) { sums, thing in
      sums + sums.map { (cost: $0.cost + thing.cost, benefit: $0.benefit + thing.benefit) }
    }
  }

  static func shops(seed: UInt64) -> [Shop] {
    var generator = SeededGenerator(seed: seed).fork("shops")
    return (0..<(1 + generator.index(3))).map { _ in
      Shop(things: (0..<(1 + generator.index(4))).map { _ in (1 + generator.index(40), generator.index(20)) })
    }
  }

  @Test func `two villages of ten and six people cost five and two`() throws {
    let shop = Shop(things: [(cost: 50, benefit: 10), (cost: 12, benefit: 6)])
    let frontier = try EfficientFrontier([[1, 3, 6].map { shop.choice(price: $0) }])
    // At 3: 6 people for 12, worth 6. At 6: 16 people for 62, worth 34. The lines are (6 + B) / 3 and (34 + B) / 6.
    #expect(frontier.curve.map(\.cost) == [0, 12, 62])
    #expect(frontier.curve.map(\.benefit) == [0, 6, 16])
    #expect(frontier.curve.map(\.bound) == [0, 6, 16])
    #expect(frontier.bound(budget: 0) == 0)
    #expect(frontier.bound(budget: 11) == 5)
    #expect(frontier.bound(budget: 50) == 14)
    let best = frontier.best(within: 50)
    #expect(best.benefit == 6)
    #expect(best.cost == 12)
    #expect(best.bound == 14)
    #expect(best.choices == [1])
    #expect(frontier.best(within: 11).choices == [nil])
    #expect(frontier.best(within: -1).benefit == 0)
    #expect(frontier.bounds(yearlyBudgets: [12, 38, 12]) == [6, 14, 16])
  }

  @Test(arguments: UInt64(0)..<200)
  func `no purchase brings more than the bound, and the best keeps to the budget`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed).fork("prices")
    let shops = Self.shops(seed: seed)
    let isCommon = generator.chance(0.5)
    let common = (0..<(1 + generator.index(6))).map { _ in 1 + generator.index(30) }
    let services = shops.map { shop in
      (isCommon ? common : (0..<(1 + generator.index(6))).map { _ in 1 + generator.index(30) }).map {
        shop.choice(price: $0, slack: generator.chance(0.3) ? generator.index(10) : 0)
      }
    }
    let frontier = try EfficientFrontier(services)
    let sums = Self.everything(shops)
    for budget in [0, 5, 10, 20, 40, 80, 200, 1000] {
      let most = try #require(sums.filter { $0.cost <= budget }.map(\.benefit).max())
      #expect(frontier.bound(budget: budget) >= most)
      let best = frontier.best(within: budget)
      #expect(best.cost <= budget)
      #expect(best.benefit <= most)
      #expect(best.bound >= most)
      let chosen = zip(services, best.choices).compactMap { choices, place in place.map { choices[$0] } }
      #expect(chosen.reduce(0) { $0 + $1.cost } == best.cost)
      #expect(chosen.reduce(0) { $0 + $1.benefit } == best.benefit)
      var combinations = [(cost: 0, benefit: 0)]
      for choices in services {
        combinations += combinations.flatMap { sum in choices.map { (sum.cost + $0.cost, sum.benefit + $0.benefit) } }
      }
      #expect(combinations.filter { $0.cost <= budget }.map(\.benefit).max() == best.benefit)
    }
  }

  @Test(arguments: UInt64(0)..<50) func `the curve rises, ever less for the money`(seed: UInt64) throws {
    let frontier = try EfficientFrontier(
      Self.shops(seed: seed).map { shop in (1...12).map { shop.choice(price: 3 * $0) } })
    let curve = frontier.curve
    #expect(curve.first?.cost == 0)
    for (point, next) in zip(curve, curve.dropFirst()) {
      #expect(point.cost < next.cost)
      #expect(point.benefit < next.benefit)
      #expect(point.bound <= next.bound)
    }
    for (index, point) in curve.enumerated().dropFirst().dropLast() {
      let (before, after) = (curve[index - 1], curve[index + 1])
      #expect(
        (point.benefit - before.benefit) * (after.cost - point.cost)
          > (after.benefit - point.benefit) * (point.cost - before.cost))
    }
  }

  @Test func `what is wrong is named`() {
    func choice(price: Int = 2, cost: Int = 1, benefit: Int = 1, bound: Int = 1) -> PricedChoice {
      PricedChoice(items: [], villages: [], cost: cost, benefit: benefit, price: price, upperBound: bound)
    }
    #expect(throws: FrontierError.noChoices(service: nil)) { try EfficientFrontier([]) }
    #expect(throws: FrontierError.noChoices(service: 1)) { try EfficientFrontier([[choice()], []]) }
    #expect(throws: FrontierError.unusablePrice(service: 0, price: 0)) { try EfficientFrontier([[choice(price: 0)]]) }
    #expect(throws: FrontierError.unusableChoice(service: 0, price: 2, cost: -1, benefit: 1)) {
      try EfficientFrontier([[choice(cost: -1)]])
    }
    #expect(throws: FrontierError.boundBelowWorth(service: 0, price: 2, upperBound: 0)) {
      try EfficientFrontier([[choice(bound: 0)]])
    }
    #expect(throws: FrontierError.tooLarge(service: 0, price: 2)) {
      try EfficientFrontier([[choice(benefit: 1 << 60, bound: 1)]])
    }
  }
}
