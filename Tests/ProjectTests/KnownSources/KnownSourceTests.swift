import Coverage
import GeoFormats
import Testing

@testable import Project

@Suite struct KnownSourceTests {
  private func layer(_ keys: String) throws -> LayerSource {
    let project = try ProjectFile.parse("villages: {file: v.csv}\nlayers: {a: {file: a.csv, \(keys)}}", file: "p.yml")
    return project.layers[0]
  }

  @Test(arguments: KnownSourceName.allCases)
  func `a project file may name any source`(name: KnownSourceName) throws {
    let layer = try layer("source: \(name.rawValue)")
    #expect(layer.source.known == name)
    #expect(layer.source.filter == name.source.defaultFilter)
    #expect(!name.source.summary.isEmpty && !name.source.summary.contains("\n"))
    #expect(!name.source.specification.isEmpty && !name.source.licence.isEmpty)
  }

  @Test(arguments: KnownSourceName.allCases)
  func `a default filter asks for properties that the source has`(name: KnownSourceName) {
    for property in name.source.defaultFilter.properties { #expect(name.source.property(named: property) != nil) }
    let names = name.source.properties.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `where overrides what counts by default, an empty one lets all pass`() throws {
    #expect(try layer("source: rsrp, where: {rsrp_dbm: {min: -100}}").source.filter.properties == ["rsrp_dbm"])
    #expect(try layer("source: osm-power, where: {}").source.filter.isEmpty)
    #expect(try layer("format: csv").source.known == nil)
  }

  @Test(arguments: [
    (
      "villages: {file: v.csv}\nlayers: {a: {file: a.csv, source: opencelid}}",
      "p.yml:2: \"source\" in layer \"a\" is \"opencelid\"; did you mean \"opencellid\"? expected one of: osm-power, "
    ),
    (
      "villages: {file: v.csv, source: osm-place}",
      "p.yml:1: \"source\" in villages is \"osm-place\"; did you mean \"osm-places\"? expected one of: osm-power, "
    ),
    (
      "villages: {file: v.csv, source: rsrp}",
      "p.yml:1: \"source\" in villages is \"rsrp\"; expected a source of villages: osm-places, giga-pois"
    ),
    ("villages: {file: v.csv, source: 3}", "p.yml:1: \"source\" in villages is 3; expected one of: osm-power, "),
    ("villages: {file: v.csv, sorce: x}", "p.yml:1: unknown key \"sorce\" in villages; did you mean \"source\"?"),
  ])
  func `a wrong source is an error with a suggestion`(text: String, message: String) {
    do {
      _ = try ProjectFile.parse(text, file: "p.yml")
      Issue.record("no error")
    } catch {
      #expect("\(error)".hasPrefix(message), "\(error)")
    }
  }

  @Test func `a property is made only when somebody asks for it`() {
    let mapping = SourceMapping(.osmPower, wanted: ["voltage_kv"])
    #expect(mapping.inputs == ["voltage_kv", "voltage", "other_tags", "all_tags", "tags"])
  }

  @Test func `a property with the file's own values adds nothing, one with others hides it`() async throws {
    let text = SourceScene.points([#"{"accessPoint":true,"status":"operational"}"#])
    let same = try await SourceScene.layer(.ofdsNodes, text, wanted: [])
    let key = try #require(same.attributes.index(ofKey: "accessPoint"))
    #expect(!same.attributes.isDerived(key: key))
    let other = try await SourceScene.layer(.ofdsNodes, text.replacing("true", with: "\"yes\""), wanted: [])
    let derived = try #require(other.attributes.index(ofKey: "accessPoint"))
    #expect(other.attributes.isDerived(key: derived))
    #expect(other.attributes.value(ofFeature: 0, key: derived) == .boolean(true))
    other.attributes.forEachProperty(ofFeature: 0) { key, value in
      guard String(decoding: key, as: UTF8.self) == "accessPoint" else { return }
      #expect(String(decoding: value, as: UTF8.self) == "\"yes\"")
    }
  }

  @Test func `made properties survive filtering, also as bytes`() async throws {
    let text = "ict_id,lat,lon,radio_type\na,21,105,LTE\nb,21,105,GSM\nc,21,105,4G\n"
    let layer = try await SourceScene.layer(.gigaSites, text, ending: "csv", wanted: ["technology"])
    let filtered = layer.filtered { $0 != 0 }.filtered { _ in true }
    #expect(filtered.texts("technology") == ["2G", "4G"])
    let key = try #require(filtered.attributes.index(ofKey: "technology"))
    let bytes = filtered.attributes.withValueBytes(ofFeature: 1, key: key) { String(decoding: $0, as: UTF8.self) }
    #expect(bytes == "\"4G\"")
    #expect(filtered.attributes.hasValue(ofFeature: 0, key: key))
  }
}
