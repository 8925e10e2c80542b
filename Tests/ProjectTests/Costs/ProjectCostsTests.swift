import Foundation
import Rollout
import Testing

@testable import Project

@Suite struct ProjectCostsTests {
  private static let catalogue = """
    currency: VND
    price_year: 2024
    discount_rate: 10
    horizon_years: 20
    prices:
      fibre.drop: {capital: 1000, running: 50, lifetime_years: 10, source: a}
      tower.30m: {capital: 2e3, running_percent: 5, lifetime_years: 15, source: b}
    """

  private static func costs(_ section: String) throws -> ProjectCosts {
    let folder = NSTemporaryDirectory() + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try catalogue.write(toFile: folder + "/costs.yml", atomically: true, encoding: .utf8)
    let project = try ProjectFile.parse("villages: {file: v.csv}\n" + section, file: folder + "/p.yml")
    return try ProjectCosts(project, standardCatalogue: folder + "/costs.yml")
  }

  private static func message(_ section: String) -> String {
    do {
      _ = try costs(section)
      return "nothing was refused"
    } catch {
      return "\(error)".split(separator: "/").last.map(String.init) ?? ""
    }
  }

  @Test func `a project that says nothing has the prices of the catalogue`() throws {
    let costs = try Self.costs("")
    #expect(costs.changed.isEmpty)
    #expect(
      costs.catalogue.prices == [
        .drop: Price(capital: 1000, runningPerYear: 50, lifetimeYears: 10, source: "a"),
        .tower30: Price(capital: 2000, runningPerYear: 100, lifetimeYears: 15, source: "b"),
      ])
    #expect(costs.catalogue.discountPercent == 10)
  }

  @Test func `a project changes single prices, rate and horizon`() throws {
    let costs = try Self.costs(
      """
      costs:
        catalogue: costs.yml
        discount_rate: 8
        horizon_years: 10
        prices:
          fibre.drop: 1500
          tower.30m: {running_percent: 10, source: our own}
          tower.45m: {capital: 5, running: 1, lifetime_years: 3}
      """)
    #expect(costs.changed == [.drop, .tower30, .tower45])
    #expect(costs.catalogue.discountPercent == 8)
    #expect(costs.catalogue.horizonYears == 10)
    #expect(
      costs.catalogue.prices[.drop]
        == Price(capital: 1500, runningPerYear: 50, lifetimeYears: 10, source: "the project file"))
    #expect(
      costs.catalogue.prices[.tower30]
        == Price(capital: 2000, runningPerYear: 200, lifetimeYears: 15, source: "our own"))
    #expect(
      costs.catalogue.prices[.tower45]
        == Price(capital: 5, runningPerYear: 1, lifetimeYears: 3, source: "the project file"))
  }

  @Test(arguments: [
    ("costs: {prices: {fibre.drp: 3}}", "p.yml:2: unknown key \"fibre.drp\" in prices; did you mean \"fibre.drop\"?"),
    (
      "costs: {prices: {fibre.drop: -3}}",
      "p.yml:2: \"fibre.drop\" in prices is -3; expected a number of at least 0, the price of one village"
    ),
    (
      "costs: {prices: {fibre.drop: cheap}}",
      "p.yml:2: \"fibre.drop\" in prices is \"cheap\"; expected a number of at least 0"
    ),
    (
      "costs: {discount_rate: 120}",
      "p.yml:2: \"discount_rate\" in costs is 120; expected a number of percent a year from 0 to 100"
    ),
    (
      "costs: {horizon_years: 2.5}",
      "p.yml:2: \"horizon_years\" in costs is 2.5; expected a whole number of years from 1 to 100"
    ),
    (
      "costs: {prices: {tower.60m: 3}}",
      "p.yml:2: the price tower.60m, which the catalogue does not have, has no \"running\""
    ),
    (
      "costs: {prices: {fibre.drop: {running: 1, running_percent: 3}}}",
      "p.yml:2: \"running\" in the price fibre.drop has no place here: running_percent says the same"
    ),
    ("costs: {catalog: x.yml}", "p.yml:2: unknown key \"catalog\" in costs; did you mean \"catalogue\"?"),
    ("costs: {catalogue: none.yml}", "none.yml: cannot be read: no such file or directory"),
  ])
  func `what cannot be a price is refused with its line`(section: String, expected: String) {
    #expect(Self.message(section).lowercased().hasPrefix(expected.lowercased()), "\(Self.message(section))")
  }

  @Test(arguments: [
    ("currency: VND\n", "costs.yml:1: the catalogue has no \"price_year\""),
    (catalogue + "\n  tower.45m: {capital: 1, running: 1, lifetime_years: 2}", "the price tower.45m has no \"source\""),
    (catalogue + "\n  tower.45m: 3", "expected a mapping with capital"),
    (catalogue.replacingOccurrences(of: "2024", with: "24"), "expected a year from 1900 to 2200"),
  ])
  func `a catalogue must be whole`(text: String, expected: String) {
    let error = #expect(throws: ProjectFileError.self) { try CostCatalogueFile.parse(text, file: "costs.yml") }
    #expect(error.map { "\($0)" }?.contains(expected) == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func `the catalogue that comes with the program has every price, with a source`() throws {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
    let catalogue = try CostCatalogueFile.read(contentsOf: root + "/GeoData/costs.yml")
    #expect(Set(catalogue.prices.keys) == Set(CostItem.allCases))
    #expect(catalogue.prices.values.allSatisfy { !$0.source.isEmpty && $0.capital + $0.runningPerYear > 0 })
  }
}
