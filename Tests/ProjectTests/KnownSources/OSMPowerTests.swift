import GeoFormats
import Testing

@testable import Project

@Suite struct OSMPowerTests {
  @Test(arguments: [
    ("22000", [22]), ("22000;400", [22, 0.4]), ("400;22000", [22, 0.4]), ("110000; 22000;22000", [110, 22]),
    ("22 kV", [22]), ("22kV;400 V", [22, 0.4]), ("35000/10000", [35, 10]), ("medium", []), ("0", []), ("", []),
    ("-400", []), ("500000;unknown", [500]), ("nan", []),
  ])
  func `a voltage tag is read in kilovolts, the highest first`(tag: String, kilovolts: [Double]) {
    #expect(OSMPower.kilovolts(tag) == kilovolts)
  }

  @Test(arguments: [
    ("line", "line"), ("minor_line", "line"), ("cable", "line"), ("substation", "substation"),
    ("station", "substation"), ("transformer", "transformer"), ("tower", "tower"), ("pole", "pole"),
    ("plant", "generation"), ("generator", "generation"), ("compensator", "other"), ("construction", "other"),
  ])
  func `a power tag has a kind`(power: String, kind: String) {
    #expect(OSMPower.kind(ofPower: power) == kind)
  }

  /// Four objects of OpenStreetMap in Nepal (way 92943821 and others), in the forms in which programs write tags.
  static let files = [
    SourceScene.points([
      #"{"@id":"way/92943821","power":"line","voltage":"132000","cables":"3"}"#,
      #"{"power":"minor_line","voltage":"22000;400"}"#, #"{"power":"substation","substation":"distribution"}"#,
      #"{"power":"line","disused":"yes","voltage":"33000"}"#,
    ]),
    SourceScene.points([
      #"{"osm_id":"92943821","other_tags":"\"power\"=>\"line\",\"voltage\"=>\"132000\",\"cables\"=>\"3\""}"#,
      #"{"osm_id":"2","other_tags":"\"power\"=>\"minor_line\",\"voltage\"=>\"22000;400\""}"#,
      #"{"osm_id":"3","other_tags":"\"power\"=>\"substation\",\"substation\"=>\"distribution\""}"#,
      #"{"osm_id":"4","other_tags":"\"voltage\"=>\"33000\",\"disused\"=>\"yes\",\"power\"=>\"line\""}"#,
    ]),
    SourceScene.points([
      #"{"id":"way/92943821","tags":{"power":"line","voltage":"132000","cables":"3"}}"#,
      #"{"tags":{"power":"minor_line","voltage":"22000;400"}}"#,
      #"{"tags":{"power":"substation","substation":"distribution"}}"#,
      #"{"tags":{"power":"line","disused":"yes","voltage":"33000"}}"#,
    ]),
  ]

  @Test(arguments: files)
  func `tags are found wherever a program has put them`(text: String) async throws {
    let keys = ["kind", "in_use", "voltage_kv", "voltage_min_kv", "voltages_kv", "cables", "substation"]
    let layer = try await SourceScene.layer(.osmPower, text, wanted: keys)
    #expect(layer.texts("kind") == ["line", "line", "substation", "line"])
    #expect(layer.texts("in_use") == ["true", "true", "true", "false"])
    #expect(layer.texts("voltage_kv") == ["132", "22", nil, "33"])
    #expect(layer.texts("voltage_min_kv") == ["132", "0.4", nil, "33"])
    #expect(layer.texts("voltages_kv") == ["132", "22;0.4", nil, "33"])
    #expect(layer.texts("cables") == ["3", nil, nil, nil])
    #expect(layer.texts("substation") == [nil, nil, "distribution", nil])
    #expect(SourceScene.counted(.osmPower, in: layer) == [0, 1, 2])
  }

  @Test(arguments: [
    (#"{"power":"line"}"#, true), (#"{"power":"line","disused":"no"}"#, true),
    (#"{"power":"line","operational_status":"operational"}"#, true), (#"{"power":"line","abandoned":"yes"}"#, false),
    (#"{"power":"construction","construction":"line"}"#, false), (#"{"power":"line","construction":"yes"}"#, false),
    (#"{"disused:power":"line"}"#, false), (#"{"power":"abandoned"}"#, false), (#"{"power":"proposed"}"#, false),
    (#"{"power":"line","operational_status":"out_of_service"}"#, false), (#"{"power":"plant"}"#, false),
    (#"{"highway":"residential"}"#, false), (#"{"power":"pole"}"#, true), (#"{}"#, false),
  ])
  func `what is out of use or no part of a grid does not count`(properties: String, counts: Bool) async throws {
    let layer = try await SourceScene.layer(.osmPower, SourceScene.points([properties]), wanted: [])
    #expect(SourceScene.counted(.osmPower, in: layer).isEmpty != counts)
  }

  @Test(arguments: [
    (#""a"=>"b","c:d"=>"e f""#, ["a": "b", "c:d": "e f"]), (#""a"=>"say \"x\" \\ y""#, ["a": #"say "x" \ y"#]),
    (#""a"=>NULL,"b"=>"1""#, ["b": "1"]), (#""a"=>"","b"=>"=>""#, ["a": "", "b": "=>"]),
    (#""a"=>"cut of"#, [:]), (#""a"=>"1","b"#, ["a": "1"]), ("", [:]), ("a=b", [:]),
  ])
  func `hstore text is read as PostgreSQL writes it`(text: String, pairs: [String: String]) {
    #expect(OSMTags.parsedHstore(text) == pairs)
  }
}
