import Geospatial
import Testing

@testable import Rollout

/// Prices without discount over ten years: fibre 100,000 a km, its connection 20,000; microwave 60,000 and 1,000 a year;
/// a router 10,000 and 2,000 a year; a terminal 5,000 and 9,000 a year. Cables are as long as their lines.
@Suite struct AccessPlannerTests {
  private static let catalogue = CostCatalogue(
    currency: "VND", priceYear: 2024, discountPercent: 0, horizonYears: 10,
    prices: [
      .aerialFibrePlain: PowerGround.price(100_000), .riverCrossing: PowerGround.price(1_000),
      .drop: PowerGround.price(15_000), .spliceClosure: PowerGround.price(5_000),
      .microwaveAccess: PowerGround.price(60_000, 1_000), .mobileAccess: PowerGround.price(10_000, 2_000),
      .satelliteAccess: PowerGround.price(5_000, 9_000),
    ])

  private func planner(
    _ places: [(Double, AccessPlace.MobileNetwork?)], anchors: [Coordinate] = [], users: Double = 40,
    settings: AccessSettings = AccessSettings(), isInSight: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> AccessPlanner {
    let places = places.enumerated().map { index, place in
      AccessPlace(
        at: Ground.place(place.0, 0), people: 100 * (index + 1), users: users, mobile: place.1, revenuePerYear: 11_000)
    }
    var network = NetworkSettings()
    network.detourFactor = 1
    return try AccessPlanner(
      places: places,
      network: CandidateNetwork(
        NetworkSources(existing: PowerGround.grid, villages: places.map(\.position)), settings: network),
      anchors: anchors, catalogue: Self.catalogue, settings: settings, isInSight: isInSight)
  }

  private func isNear(_ cost: Int, _ expected: Int) -> Bool { abs(cost - expected) <= 5 }

  /// 40 users of 1.5 Mbit/s ask for 60: two routers of 50, one terminal of 150.
  @Test func `options have the units and costs worked out by hand`() throws {
    let options = try planner([(500, .existing)], anchors: [Ground.place(0, 0)]).options[0]
    #expect(options.map(\.technology) == [.fibre, .microwave, .mobile, .satellite])
    #expect(options.map(\.units) == [1, 1, 2, 1])
    #expect(options.map(\.capital) == [20_000, 60_000, 20_000, 5_000])
    #expect(options.map(\.netPresentCost) == [20_000, 70_000, 60_000, 95_000])
    #expect(options.map(\.anchor) == [nil, 0, nil, nil])
  }

  /// At 300 m fibre is 30,000 + 20,000 = 50,000, two routers 60,000; at 500 m 70,000. Two places at 700 and 800 m share: alone
  /// 90,000 and 100,000 against satellite 95,000, together 80,000 + 40,000 = 120,000.
  @Test func `the cheapest technology is chosen, and fibre is shared`() throws {
    let near = try planner([(300, .existing)]).plan(.leastCost)
    #expect(near.chosen.map(\.?.technology) == [.fibre])
    #expect(isNear(near.value, 50_000))
    #expect(try planner([(500, .planned)]).plan(.leastCost).chosen.map(\.?.technology) == [.mobile])
    let shared = try planner([(700, nil), (800, nil)]).plan(.leastCost)
    #expect(shared.chosen.map(\.?.technology) == [.fibre, .fibre])
    #expect(isNear(shared.value, 120_000))
    #expect(shared.gap == 0)
    #expect(shared.routes.map(\.upstream) == [nil, 0])
    #expect(shared.netPresentCost == shared.value)
  }

  /// Each place brings 110,000. A terminal leaves 15,000; fibre at 1,500 m for two places brings 220,000 - 200,000 = 20,000
  /// against 30,000 of terminals.
  @Test func `net present value counts revenue`() throws {
    let plan = try planner([(1_500, nil), (1_600, nil)]).plan(.greatestNetPresentValue)
    #expect(plan.chosen.map(\.?.technology) == [.satellite, .satellite])
    #expect(plan.value == 30_000)
    #expect(plan.netPresentValue == 30_000)
    #expect(plan.bound == 30_000)
    #expect(plan.revenue == 220_000)
  }

  /// Terminals cost 5,000 each: 12,000 buy two, for the places of 300 and 200 people.
  @Test func `a budget connects the most people, or places`() throws {
    let planner = try planner([(9_000, nil), (12_000, nil), (15_000, nil)])
    let people = try planner.plan(.mostPeople, budget: 12_000)
    #expect(people.chosen.map(\.?.technology) == [nil, .satellite, .satellite])
    #expect(people.value == 500)
    #expect(people.capital == 10_000)
    #expect(people.bound < 600)
    #expect(try planner.plan(.mostVillages, budget: 12_000).value == 2)
    #expect(try planner.plan(.mostVillages, budget: 15_000).gap == 0)
    #expect(try planner.plan(.mostVillages, budget: 0).value == 0)
    #expect(try planner.plan(.mostPeople).value == 600)
    #expect(throws: AccessError.budgetTooSmall(budget: 14_999, cheapest: 15_000, lowerBound: 15_000)) {
      try planner.plan(.leastCost, budget: 14_999)
    }
    #expect(throws: AccessError.negativeBudget(-1)) { try planner.plan(.mostPeople, budget: -1) }
  }

  /// 700 users ask for 1,050 Mbit/s: more than radio, routers and terminals carry; fibre ends 20 km from the network.
  @Test func `a place beyond every technology is listed with the reasons`() throws {
    var settings = AccessSettings()
    settings.microwaveRangeMetres = 5_000
    let planner = try planner([(30_000, .existing)], anchors: [Ground.place(0, 0)], users: 700, settings: settings)
    let plan = try planner.plan(.leastCost)
    #expect(plan.beyondReach == [0])
    #expect(plan.chosen == [nil])
    #expect(plan.value == 0 && plan.bound == 0)
    let refusals = planner.refusals[0].mapValues { "\($0)" }
    #expect(refusals[.fibre]?.hasSuffix("links are at most 20000 m") == true, "\(refusals)")
    #expect(refusals[.mobile] == "1050 Mbit/s are asked for; it carries at most 100 Mbit/s")
    #expect(refusals[.satellite] == "1050 Mbit/s are asked for; it carries at most 600 Mbit/s")
  }

  @Test func `a radio link wants an anchor in range and in sight`() throws {
    let anchors = [Ground.place(0, 0), Ground.place(0, 3_000), Ground.place(0, 50_000)]
    let second = try planner([(1_000, nil)], anchors: anchors) { anchor, _ in anchor == 1 }
    #expect(second.options[0].first { $0.technology == .microwave }?.anchor == 1)
    let blind = try planner([(1_000, nil)], anchors: anchors) { _, _ in false }
    #expect(blind.refusals[0][.microwave] == .noLineOfSight(inRange: 2))
    var settings = AccessSettings()
    settings.microwaveRangeMetres = 900
    settings.technologies = [.microwave, .mobile]
    let far = try planner([(1_000, nil)], anchors: anchors, settings: settings)
    #expect(
      far.refusals[0][.microwave]?.description
        == "the nearest fibre node or tower is 1000 m away; links are at most 900 m")
    #expect(far.refusals[0][.mobile] == .noSignal)
    #expect(far.refusals[0][.fibre] == .notAllowed)
    #expect(try planner([(1_000, nil)]).refusals[0][.microwave]?.description == "there is no fibre node or tower")
  }

  @Test func `what cannot be is refused`() throws {
    var settings = AccessSettings()
    settings.technologies = []
    #expect(throws: AccessError.self) { try self.planner([(100, nil)], settings: settings) }
    settings = AccessSettings()
    settings.capacities[.mobile]?.greatestUnits = 0
    #expect(throws: AccessError.self) { try self.planner([(100, nil)], settings: settings) }
    #expect(throws: AccessError.unusablePlace(place: 0, what: "users", value: -1)) {
      try self.planner([(100, nil)], users: -1)
    }
  }
}
