import Geospatial
import Randomness
import Testing

@testable import Rollout

/// Plans where cables may branch at some places only.
@Suite struct FibreBranchingTests {
  /// A root, villages 1 and 2, a junction 3 that both are 1 km from, 3 km from the root; as `FibrePlannerTests.fork` without
  /// the road of the second village.
  static func fork(mayBranch: Bool) -> CandidateNetwork {
    SmallNetworks.network(
      villages: 2, places: [(0, 0), (4_000, 0), (3_000, 1_000), (3_000, 0)],
      edges: [.init(0, 3, 3_000), .init(3, 1, 1_000), .init(3, 2, 1_000)], mayBranch: [true, false, false, mayBranch])
  }

  @Test func `where a cable may not branch it passes one village on its way to the next, or two run side by side`()
    throws
  {
    let free = try FibrePlanner(SmallNetworks.problem(Self.fork(mayBranch: true))).leastCost()
    #expect(free.cost == 6_000_000)
    // The cable turns round in the first village: 3 + 1 + 1 + 1 km; two cables would be 4 + 4 km.
    let problem = try SmallNetworks.problem(Self.fork(mayBranch: false))
    let plan = try FibrePlanner(problem).leastCost()
    #expect(plan.cost == 7_000_000)
    #expect(plan.lowerBound == 6_000_000)
    try Self.check(plan.items(of: problem), of: problem)
    // Villages farther from the junction than the root is have cables of their own: 3 + 5 km each, 3 of them twice.
    let far = SmallNetworks.network(
      villages: 2, places: [(0, 0), (8_000, 0), (3_000, 5_000), (3_000, 0)],
      edges: [.init(0, 3, 3_000), .init(3, 1, 5_000), .init(3, 2, 5_000)], mayBranch: [true, false, false, false])
    let apart = try SmallNetworks.problem(far)
    let own = try FibrePlanner(apart).leastCost()
    #expect(own.cost == 17_000_000)
    #expect(own.spans.filter { $0.edge == 0 }.count == 2)
    let items = try own.items(of: apart)
    #expect(items.map(\.kind) == [.cable, .fibreVillage, .cable, .fibreVillage])
    try PlanChecks.check(items, villages: [0, 1], cost: own.cost, of: apart)
  }

  @Test(arguments: 0..<120) func `no cable branches where it may not, and bounds hold`(seed: Int) throws {
    let problem = try SmallNetworks.problem(seed: seed, mayBranch: 0.4)
    let benefits = SmallNetworks.benefits(seed: seed, of: problem)
    let planner = FibrePlanner(problem)
    let plan = try planner.leastCost()
    let least = Self.leastCost(problem, of: plan.villages)
    #expect(plan.cost >= least)
    #expect(plan.lowerBound <= least)
    try PlanChecks.check(plan.items(of: problem), villages: plan.villages, cost: plan.cost, of: problem)
    try Self.check(plan.items(of: problem), of: problem)
    for price in [3_000, 20_000] {
      let choice = try planner.choose(price: price, benefits: benefits)
      #expect(price * choice.benefit - choice.cost <= choice.upperBound)
      #expect(choice.cost >= Self.leastCost(problem, of: choice.villages))
      try PlanChecks.check(choice.items, villages: choice.villages, cost: choice.cost, of: problem)
      try Self.check(choice.items, of: problem)
    }
    let required = try planner.leastCost(villages: []).cost
    let budget = required + (plan.cost - required) / 2
    let within = try planner.within(budget: budget, benefits: benefits)
    #expect(within.choice.cost <= budget)
    #expect(within.benefit <= within.upperBound)
    try PlanChecks.check(within.choice.items, villages: within.choice.villages, cost: within.choice.cost, of: problem)
    try Self.check(within.choice.items, of: problem)
  }

  @Test func `the cheapest cables are found nearly always on small networks`() throws {
    var missed = 0
    for seed in 0..<120 {
      let problem = try SmallNetworks.problem(seed: seed, mayBranch: 0.4)
      let plan = try FibrePlanner(problem).leastCost()
      if plan.cost > Self.leastCost(problem, of: plan.villages) { missed += 1 }
    }
    #expect(missed <= 6)
  }

  /// No item is followed by two cables but where cables may branch.
  static func check(_ items: [PlanItem], of problem: FibreProblem) throws {
    var following = [Int](repeating: 0, count: items.count)
    for item in items where item.kind == .cable { for need in item.needs { following[need] += 1 } }
    let places = problem.mayBranch.indices.filter { problem.mayBranch[$0] }.map { problem.network.vertices[$0] }
    for (index, item) in items.enumerated() where following[index] > 1 {
      guard case .line(let line) = item.shape, let end = line.last else { continue }
      #expect(places.contains(end))
    }
  }

  /// The least cost of connecting some villages by cables that branch only where they may: every way to choose what
  /// feeds each village and each place to branch, over shortest ways.
  static func leastCost(_ problem: FibreProblem, of villages: [Int]) -> Int {
    let graph = problem.graph
    let ends = villages.map { $0 + 1 }
    let branching = (1..<graph.vertexCount).filter { problem.mayBranch[$0] && !ends.contains($0) }
    let places = [0] + ends + branching
    let ways = places.map { start in
      var nearest = NearestBases(vertexCount: graph.vertexCount)
      nearest.find(in: graph, isBase: (0..<graph.vertexCount).map { $0 == start })
      return places.map { nearest[$0].distance }
    }
    var best = Int.max
    var feeders = [Int](repeating: -1, count: places.count)
    func decide(_ place: Int, _ cost: Int) {
      if cost >= best { return }
      guard place < places.count else {
        for start in 1..<max(1, places.count) {
          if feeders[start] < 0 {
            if feeders.contains(start) { return }
            continue
          }
          let followers = feeders.count { $0 == start }
          if followers > 1, !problem.mayBranch[places[start]] { return }
          var (at, steps) = (start, 0)
          while at != 0 {
            at = feeders[at]
            steps += 1
            if at < 0 || steps > places.count { return }
          }
        }
        best = cost
        return
      }
      if place > ends.count {
        feeders[place] = -1
        decide(place + 1, cost)
      }
      for feeder in places.indices where feeder != place {
        feeders[place] = feeder
        decide(place + 1, cost + ways[place][feeder])
      }
      feeders[place] = -1
    }
    decide(1, 0)
    return best + villages.count * problem.connectionCost
  }
}
