import Geospatial
import Testing

@testable import Rollout

@Suite struct CapacityShareTests {
  typealias Ground = SignalGround

  private static func problem(_ people: [Int], capacity: Int) throws -> SignalProblem {
    var sources = SignalSources(villages: people.indices.map { Ground.place(east: Double($0) * 500) })
    sources.people = people
    return try Ground.problem(sources) { $0.peoplePerSite = capacity }
  }

  @Test(arguments: [(900, 1), (600, 2), (300, 3), (250, 3)])
  func `villages side by side take as many sites as their people need`(capacity: Int, count: Int) throws {
    // All three within reach of each other: 300 people each.
    let plan = try SignalPlanner(Self.problem([300, 300, 300], capacity: capacity)).leastCost()
    #expect(plan.sites.count == count)
    #expect(plan.cost == count * 1_240)
    #expect(plan.villages == [0, 1, 2])
    #expect(plan.items.flatMap(\.villages).sorted() == [0, 1, 2])
    #expect(plan.lowerBound == 1_240)
  }

  @Test func `no site serves more people than it can, and money decides who is served`() throws {
    let people = [100, 400, 250, 250, 300]
    let planner = try SignalPlanner(Self.problem(people, capacity: 500))
    for budget in [0, 1_240, 2_500, 3_720, 100_000] {
      let plan = try planner.within(budget: budget, benefits: people)
      #expect(plan.cost <= budget)
      #expect(plan.upperBound >= plan.benefit)
      #expect(plan.benefit == plan.villages.reduce(0) { $0 + people[$1] })
      for item in plan.items { #expect(item.villages.reduce(0) { $0 + people[$1] } <= 500) }
      #expect(Ground.cost(of: plan.items) == plan.cost)
    }
    #expect(try planner.within(budget: 1_240, benefits: people).benefit == 500)
    #expect(try planner.within(budget: 100_000, benefits: people).benefit == 1_300)
  }

  @Test func `a site that its villages do not pay for is not built`() throws {
    let people = [400, 400, 10]
    let planner = try SignalPlanner(Self.problem(people, capacity: 400))
    let choice = try planner.choose(price: 4, benefits: people)
    #expect(choice.villages == [0, 1])
    #expect(choice.cost == 2 * 1_240)
    #expect(choice.upperBound >= 4 * 800 - choice.cost)
  }
}
