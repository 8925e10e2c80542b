import Foundation
import Testing

/// Project files that cannot be used: one line, code 3 and nothing written.
@Suite struct InvalidProjectTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var project: String
    var message: String
  }

  private static let keys =
    "name, admin, villages, layers, services, measures, areas, ranking, zones, costs, targets, plan, technologies"

  static let cases: [Case] = [
    Case(
      testDescription: "an empty file", project: "",
      message: "p.yml: empty; expected a project file with at least \"villages\" (phusong init writes one)"),
    Case(
      testDescription: "an unknown key", project: "villages: {file: v.geojson}\nlayer: {x: y}\n",
      message: "p.yml:2: unknown key \"layer\" in the project file; did you mean \"layers\"? allowed: \(keys)"),
    Case(
      testDescription: "an unknown key in a rule",
      project: rule("{layer: fibre, rule: within, meters: 5}"),
      message:
        "p.yml:5: unknown key \"meters\" in rule; did you mean \"metres\"? allowed: layer, rule, metres, field, where"),
    Case(
      testDescription: "a rule of a layer that is not defined", project: rule("{layer: fiber, rule: within}"),
      message:
        "p.yml:5: rule names the layer \"fiber\", which \"layers\" does not define; did you mean \"fibre\"? defined: fibre"
    ),
    Case(
      testDescription: "a negative distance", project: rule("{layer: fibre, rule: within, metres: -1}"),
      message: "p.yml:5: \"metres\" in rule is -1; expected a number of metres above 0"),
    Case(
      testDescription: "a village file that is not there", project: "villages: {file: none.geojson}\n",
      message: "none.geojson: no such file"),
    Case(
      testDescription: "a layer file that is not there",
      project: "villages: {file: v.geojson}\nlayers: {fibre: none.geojson}\nmeasures: {far_m: fibre}\n",
      message: "none.geojson: no such file"),
    Case(
      testDescription: "a pattern that no file fits",
      project: "villages: {file: v.geojson}\nlayers: {fibre: none*.geojson}\nmeasures: {far_m: fibre}\n",
      message: "none*.geojson: no file fits this pattern"),
    Case(
      testDescription: "a property that no village has",
      project: "villages: {file: v.geojson, fields: {name: ten}}\n",
      message:
        "p.yml:1: villages.fields.name is \"ten\", which no feature of v.geojson has; expected one of its properties: code"
    ),
    Case(
      testDescription: "a code of no reference system", project: "villages: {file: v.geojson, crs: EPSG:999999}\n",
      message:
        "v.geojson: crs \"EPSG:999999\": unknown coordinate reference system \"EPSG:999999\": proj_create: crs not found"
    ),
    Case(
      testDescription: "degrees declared as metres", project: "villages: {file: v.geojson, crs: EPSG:3405}\n",
      message:
        "v.geojson, feature 0, line 2: easting 105.0, northing 21.0 does not fit VN-2000 / UTM zone 48N (EPSG:3405); "
        + "expected metres; these look like degrees: declare crs EPSG:4326 for WGS 84, or EPSG:4756 for VN-2000"),
    Case(
      testDescription: "northing before easting",
      project: "villages: {file: swapped.csv, crs: EPSG:3405, columns: {longitude: x, latitude: y}}\n",
      message:
        "swapped.csv, line 2: easting 2325000.0, northing 588000.0 by VN-2000 / UTM zone 48N (EPSG:3405) is longitude "
        + "121.25, latitude 5.11; expected a place in Vietnam; northing and easting seem to be swapped"),
    Case(
      testDescription: "metres declared as degrees of VN-2000",
      project: "villages: {file: metres.csv, crs: EPSG:4756}\n",
      message:
        "metres.csv, line 2: longitude 588000.0, latitude 2325000.0 is out of range; expected longitude -180 to 180 and "
        + "latitude -90 to 90 in degrees; these look like metres: declare their crs, for example EPSG:3405 (VN-2000 / UTM "
        + "zone 48N) or the province's TM-3 zone such as EPSG:9210 (declared: EPSG:4756)"),
    Case(
      testDescription: "administrative tables that are not there",
      project: "admin: nowhere\nvillages: {file: v.geojson}\n",
      message: "nowhere/commune_mapping_2025.csv: no such file"),
  ]

  private static func rule(_ rule: String) -> String {
    "villages: {file: v.geojson}\nlayers: {fibre: v.geojson}\nservices:\n  fibre:\n    - \(rule)\n"
  }

  @Test(arguments: cases)
  func `a project that cannot be used is refused in one line`(_ wrong: Case) throws {
    let files = [
      "p.yml": wrong.project, "v.geojson": GeoJSONText.twoVillages, "metres.csv": "code,x,y\n1,588000,2325000\n",
      "swapped.csv": "code,x,y\n1,2325000,588000\n",
    ]
    let scratch = try Scratch(files)
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.errors == "error: \(wrong.message)\n")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(scratch.contents == files.keys.sorted())
  }

  @Test(arguments: [
    ("none.yml", "none.yml: cannot be read: No such file or directory"),
    (".", ".: cannot be read: Is a directory"),
    (
      "v.geojson",
      "v.geojson: is GeoJSON, a layer; expected a project file that names it (phusong init writes one)"
    ),
    ("latin1.yml", "latin1.yml:2: not UTF-8; save the file in that encoding"),
  ])
  func `what is no project file is refused in one line`(path: String, message: String) throws {
    let scratch = try Scratch(["v.geojson": GeoJSONText.twoVillages])
    try scratch.write(Data("villages:\n  file: B".utf8) + [0xEA] + Data("n\n".utf8), to: "latin1.yml")
    let run = try Program.run(["analyze", path, "-o", "out"], in: scratch)
    #expect(run.errors == "error: \(message)\n")
    #expect(run.status == 3)
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `VN-2000 coordinates come out in WGS 84`() throws {
    // By pyproj 3.7: Transformer.from_crs("EPSG:3405", "EPSG:4326", always_xy=True).transform(500000, 2325000).
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.csv, crs: EPSG:3405}\n", "v.csv": "code,x,y\n1,500000,2325000\n",
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 0)
    let geometry = try Output(scratch).features[0]["geometry"] as? Output.Object
    #expect(geometry?["coordinates"] as? [Double] == [105.0018845, 21.0247964])
  }

  @Test func `the crs member of 2008 is honoured, with a warning`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.geojson}\n",
      "v.geojson": member("urn:ogc:def:crs:EPSG::3405", GeoJSONText.village("1", "500000,2325000")),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 0)
    #expect(
      run.errors
        == "warning: v.geojson: a \"crs\" member as in GeoJSON of 2008 (urn:ogc:def:crs:EPSG::3405); honoured\n")
    #expect(try scratch.text("out/villages.geojson").contains("\"coordinates\":[105.0018845,21.0247964]}"))
    #expect(try !scratch.text("out/villages.geojson").contains("\"crs\""))
  }

  @Test(arguments: [
    (
      "EPSG:999999", "105,21",
      "v.geojson: crs \"EPSG:999999\": unknown coordinate reference system \"EPSG:999999\": proj_create: crs not found"
    ),
    (
      "EPSG:32648", "105,21",
      "v.geojson, feature 0, line 2: easting 105.0, northing 21.0 does not fit WGS 84 / UTM zone 48N (EPSG:32648); "
        + "expected metres; these look like degrees: declare crs EPSG:4326 for WGS 84, or EPSG:4756 for VN-2000"
    ),
  ])
  func `a crs member that cannot be true is refused`(name: String, position: String, message: String) throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.geojson}\n", "v.geojson": member(name, GeoJSONText.village("1", position)),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.errors == "error: \(message)\n")
    #expect(run.status == 3)
    #expect(!scratch.contents.contains("out"))
  }

  /// A collection with a crs member behind its features, where it is seen last.
  private func member(_ name: String, _ feature: String) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n],"
      + "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(name)\"}}}"
  }
}
