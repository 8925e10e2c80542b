import Foundation
import Testing

/// `phusong validate` as a process.
@Suite struct ValidateCommandTests {
  private static let project = "villages: {file: v.geojson}\nlayers: {lines: l.geojson}\n"
  private static let line = GeoJSONText.collection(
    GeoJSONText.feature("{}", GeoJSONText.line("[105,21],[105.1,21]")))
  private static let crossing = GeoJSONText.collection(
    GeoJSONText.feature("{}", GeoJSONText.line("[105,21],[105.2,21.2],[105.2,21],[105,21.2]")))
  private static let homeless = GeoJSONText.collection(
    GeoJSONText.village("1", "105,21"), GeoJSONText.feature("{\"code\":\"2\"}", "null"))

  private func scratch(_ villages: String = GeoJSONText.twoVillages, _ lines: String = line) throws -> Scratch {
    try Scratch(["p.yml": Self.project, "v.geojson": villages, "l.geojson": lines])
  }

  @Test func `a clean project ends with code 0 and says so`() throws {
    let scratch = try scratch()
    let run = try Program.run(["validate", "p.yml", "-o", "out", "--fail-on", "note"], in: scratch)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        villages: 2 features
          nothing found

        lines: 1 features
          nothing found

        error: 0   warning: 0   note: 0

        """)
    #expect(scratch.contents.filter { $0.hasPrefix("out/") } == ["out/quality.geojson", "out/quality.json"])
  }

  @Test(
    arguments: [
      (nil, 3), ("error", 3), ("warning", 3), ("note", 3), ("never", 0),
    ] as [(String?, Int32)])
  func `an error ends with code 3 unless told never`(failOn: String?, status: Int32) throws {
    let scratch = try scratch(Self.homeless)
    let options = failOn.map { ["--fail-on", $0] } ?? []
    #expect(try Program.run(["validate", "p.yml", "-o", "out"] + options, in: scratch).status == status)
    #expect(scratch.contents.contains("out/quality.json"))
  }

  @Test(arguments: [(nil, 0), ("error", 0), ("warning", 3), ("note", 3), ("never", 0)] as [(String?, Int32)])
  func `a warning ends with code 3 only when asked to`(failOn: String?, status: Int32) throws {
    let options = failOn.map { ["--fail-on", $0] } ?? []
    let run = try Program.run(
      ["validate", "p.yml", "-o", "out"] + options, in: scratch(GeoJSONText.twoVillages, Self.crossing))
    #expect(run.status == status)
    #expect(
      run.output.contains(
        """
        lines: 1 features
          warning   line crosses itself: 1
              l.geojson, feature 0, line 2: is a line that crosses or touches itself at (105.1, 21.1)

        """))
  }

  @Test func `the table speaks Vietnamese, and JSON takes its place`() throws {
    let scratch = try scratch(Self.homeless)
    let table = try Program.run(["validate", "p.yml", "-o", "out", "--lang", "vi"], in: scratch)
    #expect(table.output.contains("lỗi       không có toạ độ: 1"))
    let json = try Program.run(["validate", "p.yml", "-o", "out", "--json"], in: scratch)
    #expect(json.output == (try scratch.text("out/quality.json")))
  }

  @Test(arguments: [
    (["--snap=-1"], "--snap is -1.0; expected 0 to 10000 metres."),
    (["--near", "20000"], "--near is 20000.0; expected 0 to 10000 metres."),
    (["--near", "nan"], "--near is nan; expected 0 to 10000 metres."),
    (["--fail-on", "all"], "The value 'all' is invalid for '--fail-on <severity>'."),
  ])
  func `wrong usage ends with code 2 and writes nothing`(options: [String], message: String) throws {
    let scratch = try scratch()
    let run = try Program.run(["validate", "p.yml", "-o", "out"] + options, in: scratch)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: \(message)"), "\(run.errors)")
    #expect(!scratch.contents.contains("out"))
  }

  @Test func `an input is never overwritten`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: quality.geojson}\n", "quality.geojson": GeoJSONText.twoVillages,
    ])
    let run = try Program.run(["validate", "p.yml", "-o", "."], in: scratch)
    #expect(run.status == 1)
    #expect(try scratch.text("quality.geojson") == GeoJSONText.twoVillages)
  }
}
