import Geospatial
import Randomness
import Testing

@testable import Rollout

@Suite struct FibrePlannerTests {
  /// The root 0, villages 1 and 2 (places 0 and 1 in the list), a junction 3: 3 km to the junction, 1 km to each village
  /// from there, 3.5 km from the root to the second village along a road of its own.
  static let fork = SmallNetworks.network(
    villages: 2, places: [(0, 0), (4_000, 0), (3_000, 1_000), (3_000, 0)],
    edges: [.init(0, 3, 3_000), .init(3, 1, 1_000), .init(3, 2, 1_000), .init(0, 2, 3_500)])

  @Test func `a shared cable is laid once`() throws {
    let problem = try SmallNetworks.problem(Self.fork)
    let all = try FibrePlanner(problem).leastCost()
    // 5 km of cable at 1,000,000 and two villages at 500,000.
    #expect(all.cost == 6_000_000)
    #expect(all.isOptimal)
    #expect(all.gap == 0)
    #expect(all.villages == [0, 1])
    #expect(all.leftOut.isEmpty)
    // Alone, the second is nearer by its own road.
    let second = try FibrePlanner(problem).leastCost(villages: [1])
    #expect(second.cost == 4_000_000)
    #expect(second.villages == [1])
    #expect(try FibrePlanner(problem).leastCost(villages: []).cost == 0)
  }

  @Test func `a village is connected when it is worth its way and not before`() throws {
    let planner = FibrePlanner(try SmallNetworks.problem(Self.fork))
    // Both cost 6,000,000; the second alone 4,000,000, the first alone 4,500,000.
    let benefits = [30, 30]
    #expect(try planner.choose(price: 99_999, benefits: benefits).villages.isEmpty)
    let both = try planner.choose(price: 100_001, benefits: benefits)
    #expect(both.villages == [0, 1])
    #expect(both.cost == 6_000_000)
    #expect(both.benefit == 60)
    #expect(both.price == 100_001)
    #expect(both.upperBound == 60)
    let one = try planner.choose(price: 100_001, benefits: [0, 50])
    #expect(one.villages == [1])
    #expect(one.upperBound == 50 * 100_001 - 4_000_000)
  }

  @Test(arguments: [(3_999_999, 0), (4_000_000, 30), (4_500_000, 40), (5_999_999, 40), (6_000_000, 70)])
  func `a budget buys what it reaches`(budget: Int, benefit: Int) throws {
    let planner = FibrePlanner(try SmallNetworks.problem(Self.fork))
    let plan = try planner.within(budget: budget, benefits: [40, 30])
    #expect(plan.benefit == benefit)
    #expect(plan.choice.cost <= budget)
    #expect(plan.upperBound >= benefit)
    #expect(plan.budget == budget)
  }

  @Test func `required villages are connected whatever they bring, excluded ones never`() throws {
    let required = FibrePlanner(try SmallNetworks.problem(Self.fork, required: [0]))
    #expect(try required.choose(price: 0, benefits: [1, 1]).villages == [0])
    #expect(try required.leastCost(villages: [1]).villages == [0, 1])
    #expect(throws: FibreError.budgetTooSmall(budget: 4_499_999, cheapest: 4_500_000, lowerBound: 4_500_000)) {
      try required.within(budget: 4_499_999, benefits: [1, 1])
    }
    #expect(try required.within(budget: 4_500_000, benefits: [0, 0]).choice.villages == [0])
    let excluded = FibrePlanner(try SmallNetworks.problem(Self.fork, excluded: [0]))
    #expect(try excluded.choose(price: 1_000_000, benefits: [9, 9]).villages == [1])
    #expect(try excluded.leastCost().villages == [1])
    #expect(try excluded.within(budget: 10_000_000, benefits: [9, 9]).choice.villages == [1])
    #expect(throws: FibreError.requiredAndExcluded(village: 1)) {
      try SmallNetworks.problem(Self.fork, required: [0, 1], excluded: [1])
    }
    #expect(throws: FibreError.noSuchVillage(village: 2, list: "excluded villages", villageCount: 2)) {
      try SmallNetworks.problem(Self.fork, excluded: [2])
    }
  }

  @Test func `a cable passes through an excluded village without charge`() throws {
    let chain = SmallNetworks.network(
      villages: 2, places: [(0, 0), (1_000, 0), (2_000, 0)], edges: [.init(0, 1, 1_000), .init(1, 2, 1_000)])
    let problem = try SmallNetworks.problem(chain, excluded: [0])
    let all = try FibrePlanner(problem).leastCost()
    #expect(all.villages == [1])
    #expect(all.cost == 2_500_000)
    let items = try all.items(of: problem)
    #expect(items.map(\.kind) == [.cable, .fibreVillage])
  }

  @Test func `villages without a path are listed with the reason, even required ones`() throws {
    let island = SmallNetworks.network(
      villages: 2, places: [(0, 0), (1_000, 0), (2_000, 0)], edges: [.init(0, 1, 1_000)])
    let problem = try SmallNetworks.problem(island, required: [1])
    #expect(problem.required.isEmpty)
    #expect(problem.disconnected == [DisconnectedVillage(village: 1, reason: .cutOff)])
    let planner = FibrePlanner(problem)
    let all = try planner.leastCost()
    #expect(all.villages == [0])
    #expect(all.leftOut == [DisconnectedVillage(village: 1, reason: .cutOff)])
    #expect(try planner.leastCost(villages: [0]).leftOut == all.leftOut, "it is required")
    #expect(try planner.choose(price: 1_000_000, benefits: [10, 10]).villages == [0])
    let empty = SmallNetworks.network(villages: 0, places: [(0, 0)], edges: [])
    #expect(try FibrePlanner(SmallNetworks.problem(empty)).leastCost().cost == 0)
  }

  @Test func `benefits, prices and budgets that cannot be are refused`() throws {
    let planner = FibrePlanner(try SmallNetworks.problem(Self.fork))
    #expect(throws: FibreError.benefitCount(benefits: 1, villages: 2)) { try planner.choose(price: 1, benefits: [1]) }
    #expect(throws: FibreError.negativeBenefit(village: 1, benefit: -1)) {
      try planner.within(budget: 1, benefits: [1, -1])
    }
    #expect(throws: FibreError.unusablePriceOfBenefit(price: -1, greatest: 1 << 59)) {
      try planner.choose(price: -1, benefits: [1, 1])
    }
    #expect(throws: FibreError.negativeBudget(budget: -1)) { try planner.within(budget: -1, benefits: [1, 1]) }
    #expect(throws: FibreError.self) { try planner.choose(price: 1, benefits: [Int.max, 1]) }
    #expect(throws: FibreError.noSuchVillage(village: -1, list: "villages to connect", villageCount: 2)) {
      try planner.leastCost(villages: [-1])
    }
    #expect(try planner.choose(price: 1 << 59, benefits: [1, 1]).villages == [0, 1])
  }
}
