import Coverage
import Foundation
import Project
import Testing

@testable import Reporting

@Suite struct RuleTests {
  private static let filters: [(AttributeFilter.Clause, en: String, vi: String)] = [
    (
      .init(property: "status", condition: .anyOf([.text("operational")])), "status is operational",
      "status là operational"
    ),
    (
      .init(property: "technology", condition: .anyOf([.text("3G"), .text("4G"), .text("5G")])),
      "technology is 3G, 4G or 5G", "technology là 3G, 4G hoặc 5G"
    ),
    (
      .init(property: "kind", condition: .noneOf([.text("a"), .number(2.5)])), "kind is not a or 2.5",
      "kind không phải a hoặc 2.5"
    ),
    (
      .init(property: "voltage_kv", condition: .range(min: nil, max: 35)), "voltage_kv is at most 35",
      "voltage_kv không quá 35"
    ),
    (.init(property: "v", condition: .range(min: 1, max: 3)), "v is from 1 to 3", "v từ 1 đến 3"),
    (.init(property: "v", condition: .range(min: -110, max: nil)), "v is at least -110", "v ít nhất -110"),
    (.init(property: "range_m", condition: .exists(true)), "range_m is given", "có ghi range_m"),
    (.init(property: "range_m", condition: .exists(false)), "range_m is not given", "không ghi range_m"),
  ]

  @Test(arguments: filters.indices)
  func `what features must be to count is told with its values`(place: Int) {
    let (clause, english, vietnamese) = Self.filters[place]
    #expect(Words(.en).filter(AttributeFilter([clause])) == english)
    #expect(Words(.vi).filter(AttributeFilter([clause])) == vietnamese)
  }

  @Test func `a rule with a filter tells both`() {
    let rule = Rule(
      layer: "power", kind: .within(metres: 1000),
      filter: AttributeFilter([
        .init(property: "kind", condition: .anyOf([.text("line")])),
        .init(property: "voltage_kv", condition: .range(min: nil, max: 35)),
      ]))
    #expect(
      Words(.en).rule(rule) == "within 1000 m of power (only where kind is line, and voltage_kv is at most 35)")
    #expect(
      Words(.vi).rule(rule) == "cách power không quá 1.000 m (chỉ khi kind là line, và voltage_kv không quá 35)")
  }

  /// The reference project, which counts neither 2G nor lines of 110 kV.
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("GeoData/reference/phusong.yml").path

  @Test func `the rules of the reference project say that neither 2G nor 110 kV counts`() throws {
    let project = try ProjectFile.read(contentsOf: Self.project)
    let signal = Words(.en).rules(project.wholeRules(for: .signal))
    #expect(signal.hasPrefix("inside coverage (only where technology is 3G, 4G or 5G), or within range_m of towers"))
    #expect(Words(.vi).rules(project.wholeRules(for: .power)).contains("voltage_kv không quá 35"))
    #expect(Words(.en).rules(project.wholeRules(for: .fibre)).hasSuffix("(only where status is operational)"))
  }

  @Test func `what a layer itself asks of its features is told with every rule on it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      villages: {file: v.csv}
      layers: {cells: {file: c.csv, where: {technology: [4G, 5G]}}}
      services:
        signal: [{layer: cells, rule: within, metres: 500, where: {status: on}}]

      """, to: "p.yml")
    let project = try ProjectFile.read(contentsOf: folder.file("p.yml"))
    #expect(
      Words(.en).rules(project.wholeRules(for: .signal))
        == "within 500 m of cells (only where technology is 4G or 5G, and status is on)")
  }
}
