import Geospatial
import Testing

@testable import Rollout

@Suite struct FibreItemsTests {
  @Test func `cable is cut where it branches and at villages, each item after what it needs`() throws {
    let problem = try SmallNetworks.problem(FibrePlannerTests.fork)
    let items = try FibrePlanner(problem).leastCost().items(of: problem)
    #expect(items.map(\.kind) == [.cable, .cable, .fibreVillage, .cable, .fibreVillage])
    #expect(items.map(\.needs) == [[], [0], [1], [0], [3]])
    #expect(items.map(\.villages) == [[], [], [0], [], [1]])
    #expect(items[0].bill == [BillLine(.aerialFibrePlain, quantity: 3)])
    #expect(items[2].bill == [BillLine(.drop, quantity: 1), BillLine(.spliceClosure, quantity: 1)])
    #expect(items[0].shape == .line([Ground.place(0, 0), Ground.place(3_000, 0)]))
    #expect(items[1].shape == .line([Ground.place(3_000, 0), Ground.place(4_000, 0)]))
  }

  @Test func `a stretch has the whole line away from the network and one bill for all of it`() throws {
    // Root, village, two junctions on the way; the middle edge is given the other way round.
    let chain = SmallNetworks.network(
      villages: 1, places: [(0, 0), (3_000, 0), (1_000, 0), (2_000, 0)],
      edges: [.init(0, 2, 1_001, crossings: 1), .init(3, 2, 1_002), .init(3, 1, 1_003, crossings: 2)])
    let problem = try SmallNetworks.problem(chain)
    let plan = try FibrePlanner(problem).leastCost()
    let items = try plan.items(of: problem)
    #expect(items.count == 2)
    #expect(items[0].shape == .line([0, 1_000, 2_000, 3_000].map { Ground.place($0, 0) }))
    #expect(items[0].bill == [BillLine(.aerialFibrePlain, quantity: 3.006), BillLine(.riverCrossing, quantity: 3)])
    #expect(plan.cost == 3_006_000 + 900_000 + 500_000)
  }

  @Test func `lines whose sum would round otherwise stay apart`() throws {
    let chain = SmallNetworks.network(
      villages: 1, places: [(0, 0), (2_000, 0), (1_000, 0)], edges: [.init(0, 2, 1), .init(2, 1, 1)])
    var catalogue = SmallNetworks.catalogue()
    catalogue.prices[.aerialFibrePlain]?.capital = 1_500
    let problem = try FibreProblem(network: chain, costs: FibreCosts(catalogue))
    // A metre at 1.5 is 2; two metres together are 3, apart 4.
    let plan = try FibrePlanner(problem).leastCost()
    #expect(plan.cost == 500_004)
    let items = try plan.items(of: problem)
    #expect(items[0].bill == [BillLine](repeating: BillLine(.aerialFibrePlain, quantity: 0.001), count: 2))
    try PlanChecks.check(items, villages: [0], cost: plan.cost, of: problem)
  }
}
