import Foundation
import Testing

/// The project of ``AnalyzeTests`` reported on Mondays at seven, Vietnam's time.
struct WeeklyReport {
  let scratch: Scratch

  /// The first Monday, 2026-11-02 at 07:00+07:00.
  static let firstMonday = 1_793_577_600

  init(targets: String = "") throws {
    var files = AnalyzeTests.files
    files["p.yml", default: ""] += targets
    scratch = try Scratch(files)
  }

  /// Runs the report of a week, counted from 0.
  func report(week: Int, _ arguments: [String] = []) throws -> Program.Run {
    try Program.run(
      ["report", "p.yml", "--output", "out", "--lang", "en"] + arguments, in: scratch, environment: Self.time(week))
  }

  static func time(_ week: Int) -> [String: String] {
    ["SOURCE_DATE_EPOCH": "\(firstMonday + week * 7 * 86_400)", "TZ": "ICT-7"]
  }

  /// Any other command.
  func run(_ arguments: String..., week: Int = 0) throws -> Program.Run {
    try Program.run(arguments, in: scratch, environment: Self.time(week))
  }

  /// A second cable, along 105.01°, brings fibre to village 9, and to no other.
  func buildCable() throws {
    let cables = GeoJSONText.collection(
      GeoJSONText.feature("{}", GeoJSONText.line("[105,-1],[105,1]")),
      GeoJSONText.feature("{}", GeoJSONText.line("[105.01,-1],[105.01,1]")))
    try scratch.write(Data(cables.utf8), to: "cable.geojson")
  }

  /// What `status.json` says.
  func status() throws -> Output.Object {
    try #require(JSONSerialization.jsonObject(with: scratch.data("out/status.json")) as? Output.Object)
  }

  /// The numbers of the runs in the history.
  func runs() throws -> [Int] {
    let list = try run("history", "list", "--history", "out", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? Output.Object
    return (object?["rows"] as? [Output.Object] ?? []).compactMap { $0["run"] as? Int }
  }
}
