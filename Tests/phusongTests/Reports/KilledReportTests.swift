import Foundation
import GRDB
import Glibc
import Reporting
import Testing

/// A report is killed at many moments of its work; whatever the moment, the history is whole and the next report sets the
/// rest right.
@Suite struct KilledReportTests {
  private static let kills = 24
  private static let villageCount = 400

  /// Villages along the equator, each further from the only cable; `served` of them lie within 500 m of it.
  private static func project(cableAt longitude: Double) throws -> [String: String] {
    let villages = (0..<villageCount).map { village in
      GeoJSONText.feature(
        "{\"code\":\"\(village)\",\"name\":\"Bản \(village)\",\"population\":\(village % 50 * 10)}",
        GeoJSONText.point("\(105 + Double(village) / 1000),0"))
    }
    return [
      "p.yml": """
      name: Killed
      villages: {file: villages.geojson}
      layers: {cable: cable.geojson}
      services:
        fibre: [{layer: cable, rule: within, metres: 500}]

      """,
      "villages.geojson": "{\"type\":\"FeatureCollection\",\"features\":[" + villages.joined(separator: ",") + "]}",
      "cable.geojson": cable(at: longitude),
    ]
  }

  private static func cable(at longitude: Double) -> String {
    GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.line("[\(longitude),-1],[\(longitude),1]")))
  }

  private func start(_ scratch: Scratch, _ output: Scratch) throws -> Process {
    try Program.start(
      Program.path, ["report", "p.yml", "-o", "out", "--lang", "en"], in: scratch.path, output: output)
  }

  @Test func `a report that is killed leaves whole runs only, and the next one is good`() throws {
    let scratch = try Scratch(try Self.project(cableAt: 105))
    let output = try Scratch()
    let begin = ContinuousClock.now
    let first = try start(scratch, output)
    first.waitUntilExit()
    #expect(first.terminationStatus == 0)
    var length = begin.duration(to: .now)
    var (killed, attempts, known) = (0, 0, 1)
    while killed < Self.kills, attempts < 4 * Self.kills {
      attempts += 1
      // New inputs, so that there is a run to store; the kills are spread over the time that a run takes.
      try scratch.write(Data(Self.cable(at: 105 + Double(attempts) / 100).utf8), to: "cable.geojson")
      let process = try start(scratch, output)
      let delay = length * (Double(killed) + 0.5) / Double(Self.kills)
      usleep(UInt32(delay / .microseconds(1)))
      if process.isRunning {
        _ = Glibc.kill(process.processIdentifier, SIGKILL)
        killed += 1
      } else {
        // A run takes less than it did at first.
        length = length * 0.8
      }
      process.waitUntilExit()
      let runs = try check(scratch)
      // The run is there or not, and nothing that was there is gone.
      #expect((known...known + 1).contains(runs), "after attempt \(attempts)")
      known = runs
    }
    #expect(killed == Self.kills)
    let last = try start(scratch, output)
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    let runs = try check(scratch)
    let status = try #require(
      JSONSerialization.jsonObject(with: scratch.data("out/status.json")) as? Output.Object)
    #expect(status["ok"] as? Bool == true)
    let newest = try RunHistory(path: scratch.file("out/history.sqlite"), for: .reading).run(named: "last")
    #expect(status["run"] as? Int == newest.number)
    for file in try #require(status["files"] as? [String]) { #expect(scratch.contents.contains("out/\(file)")) }
    #expect(runs >= 2)
    #expect(!scratch.contents.contains { $0.hasSuffix(".part") })
  }

  /// Checks the history and the status of a folder; how many runs there are.
  private func check(_ scratch: Scratch) throws -> Int {
    let path = scratch.file("out/history.sqlite")
    // Readers find it whole without anybody setting it right first.
    let counted = try RunHistory(path: path, for: .reading).runs().count
    let queue = try DatabaseQueue(path: path)
    let (integrity, violations, halves) = try queue.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA integrity_check"),
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count,
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM run WHERE villages != (
              SELECT count(*) FROM answer WHERE first_run <= run.id AND (last_run IS NULL OR last_run >= run.id))
            OR 3 != (SELECT count(*) FROM input WHERE run = run.id) OR 3 != (SELECT count(*) FROM figure WHERE run = run.id)
            """)
      )
    }
    try queue.close()
    #expect(integrity == "ok")
    #expect(violations == 0)
    #expect(halves == 0)
    let status = try JSONSerialization.jsonObject(with: scratch.data("out/status.json")) as? Output.Object
    #expect(status?["ok"] as? Bool == true)
    return counted
  }
}
