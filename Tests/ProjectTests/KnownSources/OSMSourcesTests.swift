import Coverage
import GeoFormats
import Testing

@testable import Project

@Suite struct OSMSourcesTests {
  @Test(arguments: [
    (#"{"communication":"line","telecom:medium":"fibre"}"#, "line", "fibre"),
    (#"{"telecom":"exchange"}"#, "exchange", nil), (#"{"telecom":"connection_point"}"#, "connection_point", nil),
    (#"{"man_made":"mast","tower:type":"communication"}"#, "mast", nil),
    (#"{"man_made":"tower","tower_type":"communication"}"#, "tower", nil),
    (#"{"man_made":"mast","other_tags":"\"tower:type\"=>\"communication\""}"#, "mast", nil),
    (#"{"man_made":"communications_tower"}"#, "tower", nil),
    (#"{"man_made":"tower","tower:type":"watchtower"}"#, nil, nil),
    (#"{"man_made":"cable","telecom:medium":"fiber"}"#, "line", "fibre"), (#"{"man_made":"cable"}"#, nil, nil),
    (#"{"man_made":"water_tower"}"#, nil, nil), (#"{"power":"tower"}"#, nil, nil),
  ])
  func `telecom features have a kind`(properties: String, kind: String?, medium: String?) async throws {
    let layer = try await SourceScene.layer(.osmTelecom, SourceScene.points([properties]), wanted: ["kind", "medium"])
    #expect(layer.texts("kind") == [kind])
    #expect(layer.texts("medium") == [medium])
    #expect(SourceScene.counted(.osmTelecom, in: layer).isEmpty == (kind == nil))
  }

  @Test func `a mast has the newest technology that it names, unless it is disused`() async throws {
    let text = SourceScene.points([
      #"{"man_made":"mast","tower:type":"communication","communication:gsm":"yes","communication:lte":"yes"}"#,
      #"{"man_made":"mast","tower:type":"communication","disused":"yes"}"#,
    ])
    let layer = try await SourceScene.layer(.osmTelecom, text, wanted: ["technology"])
    #expect(layer.texts("technology") == ["4G", nil])
    #expect(SourceScene.counted(.osmTelecom, in: layer) == [0])
  }

  @Test(arguments: [
    ("1200", "1200"), ("~120", "120"), ("1 200", "1200"), ("1,200", "1200"), ("-5", nil), ("many", nil), ("", nil),
  ])
  func `a population is a number or nothing`(tag: String, people: String?) {
    #expect(OSMPlaces.people(.text(tag))?.spelling == people)
  }

  /// As GDAL's OSM driver writes it, and one place as an area, as Overpass does.
  static let places = """
    {"type":"FeatureCollection","name":"points","features":[
    {"type":"Feature","properties":{"osm_id":"1","name":"Bản \\"A\\"\\\\B","place":"hamlet",
      "other_tags":"\\"population\\"=>\\"~120\\""},"geometry":{"type":"Point","coordinates":[105.0,21.0]}},
    {"type":"Feature","properties":{"@id":"way/7","place":"village","population":300},
      "geometry":{"type":"Polygon","coordinates":[[[105,22],[106,22],[106,23],[105,23],[105,22]]]}},
    {"type":"Feature","properties":{"osm_id":"3","name":"Hà Nội","place":"city"},
      "geometry":{"type":"Point","coordinates":[105.85,21.03]}}]}
    """

  @Test func `places become villages with code, name, people and position`() async throws {
    let project = """
      villages: {file: places.geojson, source: osm-places}
      layers: {power: {file: power.geojson, source: osm-power}}
      services: {power: [{layer: power, rule: within, metres: 1000, where: {kind: line, voltage_min_kv: {max: 35}}}]}
      """
    let power = SourceScene.points([#"{"power":"line","voltage":"110000;22000"}"#])
    let analysis = try await SourceScene.analysis([
      "phusong.yml": project, "places.geojson": Self.places, "power.geojson": power,
    ])
    let villages = analysis.inputs.villages
    #expect(villages.codes == ["1", "way/7"])
    #expect(villages.text(of: .name, village: 0) == "Bản \"A\"\\B")
    #expect(villages.people == [120, 300])
    #expect(villages.coordinates[1].longitude == 105.5)
    #expect(villages.coordinates[1].latitude == 22.5)
    #expect(analysis.assessment[.power].statuses == [.served, .unserved])
  }

  @Test func `a project may ask for other places than the source does`() async throws {
    let analysis = try await SourceScene.analysis([
      "phusong.yml": "villages: {file: places.geojson, source: osm-places, where: {place: city}}",
      "places.geojson": Self.places,
    ])
    #expect(analysis.inputs.villages.codes == ["3"])
  }

  @Test(arguments: [
    (#"{"@type":"node","@id":5,"place":"hamlet"}"#, "node/5"), (#"{"@id":"node/5","place":"hamlet"}"#, "node/5"),
    (#"{"osm_way_id":"5","place":"hamlet"}"#, "way/5"), (#"{"osm_id":"5","place":"hamlet"}"#, "5"),
    (#"{"osm_type":"relation","osm_id":5,"place":"hamlet"}"#, "relation/5"), (#"{"place":"hamlet"}"#, nil),
  ])
  func `a place is known by its type and number`(properties: String, code: String?) async throws {
    let layer = try await SourceScene.layer(.osmPlaces, SourceScene.points([properties]), wanted: ["code"])
    #expect(layer.texts("code") == [code])
  }
}
