import Testing

/// Inputs with faults that a run survives: mended with a warning, or left out with a warning and code 4.
@Suite struct ImperfectInputTests {
  private static let withoutPosition = GeoJSONText.collection(
    GeoJSONText.village("1", "105,21"), GeoJSONText.feature("{\"code\":\"2\"}", "null"))

  @Test func `villages that cannot be ranked keep their map, with a warning`() throws {
    let scratch = try Scratch([
      "p.yml":
        "villages: {file: v.csv}\nlayers: {s: s.csv}\nservices: {signal: [{layer: s, rule: within, metres: 500}]}\n",
      "v.csv": "code,lon,lat,poverty_rate\n1,105,21,20\n2,105.1,21,120\n", "s.csv": "lon,lat\n105,21\n",
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 0)
    #expect(
      run.errors
        == "warning: v.csv, line 3: poverty_rate of the village 2 is \"120\"; expected a number of percent from 0 to 100; "
        + "score and rank stay empty\n")
    let text = try scratch.text("out/villages.geojson")
    #expect(text.split(separator: "\"score\":null,\"rank\":null").count == 3)
    #expect(try scratch.text("out/summary.json").contains("score and rank stay empty"))
  }

  @Test func `a village without coordinates is kept, of unknown status`() throws {
    let scratch = try Scratch(["p.yml": project, "v.geojson": Self.withoutPosition, "c.geojson": covers([])])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 4)
    #expect(
      run.errors
        == "warning: v.geojson: without coordinates, so of unknown status: 1 of 2 villages; the first is feature 1, "
        + "line 3\n")
    let output = try Output(scratch)
    #expect(output.texts("signal") == ["served", "unknown"])
    #expect(output.numbers("signal_distance_m") == [0, nil])
    let end = "\"missing\":0,\"score\":0.00,\"rank\":2},\"geometry\":null}"
    #expect(try scratch.text("out/villages.geojson").contains(end))
    #expect(output.counts("signal") == [1, 0, 1])
  }

  @Test func `a CSV village with only one coordinate has no position`() throws {
    let scratch = try Scratch(["p.yml": "villages: {file: v.csv}\n", "v.csv": "code,lon,lat\n1,105,\n2,105,21\n"])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 4)
    #expect(
      run.errors
        == "warning: v.csv: without coordinates, so of unknown status: 1 of 2 villages; the first is line 2\n")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var geometries: [String]
    var warning: String
    var status: Int32
    var strictStatus: Int32
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a ring that is not closed",
      geometries: [GeoJSONText.polygon("[104,20],[106,20],[106,22],[104,22]")],
      warning: "feature 1, line 3: a ring that is not closed: it starts at (104.0, 20.0) and does not return there; "
        + "closed",
      status: 0, strictStatus: 0),
    Case(
      testDescription: "a ring that crosses itself",
      geometries: [GeoJSONText.polygon("[104,20],[106,22],[106,20],[104,22],[104,20]")],
      warning: "feature 1, line 3: Self-intersection at (105.0, 21.0); repaired", status: 0, strictStatus: 0),
    Case(
      testDescription: "a ring that is too short", geometries: [GeoJSONText.polygon("[104,20],[106,20],[104,20]")],
      warning: "feature 1, line 3: a ring of 3 positions; expected at least 4, the last equal to the first; left out",
      status: 4, strictStatus: 3),
    Case(
      testDescription: "a ring without an inside",
      geometries: [GeoJSONText.polygon("[104,20],[105,21],[106,22],[104,20]")],
      warning: "feature 1, line 3: Self-intersection at (105.0, 21.0); cannot be repaired; left out",
      status: 4, strictStatus: 3),
  ]

  @Test(arguments: cases)
  func `a polygon with a fault is mended or left out, with a warning`(_ imperfect: Case) throws {
    let scratch = try Scratch([
      "p.yml": project, "v.geojson": GeoJSONText.twoVillages, "c.geojson": covers(imperfect.geometries),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.errors == "warning: c.geojson, \(imperfect.warning)\n")
    #expect(run.status == imperfect.status)
    #expect(try Output(scratch).counts("signal") == [2, 0, 0])
    let notice = "\"loss\": \(imperfect.status == 4), \"text\": \"c.geojson, "
    #expect(try scratch.text("out/summary.json").contains(notice))
  }

  @Test(arguments: cases)
  func `with --strict what would be left out stops the run`(_ imperfect: Case) throws {
    let scratch = try Scratch([
      "p.yml": project, "v.geojson": GeoJSONText.twoVillages, "c.geojson": covers(imperfect.geometries),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out", "--strict"], in: scratch)
    #expect(run.status == imperfect.strictStatus)
    guard imperfect.strictStatus == 3 else { return }
    #expect(run.errors == "error: p.yml: --strict: c.geojson, \(imperfect.warning)\n")
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `with --strict a village without coordinates stops the run`() throws {
    let scratch = try Scratch(["p.yml": "villages: {file: v.geojson}\n", "v.geojson": Self.withoutPosition])
    let run = try Program.run(["analyze", "p.yml", "-o", "out", "--strict"], in: scratch)
    #expect(run.status == 3)
    #expect(run.errors.hasPrefix("error: p.yml: --strict: v.geojson: without coordinates"))
    #expect(!scratch.contents.contains("out"))
  }

  @Test(arguments: [
    (GeoJSONText.point("105,21"), "Point"), (GeoJSONText.line("[105,21],[106,21]"), "LineString"),
  ])
  func `a geometry that an inside rule cannot use is refused`(geometry: String, name: String) throws {
    let scratch = try Scratch([
      "p.yml": project, "v.geojson": GeoJSONText.twoVillages, "c.geojson": covers([geometry]),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 3)
    #expect(
      run.errors
        == "error: c.geojson, feature 1, line 3: found a \(name); expected a Polygon or MultiPolygon, for the rule is "
        + "\"inside\" for signal\n")
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `of many warnings three are printed and all are in the summary`() throws {
    let short = GeoJSONText.polygon("[104,20],[106,20],[104,20]")
    let scratch = try Scratch([
      "p.yml": project, "v.geojson": GeoJSONText.twoVillages,
      "c.geojson": covers([String](repeating: short, count: 9)),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.errors.split(separator: "\n").count == 4)
    #expect(run.errors.hasSuffix("warning: c: 6 more; all are listed in summary.json\n"))
    #expect((try Output(scratch).summary["notices"] as? [Any])?.count == 9)
  }

  private let project = """
    villages: {file: v.geojson}
    layers: {c: c.geojson}
    services: {signal: [{layer: c, rule: inside}]}

    """

  /// A good square and behind it `geometries`.
  private func covers(_ geometries: [String]) -> String {
    let features = ([GeoJSONText.square] + geometries).map { GeoJSONText.feature("{}", $0) }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
  }
}
