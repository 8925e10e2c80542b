import Coverage
import Testing

@testable import Project

@Suite struct ProjectTemplateTests {
  /// The template with every optional key put to work.
  static let uncommented = ProjectTemplate.text(name: "Phủ sóng")
    .split(separator: "\n", omittingEmptySubsequences: false)
    .map { line in
      let text = line.drop { $0 == " " }
      guard text.first == "#", let next = text.dropFirst().first, next != " " else { return String(line) }
      return String(repeating: " ", count: line.count - text.count) + text.dropFirst()
    }
    .joined(separator: "\n")

  @Test func `the template parses as it stands`() throws {
    let project = try ProjectFile.parse(ProjectTemplate.text(name: "Mường Nhé"), file: "phusong.yml")
    #expect(project.name == "Mường Nhé")
    #expect(project.admin == nil)
    #expect(project.villages == VillageSource(source: FileSource(files: ["villages.geojson"], line: 14)))
    #expect(project.layers.map(\.name) == ["fibre", "power_lines", "coverage", "towers"])
    #expect(project.rules(for: .fibre) == [Rule(layer: "fibre", kind: .within(metres: Rule.defaultFibreMetres))])
    #expect(project.rules(for: .signal).count == 2)
    #expect(project.rules(for: .power) == [Rule(layer: "power_lines", kind: .within(metres: Rule.defaultPowerMetres))])
    #expect(project.measures.isEmpty)
    #expect(project.areas.isEmpty)
  }

  @Test func `the template parses with every optional key uncommented`() throws {
    let project = try ProjectFile.parse(Self.uncommented, file: "phusong.yml")
    #expect(project.admin == "administrative")
    #expect(project.villages.source.format == .csv)
    #expect(project.villages.source.crs == "EPSG:4326")
    #expect(project.villages.source.longitudeColumn == "lon")
    #expect(project.villages.source.delimiter == ",")
    #expect(project.villages.source.encoding == .utf8)
    #expect(project.villages.source.filter.properties == ["status"])
    #expect(project.villages.fields.map(\.field) == VillageField.allCases)
    #expect(project.villages.accuracyField?.property == "sai_so")
    #expect(project.villages.accuracyMetres == 50)
    #expect(project.layer(named: "towers")?.extent?.area == .provinces(["Lai Châu", "11"]))
    #expect(project.layers.count == 8)
    #expect(project.measures.map(\.name) == ["tower_distance_m", "tower_4g_distance_m"])
    #expect(project.areas.map(\.layer) == ["provinces"])
    #expect(project.rules(for: .power).first?.filter.properties == ["voltage_kv"])
    var defaults = RankingSettings()
    defaults.bounds = [.poverty: 5...15]
    for (field, property) in [
      (RankingField.povertyRate, "ti_le_ngheo"), (.school, "diem_truong"), (.healthPost, "tram_y_te"),
      (.borderCommune, "xa_bien_gioi"),
    ] { defaults.fields[field] = property }
    #expect(project.ranking.settings == defaults)
    #expect(project.targets.map(\.unserved) == [0])
    #expect(project.targets.map(\.day.description) == ["2025-12-31"])
  }

  @Test(
    arguments: Set(
      Keys.project + Keys.source + Keys.villages + Keys.columns + Keys.villageFields + Keys.services + Keys.rule
        + Keys.layer + Keys.extent + Keys.measure + Keys.area + Keys.areaFields + Keys.condition + Keys.ranking
        + Keys.criteria + Keys.bounds + Keys.saturation + Keys.rankingFields + Keys.zones + Keys.costs + Keys.price
        + Keys.target + Keys.plan + Keys.planTerrain + Keys.planSignal + Keys.planPower + Keys.planTowers
        + Keys.technologies + Keys.technologyFields + Keys.accessTechnologies + Keys.accessCapacity
    ).sorted())
  func `the template holds every key`(key: String) {
    #expect(Self.uncommented.contains("\(key): ") || Self.uncommented.contains("\(key):\n"))
  }

  @Test func `no line of the template is longer than 120 characters`() {
    #expect(ProjectTemplate.text(name: "x").split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test(arguments: [
    "Phủ sóng", "a \"quoted\" \\ name", "two\nlines\r\tand a tab", "#1: {a}", "a\u{FEFF}\u{85}\u{2028}\u{7}", "true",
    "12", "😀",
  ])
  func `any name survives`(name: String) throws {
    #expect(try ProjectFile.parse(ProjectTemplate.text(name: name), file: "p.yml").name == name)
  }
}
