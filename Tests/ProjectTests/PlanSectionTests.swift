import Coverage
import Rollout
import Testing

@testable import Project

@Suite struct PlanSectionTests {
  private func source(_ text: String) throws -> PlanSource {
    try ProjectFile.parse(
      "villages: {file: v.geojson}\nlayers: {roads: r.geojson, towers: t.geojson, ground: g.geojson}\n" + text,
      file: "phusong.yml"
    ).plan
  }

  @Test(arguments: ["", "plan:", "plan: {}"])
  func `a file that says nothing has the defaults`(text: String) throws {
    var plan = try source(text)
    plan.line = nil
    #expect(plan == PlanSource())
  }

  @Test func `every key is read`() throws {
    let plan = try source(
      """
      plan:
        services: [power, fibre]
        budget: [100e9, 50e9]
        objective: priority
        measure: net_present
        target: 95
        weights: {signal: 2, power: 5.5}
        carry_over: false
        kilometres_per_year: 250.5
        seed: 7
        required: ["01", "02"]
        excluded: ["03"]
        roads: roads
        terrain: {layer: ground, field: kind}
        ground: hill
        cable: buried
        signal:
          technology: 5G
          range: 4500
          tower: 60
          people_per_site: 1500
          elevation: srtm
          phone_height: 2
          phone_fresnel: 10
          hop_fresnel: 100
          hop_frequency: 18000
          fibre_within: 100
          hop: 20000
          satellite: false
          power_within: 250
          towers: {layer: towers, upgrade: {technology: 2G}, height: antenna_m}
          hill_tops: towers
        power: {tier: 4, technologies: [grid, mini_grid]}
      """)
    #expect(plan.services == [.power, .fibre])
    #expect(plan.budget == .yearly([100_000_000_000, 50_000_000_000]))
    #expect(plan.years == 2)
    #expect(plan.objective == .priority && plan.measure == .netPresent)
    #expect(plan.targetPercent == 95)
    #expect(plan.weights == [.signal: 2, .power: 5.5])
    #expect(!plan.carriesOver)
    #expect(plan.kilometresPerYear == 250.5)
    #expect(plan.seed == 7)
    #expect(plan.required == ["01", "02"] && plan.excluded == ["03"])
    #expect(plan.roads == "roads" && plan.terrain?.layer == "ground" && plan.terrain?.field == "kind")
    #expect(plan.ground == .hill && plan.cable == .buried)
    #expect(plan.signal.technology == .fifthGeneration && plan.signal.tower == .metres60)
    #expect(plan.signal.rangeMetres == 4500 && plan.signal.longestFibreMetres == 100)
    #expect(plan.signal.longestHopMetres == 20_000 && plan.signal.longestPowerMetres == 250)
    #expect(!plan.signal.allowsSatellite)
    #expect(plan.signal.towers?.upgradable?.properties == ["technology"])
    #expect(plan.signal.hillTops == "towers")
    #expect(plan.signal.peoplePerSite == 1500 && plan.signal.elevation?.path == "srtm")
    #expect(plan.signal.phoneHeightMetres == 2 && plan.signal.phoneFresnelPercent == 10)
    #expect(plan.signal.hopFresnelPercent == 100 && plan.signal.hopFrequencyMegahertz == 18_000)
    #expect(plan.signal.towers?.height == .field("antenna_m"))
    #expect(plan.power.tier == .tier4 && plan.power.technologies == [.grid, .miniGrid])
    #expect(plan.layers == ["roads": [], "ground": ["kind"], "towers": ["technology", "antenna_m"]])
  }

  @Test func `money is spread over the years, and services may have their own`() throws {
    #expect(try source("plan: {budget: 100, years: 3}").budget?.perYear(3) == [34, 33, 33])
    let plan = try source("plan: {budget: {fibre: 500e9, power: [1, 2, 3, 4]}}")
    #expect(plan.years == 4)
    #expect(plan.budget == nil)
    #expect(plan.serviceBudgets == [.fibre: .total(500_000_000_000), .power: .yearly([1, 2, 3, 4])])
    let request = PlanRequest(
      plan,
      catalogue: CostCatalogue(currency: "VND", priceYear: 2024, discountPercent: 8, horizonYears: 20, prices: [:]))
    #expect(
      request.budgetGroups([.fibre, .signal]) == [
        .init(services: [.signal], perYear: nil),
        .init(services: [.fibre], perYear: [125_000_000_000, 125_000_000_000, 125_000_000_000, 125_000_000_000]),
      ])
  }

  @Test(arguments: [
    ("plan: {budjet: 5}", "unknown key \"budjet\" in plan; did you mean \"budget\"?"),
    ("plan: 5", "\"plan\" in the project file is 5; expected a mapping with any of the keys services, budget"),
    ("plan: {budget: -1}", "\"budget\" in plan is -1; expected an amount of at least 0"),
    ("plan: {budget: 500bn}", "\"budget\" in plan is \"500bn\"; expected an amount of at least 0"),
    ("plan: {budget: [1, 2], years: 3}", "expected 3 amounts, one for each year; found 2"),
    ("plan: {years: 0}", "\"years\" in plan is 0; expected a whole number from 1 to 50, years"),
    ("plan: {target: 0}", "\"target\" in plan is 0; expected a number of percent above 0, at most 100"),
    ("plan: {weights: {signal: 0}}", "\"signal\" in weights of plan is 0; expected a number from 0.01 to 1000"),
    ("plan: {objective: peple}", "\"objective\" in plan is \"peple\"; did you mean \"people\"?"),
    ("plan: {measure: npv}", "\"measure\" in plan is \"npv\"; expected one of: capital, net_present"),
    ("plan: {services: []}", "expected a service or a list of services: fibre, signal, power; the list is empty"),
    ("plan: {roads: road}", "plan names the layer \"road\", which \"layers\" does not define; did you mean \"roads\"?"),
    ("plan: {required: [\"1\"], excluded: [\"1\"]}", "the village \"1\" is both required and excluded"),
    ("plan: {required: [1]}", "expected the code of a village, in quotes"),
    ("plan: {signal: {tower: 50}}", "expected the height of a tower in metres: 30, 45, 60"),
    ("plan: {signal: {people_per_site: 0}}", "expected a whole number from 1 to 1000000000, people"),
    ("plan: {signal: {elevation: 5}}", "expected the path of a raster, or of a folder with SRTM tiles"),
    ("plan: {signal: {elevation: e.tif, hop_fresnel: 101}}", "expected a number of percent from 0 to 100"),
    ("plan: {signal: {hop_fresnel: 60}}", "it counts only where \"elevation\" says"),
    ("plan: {signal: {towers: {layer: towers, height: 1001}}}", "expected a number of metres from 0 to 1000"),
    ("plan: {signal: {range: 0}}", "expected a number of metres above 0, at most 200000"),
    ("plan: {power: {tier: 6}}", "expected a whole number from 1 to 5, the tier of demand"),
    ("plan: {power: {technologies: [coal]}}", "expected one of: grid, mini_grid, solar_homes"),
    ("plan: {cable: flying}", "\"cable\" in plan is \"flying\"; expected one of: aerial, buried"),
  ])
  func `a wrong key or value is refused with its line`(text: String, part: String) {
    let error = #expect(throws: ProjectFileError.self) { try source(text) }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("phusong.yml:3: ") && message.contains(part), "\(message)")
  }
}
