import Rollout
import Testing

@Suite struct CostCatalogueTests {
  private let catalogue = CostCatalogue(
    currency: "VND", priceYear: 2024, discountPercent: 10, horizonYears: 2,
    prices: [
      .drop: Price(capital: 1000, runningPerYear: 121, lifetimeYears: 2, source: "a"),
      .tower30: Price(capital: 500, runningPerYear: 100, lifetimeYears: 1, source: "b"),
      .tower45: Price(capital: 600, runningPerYear: 0, lifetimeYears: 4, source: "c"),
    ])

  /// 1,000 and 121 a year: 121/1.1 + 121/1.21 = 210. 500 bought twice, 500/1.1 = 454.55, and 100 a year, 173.55. 600 of which
  /// half is left after two years: 600 - 300/1.21 = 352.07.
  @Test(arguments: [(CostItem.drop, 1210.0), (.tower30, 1128.0992), (.tower45, 352.0661)])
  func `present costs are those worked out by hand`(item: CostItem, cost: Double) throws {
    #expect(abs(try catalogue.presentCost(of: item) - cost) < 1e-3)
  }

  /// Two and a half units of 1,000 and 121 a year, and three of 500 and 100.
  @Test func `a bill costs the sum of its lines by either measure`() throws {
    let bill = [BillLine(.drop, quantity: 2.5), BillLine(.tower30, quantity: 3)]
    #expect(try catalogue.cost(of: bill, .capital) == 4_000)
    #expect(try catalogue.cost(of: bill, .capital) == catalogue.cost(of: bill))
    #expect(try catalogue.cost(of: bill, .netPresent) == 3_025 + 3_384)
    #expect(throws: CostError.unusableAmount(.drop, quantity: -1, unitCost: 1_000)) {
      try catalogue.cost(of: [BillLine(.drop, quantity: -1)], .capital)
    }
  }

  @Test func `an unknown price is refused, not guessed`() {
    #expect(throws: CostError.unknownPrice(.tower60)) { try catalogue.presentCost(of: .tower60) }
    #expect(throws: CostError.unknownPrice(.tower60)) { try catalogue.changed(by: CostChange("tower=+1%")) }
    #expect("\(CostError.unknownPrice(.tower60))".contains("the price of tower.60m is not known"))
  }

  @Test func `a change by percent moves capital and running cost`() throws {
    let changed = try catalogue.changed(by: CostChange("tower.30m = -20%"))
    #expect(changed.prices[.tower30] == Price(capital: 400, runningPerYear: 80, lifetimeYears: 1, source: "b"))
    #expect(changed.prices[.tower45] == catalogue.prices[.tower45])
  }

  @Test func `a change by amount sets the capital`() throws {
    let changed = try catalogue.changed(by: CostChange("fibre.drop=2e3"))
    #expect(changed.prices[.drop]?.capital == 2000)
    #expect(changed.prices[.drop]?.runningPerYear == 121)
  }

  @Test(arguments: [
    ("fibre.buried=+30%", [CostItem.buriedFibrePlain, .buriedFibreHill, .buriedFibreMountain]),
    ("solar_home.tier3=1", [.solarHomeTier3]),
    ("tower=+5%", [.tower30, .tower45, .tower60, .towerUpgrade, .towerSolar]),
  ])
  func `a change names an item or all that start with it`(text: String, items: [CostItem]) throws {
    #expect(try CostChange(text).items == items)
  }

  @Test(arguments: [
    ("tower", "there is no ="), ("towr=+3%", "no item is called \"towr\""), ("tower=x", "\"x\" is no number"),
    ("tow=3", "no item is called \"tow\""), ("tower=-101%", "fall by more than 100 %"), ("tower=-5", "below 0"),
    ("tower=+5", "a sign stands before percentages only"), ("tower=nan", "\"nan\" is no number"),
    ("tower=", "\"\" is no number"),
  ])
  func `a change that is not understood says why`(text: String, problem: String) throws {
    let error = #expect(throws: CostError.self) { try CostChange(text) }
    #expect(error.map { "\($0)" }?.contains(problem) == true)
  }

  @Test func `items have distinct names, and cables one for each method and terrain`() {
    #expect(Set(CostItem.allCases.map(\.rawValue)).count == CostItem.allCases.count)
    let cables = CableMethod.allCases.flatMap { method in
      Terrain.allCases.map { CostItem.fibre(method, $0).rawValue == "fibre.\(method.rawValue).\($0.rawValue)" }
    }
    #expect(cables == [true, true, true, true, true, true])
  }
}
