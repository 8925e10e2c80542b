import Geospatial
import Testing

@testable import Rollout

@Suite struct SignalProblemTests {
  typealias Ground = SignalGround

  @Test func `a village near fibre and far from power gets a tower, a cable and panels`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 2_000)])
    sources.fibre = Ground.line(Ground.place(east: 0, north: -9_000), Ground.place(east: 0, north: 9_000))
    let plan = try SignalPlanner(Ground.problem(sources)).leastCost()
    #expect(plan.items.map(\.kind) == [.cable, .siteSolar, .tower])
    #expect(plan.items[2].needs == [0, 1])
    #expect(plan.items[2].villages == [0])
    // 2 km straight, 2.6 km of cable at 250 a kilometre, a closure, panels, a tower.
    #expect(plan.cost == 650 + 7 + 150 + 1_000)
    #expect(plan.lowerBound == plan.cost)
  }

  @Test func `fibre on the spot and a line at half a kilometre cost but the tower and the low-voltage line`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 50)])
    sources.fibre = Ground.line(Ground.place(east: 0, north: -9_000), Ground.place(east: 0, north: 9_000))
    sources.power = Ground.line(Ground.place(east: 550, north: -9_000), Ground.place(east: 550, north: 9_000))
    let problem = try Ground.problem(sources)
    let plan = try SignalPlanner(problem).leastCost()
    #expect(plan.items.map(\.kind) == [.tower])
    // 0.65 km at 100 a kilometre.
    #expect(plan.cost == 1_065)
    #expect(problem.sites[0].backhaul == .fibreOnSite)
  }

  @Test func `hops go over new sites where no tower with fibre is within reach, and are shared`() throws {
    // Fibre at a tower in the west; villages 25 and 50 km east of it, the last two side by side.
    var sources = SignalSources(villages: [
      Ground.place(east: 25_000), Ground.place(east: 50_000, north: 6_000), Ground.place(east: 50_000, north: -6_000),
    ])
    sources.towers = [StandingTower(Ground.place(east: 0), hasFibre: true)]
    let problem = try Ground.problem(sources)
    #expect(problem.sites.map(\.parent) == [nil, 0, 0])
    let plan = try SignalPlanner(problem).leastCost()
    // Three towers with panels, three hops.
    #expect(plan.cost == 3 * (1_000 + 150 + 200))
    #expect(
      plan.items.map(\.kind) == [
        .microwaveHop, .siteSolar, .tower, .microwaveHop, .siteSolar, .tower,
        .microwaveHop, .siteSolar, .tower,
      ])
    #expect(plan.items[3].needs == [2])
    #expect(plan.items[6].needs == [2])
    #expect(plan.items[8].needs == [6, 7])
  }

  @Test func `a tower without fibre passes on backhaul by a hop of its own, paid once`() throws {
    var sources = SignalSources(villages: [
      Ground.place(east: 50_000, north: 6_000), Ground.place(east: 50_000, north: -6_000),
    ])
    sources.towers = [
      StandingTower(Ground.place(east: 0), hasFibre: true), StandingTower(Ground.place(east: 25_000), hasFibre: false),
    ]
    let problem = try Ground.problem(sources)
    #expect(problem.sites.map(\.work) == [.newTower, .newTower, .relay])
    #expect(problem.sites.map(\.parent) == [2, 2, nil])
    let plan = try SignalPlanner(problem).leastCost()
    #expect(plan.cost == 2 * (1_000 + 150 + 200) + 200)
    #expect(
      plan.items.map(\.kind) == [
        .microwaveHop, .microwaveHop, .siteSolar, .tower, .microwaveHop, .siteSolar,
        .tower,
      ])
    #expect(plan.items[1].needs == [0])
    #expect(plan.items[4].needs == [0])
  }

  @Test func `far from everything a site has a satellite, or there is none and the village is listed`() throws {
    let sources = SignalSources(villages: [Ground.place(east: 0)])
    let plan = try SignalPlanner(Ground.problem(sources)).leastCost()
    #expect(plan.items.map(\.kind) == [.satelliteBackhaul, .siteSolar, .tower])
    #expect(plan.cost == 90 + 150 + 1_000)
    let without = try SignalPlanner(Ground.problem(sources) { $0.allowsSatellite = false }).leastCost()
    #expect(without.items.isEmpty)
    #expect(without.unreachable == [UnreachableVillage(village: 0, reason: .noBackhaul)])
    #expect(without.cost == 0)
  }

  @Test func `an upgrade is taken where it reaches as many, and needs neither backhaul nor power`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 1_000), Ground.place(east: -1_000)])
    sources.towers = [StandingTower(Ground.place(east: 0), isUpgradable: true)]
    let plan = try SignalPlanner(Ground.problem(sources)).leastCost()
    #expect(plan.items.map(\.kind) == [.towerUpgrade])
    #expect(plan.items[0].villages == [0, 1])
    #expect(plan.cost == 400)
  }

  @Test func `a required site is built, a forbidden one is not, and who depends on it is listed`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 0), Ground.place(east: 9_000)])
    sources.conditions = [.village(0): .forbidden]
    let plan = try SignalPlanner(Ground.problem(sources)).leastCost()
    #expect(plan.unreachable == [UnreachableVillage(village: 0, reason: .forbidden)])
    #expect(plan.villages == [1])
    sources.isServed = [true, true]
    sources.conditions = [.village(1): .required]
    let choice = try SignalPlanner(Ground.problem(sources)).choose(price: 0, benefits: [1, 1])
    #expect(choice.items.map(\.kind) == [.satelliteBackhaul, .siteSolar, .tower])
    #expect(choice.cost == 1_240)
    #expect(choice.upperBound == -1_240)
  }

  @Test func `a village behind a ridge is not reached, whatever the distance`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 0), Ground.place(east: 500)])
    #expect(try SignalPlanner(Ground.problem(sources)).leastCost().sites.count == 1)
    sources.coverageSight = { _, _, _ in false }
    let blocked = try SignalPlanner(Ground.problem(sources)).leastCost()
    #expect(blocked.sites.count == 2)
    #expect(blocked.villages == [0, 1])
  }

  @Test func `without a place to build the error says so, and without need nothing is built`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 0)])
    sources.conditions = [.village(0): .forbidden]
    #expect(throws: SignalError.noCandidates) { try Ground.problem(sources) }
    sources.conditions = [:]
    sources.isServed = [true]
    let plan = try SignalPlanner(Ground.problem(sources)).leastCost()
    #expect(plan.items.isEmpty)
    #expect(plan.gap == 0)
  }

  @Test func `what makes no sense is refused with the value found`() throws {
    var sources = SignalSources(villages: [Ground.place(east: 0)])
    let short = SignalError.unusableSetting(name: "detourFactor", value: 0.5, expected: "at least 1 and less than 100")
    #expect(throws: short) {
      try Ground.problem(sources) { $0.detourFactor = 0.5 }
    }
    #expect(throws: SignalError.unequalCounts(list: "people", count: 0, villages: 1)) {
      try Ground.problem(sources) { $0.peoplePerSite = 500 }
    }
    sources.conditions = [.tower(3): .required]
    #expect(throws: SignalError.unknownSite(.tower(3))) { try Ground.problem(sources) }
    sources.conditions = [.village(0): .required]
    #expect(throws: SignalError.self) { try Ground.problem(sources) { $0.allowsSatellite = false } }
    sources.conditions = [:]
    var poor = Ground.catalogue
    poor.prices[.tower45] = nil
    #expect(throws: SignalError.cost(.unknownPrice(.tower45))) { try SignalProblem(sources, catalogue: poor) }
    poor.prices[.tower45] = Price(capital: -1, runningPerYear: 0, lifetimeYears: 1, source: "")
    #expect(throws: SignalError.unusablePrice(.tower45, value: -1)) { try SignalProblem(sources, catalogue: poor) }
    let planner = try SignalPlanner(Ground.problem(sources))
    #expect(throws: SignalError.negativeMoney(name: "budget", value: -1)) {
      try planner.within(budget: -1, benefits: [1])
    }
    #expect(throws: SignalError.negative(list: "benefits", village: 0, value: -3)) {
      try planner.choose(price: 1, benefits: [-3])
    }
    #expect(throws: SignalError.unequalCounts(list: "benefits", count: 2, villages: 1)) {
      try planner.choose(price: 1, benefits: [1, 2])
    }
  }
}
