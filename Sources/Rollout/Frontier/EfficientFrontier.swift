/// How much benefit money buys: the choices of several services at common prices, and a bound above what any choice brings.
///
///     let frontier = try EfficientFrontier([fibre, signal, power])
///     for point in frontier.curve { print(point.cost, point.benefit, point.bound) }
///     let best = frontier.best(within: 500_000_000_000)
///
/// At a price *v* for each unit of benefit no choice of service *s* is worth more than its bound *U*(*s*, *v*). So whatever is
/// chosen for a budget *B* brings at most (the sum of *U*(*s*, *v*) over *s*, plus *B*) / *v*, at every *v* (H. Everett,
/// *Generalized Lagrange multiplier method for solving problems of optimum allocation of resources*, Operations Research 11,
/// 1963). The least of these lines is a concave bound above the frontier.
public struct EfficientFrontier: Sendable {
  /// Money and benefits beyond this are refused.
  public static let largestNumber = 1 << 58

  /// The choices of each service, as given.
  public let services: [[PricedChoice]]
  /// The prices at which the bounds of all services are known, ascending.
  public let prices: [Int]
  /// The sum of the services' bounds at each price.
  private let worths: [Int]
  /// Combinations of the services' choices, none with less benefit and no less cost than another, ascending.
  private let combinations: [Combination]

  private struct Combination: Sendable {
    var cost = 0
    var benefit = 0
    var choices: [Int?] = []
  }

  /// The most combinations kept; beyond, of neighbours in cost the one with less benefit for its cost goes.
  private static let combinationLimit = 20_000

  /// The frontier of services whose benefits add up, each with its choices at some prices.
  ///
  /// The prices are best the same for all; where they are not, bounds between two prices of a service are interpolated, which a
  /// convex bound allows, and prices above the highest of any service count for nothing. Throws the first thing that is wrong.
  public init(_ services: [[PricedChoice]]) throws(FrontierError) {
    if services.isEmpty { throw .noChoices(service: nil) }
    for (service, choices) in services.enumerated() { try Self.check(choices, of: service) }
    self.services = services
    let bounds = services.map(PriceBounds.init)
    let highest = bounds.map(\.highestPrice).min() ?? 0
    prices = Set(services.joined().map(\.price)).filter { $0 <= highest }.sorted()
    worths = prices.map { price in
      bounds.reduce(0) { $0 + ($1.bound(at: price) ?? 0) }
    }
    combinations = Self.combinations(of: services)
  }

  /// Throws the first thing that is wrong with the choices of a service.
  private static func check(_ choices: [PricedChoice], of service: Int) throws(FrontierError) {
    if choices.isEmpty { throw .noChoices(service: service) }
    for choice in choices {
      let price = choice.price
      if price <= 0 { throw .unusablePrice(service: service, price: price) }
      guard choice.cost >= 0, choice.benefit >= 0 else {
        throw .unusableChoice(service: service, price: price, cost: choice.cost, benefit: choice.benefit)
      }
      let (worth, isOver) = price.multipliedReportingOverflow(by: choice.benefit)
      guard !isOver, worth <= largestNumber, choice.cost <= largestNumber, abs(choice.upperBound) <= largestNumber
      else {
        throw .tooLarge(service: service, price: price)
      }
      if choice.upperBound < worth - choice.cost {
        throw .boundBelowWorth(service: service, price: price, upperBound: choice.upperBound)
      }
    }
  }

  /// No choice of all services within a budget, of at least 0, brings more. O(prices).
  public func bound(budget: Int) -> Int {
    zip(prices, worths).reduce(.max) { least, line in
      let (money, isOver) = line.1.addingReportingOverflow(budget)
      return isOver ? least : min(least, money / line.0)
    }
  }

  /// The bounds for budgets that grow from year to year: for each year that of all the money until its end.
  ///
  /// They are ceilings for `PhasingSolver.benefitCeilings` where all money is shared and the phased items are those the choices
  /// were made from.
  public func bounds(yearlyBudgets: [Int]) -> [Int] {
    var sum = 0
    return yearlyBudgets.map { budget in
      sum += budget
      return bound(budget: sum)
    }
  }

  /// The combination of one choice per service, or none, that brings most within a budget; nothing for a budget below 0.
  public func best(within budget: Int) -> FrontierPoint {
    let best = combinations.last { $0.cost <= budget } ?? Combination(choices: services.map { _ in nil })
    return FrontierPoint(
      cost: best.cost, benefit: best.benefit, bound: max(best.benefit, bound(budget: max(0, budget))),
      choices: best.choices)
  }

  /// The combinations on the upper hull, from the cheapest, which is nothing at all, to the one that brings most: what each more
  /// brings for its money becomes less and less.
  public var curve: [FrontierPoint] {
    var hull: [Combination] = []
    for next in combinations {
      while hull.count > 1, Self.isBelow(hull[hull.count - 1], hull[hull.count - 2], next) { hull.removeLast() }
      hull.append(next)
    }
    return hull.map {
      FrontierPoint(
        cost: $0.cost, benefit: $0.benefit, bound: max($0.benefit, bound(budget: $0.cost)), choices: $0.choices)
    }
  }

  /// Whether a combination lies on or below the line from an earlier to a later one.
  private static func isBelow(_ middle: Combination, _ first: Combination, _ last: Combination) -> Bool {
    let here = (middle.benefit - first.benefit).multipliedFullWidth(by: last.cost - first.cost)
    let line = (last.benefit - first.benefit).multipliedFullWidth(by: middle.cost - first.cost)
    return here.high != line.high ? here.high < line.high : here.low <= line.low
  }

  /// Combines the choices of one service after the other, and keeps what is not worse in both cost and benefit.
  private static func combinations(of services: [[PricedChoice]]) -> [Combination] {
    var combinations = [Combination()]
    for choices in services {
      var found: [Combination] = []
      for combination in combinations {
        found.append(
          Combination(cost: combination.cost, benefit: combination.benefit, choices: combination.choices + [nil]))
        for (place, choice) in choices.enumerated() where choice.benefit > 0 {
          found.append(
            Combination(
              cost: combination.cost + choice.cost, benefit: combination.benefit + choice.benefit,
              choices: combination.choices + [place]))
        }
      }
      combinations = undominated(found)
    }
    return combinations
  }

  /// Those to which no other is at least equal in benefit at no more cost, ascending; thinned out to the limit.
  private static func undominated(_ combinations: [Combination]) -> [Combination] {
    var kept: [Combination] = []
    for next in combinations.sorted(by: { ($0.cost, $1.benefit) < ($1.cost, $0.benefit) }) {
      if let last = kept.last, last.benefit >= next.benefit { continue }
      kept.append(next)
    }
    if kept.count <= combinationLimit { return kept }
    let step = (kept.count + combinationLimit - 1) / combinationLimit
    return kept.indices.compactMap { $0 % step == 0 || $0 == kept.count - 1 ? kept[$0] : nil }
  }
}
