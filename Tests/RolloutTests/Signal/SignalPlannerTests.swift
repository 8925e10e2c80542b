import Geospatial
import Randomness
import Testing

@testable import Rollout

@Suite struct SignalPlannerTests {
  typealias Ground = SignalGround

  /// Every choice of sites that has all it needs and the required ones.
  private static func choices(of forest: SignalForest) -> [[Int]] {
    (0..<(1 << forest.costs.count)).compactMap { bits in
      let sites = forest.costs.indices.filter { bits >> $0 & 1 == 1 }
      return forest.closed(sites) == sites ? sites : nil
    }
  }

  @Test(arguments: UInt64(1)...120)
  func `the least cost is the one found by trying every choice, or its bound is below`(seed: UInt64) throws {
    let problem = try Ground.seeded(seed)
    let planner = SignalPlanner(problem)
    let forest = planner.forest
    let everybody = problem.reachable
    let least = try #require(
      Self.choices(of: forest).filter { forest.villages(of: $0) == everybody }.map(forest.cost).min())
    let plan = try planner.leastCost()
    #expect(plan.villages == everybody)
    #expect(plan.cost >= least)
    #expect(plan.lowerBound <= least)
    if forest.isFlat { #expect(plan.cost == least && plan.lowerBound == least) }
    try Self.expectSound(plan.items, cost: plan.cost, villages: plan.villages)
  }

  @Test(arguments: UInt64(1)...120)
  func `what is worth its price is found, or the bound is above`(seed: UInt64) throws {
    let problem = try Ground.seeded(seed)
    let planner = SignalPlanner(problem)
    let forest = planner.forest
    var generator = SeededGenerator(seed: seed)
    let benefits = problem.sources.villages.map { _ in generator.index(900) }
    for price in [0, 1, 2, 5, 1_000_000] {
      let most = Self.choices(of: forest).map { sites in
        forest.villages(of: sites).reduce(0) { $0 + price * benefits[$1] } - forest.cost(of: sites)
      }.max()
      let choice = try planner.choose(price: price, benefits: benefits)
      let value = price * choice.benefit - choice.cost
      #expect(value <= most ?? 0)
      #expect(choice.upperBound >= most ?? 0)
      if forest.isFlat { #expect(value == most && choice.upperBound == most) }
      #expect(choice.benefit == choice.villages.reduce(0) { $0 + benefits[$1] })
      try Self.expectSound(choice.items, cost: choice.cost, villages: choice.villages)
    }
  }

  @Test(arguments: UInt64(1)...120)
  func `the most benefit for a budget is found, or the bound is above`(seed: UInt64) throws {
    let problem = try Ground.seeded(seed)
    let planner = SignalPlanner(problem)
    let forest = planner.forest
    var generator = SeededGenerator(seed: seed)
    let benefits = problem.sources.villages.map { _ in generator.index(900) }
    for budget in [0, 1_300, 2_500, 5_000, 1_000_000] {
      let affordable = Self.choices(of: forest).filter { forest.cost(of: $0) <= budget }
      guard let most = affordable.map({ forest.villages(of: $0).reduce(0) { $0 + benefits[$1] } }).max() else {
        #expect(throws: SignalError.self) { try planner.within(budget: budget, benefits: benefits) }
        continue
      }
      let plan = try planner.within(budget: budget, benefits: benefits)
      #expect(plan.cost <= budget)
      #expect(plan.benefit <= most)
      #expect(plan.upperBound >= most)
      if forest.isFlat { #expect(plan.benefit == most && plan.upperBound == most) }
      try Self.expectSound(plan.items, cost: plan.cost, villages: plan.villages)
    }
  }

  /// Items need what stands before them, their bills are the cost, and they serve whom the plan says.
  private static func expectSound(_ items: [PlanItem], cost: Int, villages: [Int]) throws {
    #expect(Ground.cost(of: items) == cost)
    for (index, item) in items.enumerated() {
      #expect(item.needs.allSatisfy { $0 < index })
      #expect(item.service == .signal)
      let isTower = item.kind == .tower || item.kind == .towerUpgrade
      #expect(item.villages.isEmpty || isTower)
    }
    #expect(Set(items.flatMap(\.villages)).sorted() == villages)
  }

  @Test func `the seeded problems have sites that need others, sites that do not, and villages out of reach`() throws {
    let problems = try (UInt64(1)...120).map { try Ground.seeded($0) }
    let deep = problems.filter { problem in problem.sites.contains { $0.parent != nil } }
    #expect(deep.count > 20)
    #expect(problems.count - deep.count > 20)
    #expect(problems.contains { !$0.unreachable.isEmpty })
    #expect(problems.contains { problem in problem.sites.contains { $0.work == .relay } })
    #expect(problems.contains { problem in problem.sites.contains { $0.isRequired } })
  }

  @Test func `the gap where sites need others is small on the whole`() throws {
    // Nothing that a choice must keep to: what is expected of the bounds and of the choices together.
    var (gap, count) = (0.0, 0)
    for seed in UInt64(1)...120 {
      let problem = try Ground.seeded(seed)
      guard problem.sites.contains(where: { $0.parent != nil }) else { continue }
      gap += try SignalPlanner(problem).leastCost().gap
      count += 1
    }
    #expect(gap / Double(count) < 0.05)
  }

  @Test func `a worth beyond all numbers serves everybody`() throws {
    let problem = try Ground.seeded(3)
    let planner = SignalPlanner(problem)
    let benefits = problem.sources.villages.map { _ in 1_000_000 }
    let choice = try planner.choose(price: .max, benefits: benefits)
    #expect(choice.villages == problem.reachable)
  }
}
