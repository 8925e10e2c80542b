import Geospatial
import Testing

@testable import Rollout

@Suite struct PowerInputTests {
  @Test(arguments: [
    (DemandTier.tier1, 3.0, 4.5), (.tier2, 50, 73), (.tier3, 200, 365), (.tier4, 800, 1_250), (.tier5, 2_000, 3_000),
  ])
  func `tiers are those of the multi-tier framework`(tier: DemandTier, watts: Double, energy: Double) {
    #expect(tier.peakWatts == watts)
    #expect(tier.kilowattHoursPerYear == energy)
    #expect(tier.solarHome.rawValue == "solar_home.tier\(tier.rawValue)")
  }

  /// 12.2 households are 13, 36 people of 3.6 a household 10, none is one; of 13, 10 and 1 the median is 10.
  @Test func `households are given, else from people, else the median`() throws {
    let place = Coordinate(longitude: 105, latitude: 21)
    let sizes: [(Double?, Double?)] = [(12.2, nil), (nil, 36), (.nan, nil), (0, 7), (nil, .nan)]
    let villages = sizes.map { PowerVillage(at: place, households: $0.0, people: $0.1) }
    let households = try HouseholdCounts(villages, peoplePerHousehold: 3.6)
    #expect(households.counts == [13, 10, 10, 1, 10])
    #expect(households.assumed == [2, 4])
  }

  @Test func `where nothing is known nothing is guessed`() {
    let villages = PowerGround.villages([(0, 0)], households: nil)
    #expect(throws: PowerError.noHouseholds) {
      try Electrification(of: villages, grid: PowerGround.grid, catalogue: PowerGround.catalogue)
    }
  }

  @Test(arguments: [-1, 1e6, .infinity]) func `households that cannot be are told`(count: Double) {
    #expect(throws: PowerError.unusableCount(village: 0, count: count)) {
      try HouseholdCounts(PowerGround.villages([(0, 0)], households: count), peoplePerHousehold: 3.6)
    }
  }

  @Test func `settings that cannot be are named`() throws {
    let wrong: [(String, (inout PowerSettings) -> Void)] = [
      ("technologies", { $0.technologies = [] }), ("transformerKilowatts", { $0.transformerKilowatts = 0 }),
      ("coincidenceFactor", { $0.coincidenceFactor = 1.1 }),
      ("householdsPerTransformer", { $0.householdsPerTransformer = 0 }),
      ("miniGridYieldKilowattHours", { $0.miniGridYieldKilowattHours = .nan }),
      ("peoplePerHousehold", { $0.peoplePerHousehold = -1 }),
      ("lowVoltageMetresPerHousehold", { $0.lowVoltageMetresPerHousehold = -1 }),
      ("longestLineMetres", { $0.longestLineMetres = .infinity }),
      ("mediumVoltageDetourFactor", { $0.mediumVoltageDetourFactor = 0.9 }),
      ("gridLossPercent", { $0.gridLossPercent = 100 }),
    ]
    try PowerSettings().check()
    for (name, change) in wrong {
      var settings = PowerSettings()
      change(&settings)
      let error = #expect(throws: PowerError.self) { try settings.check() }
      #expect(error.map { "\($0)".hasPrefix(name + " is ") } == true)
    }
  }

  @Test func `a missing or negative price is refused`() throws {
    let villages = PowerGround.villages([(1_000, 0)])
    var catalogue = PowerGround.catalogue
    catalogue.prices[.transformer] = nil
    #expect(throws: CostError.unknownPrice(.transformer)) {
      try Electrification(of: villages, grid: PowerGround.grid, catalogue: catalogue).leastCost()
    }
    catalogue.prices[.transformer] = PowerGround.price(-1)
    #expect(throws: CostError.unusableAmount(.transformer, quantity: 1, unitCost: -1)) {
      try Electrification(of: villages, grid: PowerGround.grid, catalogue: catalogue).leastCost()
    }
    var settings = PowerSettings()
    settings.technologies = [.solarHomes]
    let solar = try Electrification(of: villages, grid: PowerGround.grid, catalogue: catalogue, settings: settings)
    #expect(try solar.leastCost().technologies == [.solarHomes])
  }
}
