import Foundation
import Testing

@Suite struct ReportCommandTests {
  @Test func `a first report is kept, written and told`() throws {
    let weekly = try WeeklyReport()
    let run = try weekly.report(week: 0)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors == "2026-11-02T07:00:00+07:00 info: report done folder=out note=\"first run\" run=1\n")
    let status = try weekly.status()
    #expect(status["ok"] as? Bool == true)
    #expect(status["changed"] as? Bool == true)
    #expect(status["note"] as? String == "first run")
    #expect(status["error"] is NSNull)
    #expect(status["run"] as? Int == 1)
    #expect(status["run_time"] as? String == "2026-11-02T07:00:00+07:00")
    #expect(status["villages"] as? Int == 3)
    #expect(status["changes"] is NSNull)
    let fibre = (status["services"] as? Output.Object)?["fibre"] as? [String: Int]
    #expect(fibre == ["served": 1, "unserved": 2, "unknown": 0, "people_unserved": 200])
    let files = try #require(status["files"] as? [String])
    #expect(!files.isEmpty)
    for file in files { #expect(weekly.scratch.contents.contains("out/\(file)")) }
    #expect(try weekly.runs() == [1])
  }

  @Test func `the same inputs are no second run`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let before = try weekly.scratch.data("out/report.json")
    let run = try weekly.report(week: 1)
    #expect(run.status == 0)
    #expect(run.errors.contains("note=\"no change\""))
    let status = try weekly.status()
    #expect(status["ok"] as? Bool == true)
    #expect(status["changed"] as? Bool == false)
    #expect(status["note"] as? String == "no change")
    #expect(status["time"] as? String == "2026-11-09T07:00:00+07:00")
    #expect(status["run_time"] as? String == "2026-11-02T07:00:00+07:00")
    #expect(try weekly.runs() == [1])
    #expect(try weekly.scratch.data("out/report.json") == before)
    #expect(!weekly.scratch.contents.contains("out/archive"))
  }

  @Test func `what changed is told, and the earlier report goes to the archive`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    try weekly.buildCable()
    let run = try weekly.report(week: 1)
    #expect(run.status == 0, "\(run.errors)")
    let status = try weekly.status()
    #expect(status["note"] as? String == "changed")
    #expect(status["changed"] as? Bool == true)
    let changes = try #require(status["changes"] as? Output.Object)
    #expect(changes["status"] as? Int == 1)
    #expect(changes["gained"] as? Int == 0)
    #expect(changes["services"] as? [String: [String: Int]] == ["fibre": ["unserved_to_served": 1]])
    #expect(try weekly.runs() == [1, 2])
    let archived = "out/archive/run-000001-2026-11-02/status.json"
    let old = try JSONSerialization.jsonObject(with: weekly.scratch.data(archived)) as? Output.Object
    #expect(old?["run"] as? Int == 1)
  }

  @Test func `a dead zone keeps its identifier from one report to the next`() throws {
    let weekly = try WeeklyReport(targets: "zones: {services: [fibre], reach: 50000}\n")
    func zones() throws -> [(String?, Int?)] {
      let report = try JSONSerialization.jsonObject(with: weekly.scratch.data("out/report.json")) as? Output.Object
      let zones = try #require(report?["zones"] as? [Output.Object])
      return zones.map { ($0["zone"] as? String, $0["villages"] as? Int) }
    }
    _ = try weekly.report(week: 0)
    let before = try zones()
    #expect(before.map(\.1) == [2])
    // The zone loses the village that it is named after, and is the same zone.
    try weekly.buildCable()
    _ = try weekly.report(week: 1)
    let after = try zones()
    #expect(after.map(\.1) == [1])
    #expect(after.map(\.0) == before.map(\.0))
    // Written again it is that still.
    try FileManager.default.removeItem(atPath: weekly.scratch.file("out/report.json"))
    _ = try weekly.report(week: 2)
    #expect(try zones().map(\.0) == before.map(\.0))
  }

  @Test func `new inputs with the same results are a run without a change`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let project = try weekly.scratch.text("p.yml") + "# a remark\n"
    try weekly.scratch.write(Data(project.utf8), to: "p.yml")
    #expect(try weekly.report(week: 1).status == 0)
    let status = try weekly.status()
    #expect(status["note"] as? String == "same results")
    #expect(status["changed"] as? Bool == false)
    #expect(try weekly.runs() == [1, 2])
  }

  @Test func `a report that could not be written is no run, and its changes are told later`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    try weekly.buildCable()
    try weekly.scratch.write(Data("{".utf8), to: "plan.geojson")
    let run = try weekly.report(week: 1, ["--plan", "plan.geojson"])
    #expect(run.status == 3)
    #expect(run.errors.contains("plan.geojson"))
    #expect(try weekly.runs() == [1])
    #expect(try weekly.report(week: 2).status == 0)
    let status = try weekly.status()
    #expect(status["changed"] as? Bool == true)
    #expect((status["changes"] as? Output.Object)?["status"] as? Int == 1)
    // The failure is none of the report in the archive.
    let archived = try weekly.scratch.text("out/archive/run-000001-2026-11-02/status.json")
    #expect(archived.contains("\"ok\" : true") && archived.contains("\"error\" : null"))
  }

  @Test func `a file of an earlier report does not stay beside a newer one`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    // As though that report had been printed.
    let status = try weekly.scratch.text("out/status.json").replacing(
      "\"files\" : [", with: "\"files\" : [\n    \"report.pdf\",")
    try weekly.scratch.write(Data(status.utf8), to: "out/status.json")
    try weekly.scratch.write(Data("%PDF-".utf8), to: "out/report.pdf")
    try weekly.buildCable()
    #expect(try weekly.report(week: 1).status == 0)
    #expect(!weekly.scratch.contents.contains("out/report.pdf"))
    #expect(weekly.scratch.contents.contains("out/archive/run-000001-2026-11-02/report.pdf"))
  }

  @Test func `another background of the map is written without a new run`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let tiles = "https://tiles.example.vn/{z}/{x}/{y}.png"
    #expect(try weekly.report(week: 1, ["--tiles", tiles]).status == 0)
    #expect(try weekly.status()["note"] as? String == "written again")
    #expect(try weekly.scratch.text("out/report.html").contains("https://tiles.example.vn"))
    #expect(try weekly.runs() == [1])
  }

  @Test func `a report that is not there, or in another language, is written again without a new run`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let file = try #require((weekly.status()["files"] as? [String])?.first)
    try FileManager.default.removeItem(atPath: weekly.scratch.file("out/\(file)"))
    #expect(try weekly.report(week: 1).status == 0)
    #expect(try weekly.status()["note"] as? String == "written again")
    #expect(weekly.scratch.contents.contains("out/\(file)"))
    let run = try Program.run(
      ["report", "p.yml", "-o", "out", "--lang", "vi"], in: weekly.scratch, environment: WeeklyReport.time(2))
    #expect(run.status == 0)
    #expect(try weekly.status()["language"] as? String == "vi")
    #expect(try weekly.runs() == [1])
  }

  @Test func `broken inputs leave the last good report, and are told loudly`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let before = try weekly.scratch.data("out/report.json")
    let good = try weekly.scratch.data("villages.geojson")
    try weekly.scratch.write(Data("{\"type\":\"FeatureCollection\",\"features\":[".utf8), to: "villages.geojson")
    let run = try weekly.report(week: 1)
    #expect(run.status == 3)
    #expect(run.errors.contains("error: the report failed; the last good report, of 2026-11-02T07:00:00+07:00, stays"))
    #expect(run.errors.contains("stays: villages.geojson"))
    #expect(run.errors.split(separator: "\n").count == 1)
    var status = try weekly.status()
    #expect(status["ok"] as? Bool == false)
    #expect((status["error"] as? String)?.hasPrefix("villages.geojson") == true)
    #expect(status["time"] as? String == "2026-11-09T07:00:00+07:00")
    #expect(status["run_time"] as? String == "2026-11-02T07:00:00+07:00")
    #expect(status["villages"] as? Int == 3)
    #expect(try weekly.scratch.data("out/report.json") == before)
    #expect(try weekly.runs() == [1])
    // As it was before: the report is good again.
    try weekly.scratch.write(good, to: "villages.geojson")
    #expect(try weekly.report(week: 2).status == 0)
    status = try weekly.status()
    #expect(status["ok"] as? Bool == true)
    #expect(status["note"] as? String == "no change")
    #expect(status["error"] is NSNull)
  }

  @Test func `a first report that fails says that there is none`() throws {
    let weekly = try WeeklyReport()
    try weekly.scratch.write(Data("villages: [\n".utf8), to: "p.yml")
    let run = try weekly.report(week: 0)
    #expect(run.status == 3)
    #expect(run.errors.contains("there is no good report yet"))
    let status = try weekly.status()
    #expect(status["ok"] as? Bool == false)
    #expect(status["run"] is NSNull)
  }

  @Test func `what was left out is told by the exit code`() throws {
    let weekly = try WeeklyReport()
    let text = try weekly.scratch.text("cable.geojson").replacing(
      "\n]}", with: ",\n" + GeoJSONText.feature("{}", GeoJSONText.line("[105,1],[500,1]")) + "\n]}")
    try weekly.scratch.write(Data(text.utf8), to: "cable.geojson")
    let run = try weekly.report(week: 0)
    let analysis = try weekly.run("analyze", "p.yml", "-o", "a", "-q")
    #expect(run.status == analysis.status)
  }

  @Test func `the log can be JSON lines`() throws {
    let run = try WeeklyReport().report(week: 0, ["--log-format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: String]
    #expect(object?["level"] == "info")
    #expect(object?["note"] == "first run")
    #expect(object?["time"] == "2026-11-02T07:00:00+07:00")
  }

  @Test func `targets are told with the pace from the history`() throws {
    let weekly = try WeeklyReport(
      targets: "targets: [{service: fibre, by: 2026-12-31}, {service: power, by: 2026-01-01}]\n")
    _ = try weekly.report(week: 0)
    var goals = try #require(weekly.status()["targets"] as? [Output.Object])
    #expect(goals.map { $0["state"] as? String } == ["unknown", "late"])
    try weekly.buildCable()
    _ = try weekly.report(week: 1)
    goals = try #require(weekly.status()["targets"] as? [Output.Object])
    // One village in 7 days; one is left for 52 days, 0.6 a month.
    #expect(goals[0]["state"] as? String == "on_track")
    #expect(goals[0]["now"] as? Int == 1)
    #expect(goals[0]["needed_per_month"] as? Double == 0.6)
    #expect(goals[0]["pace_per_month"] as? Double == 4.3)
    #expect(goals[1]["needed_per_month"] is NSNull)
  }

  @Test func `a second report is told who is at work`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    try weekly.buildCable()
    // The hook of the first is run after the lock is given back, so that it is another process that has it.
    let flock = try #require(Program.tool("flock"))
    let scratch = try Scratch()
    let holder = try Program.start(
      flock, ["-F", "out/history.sqlite.lock", "-c", "echo $$ > held; exec sleep 1200"], in: weekly.scratch.path,
      output: scratch)
    defer { kill(holder.processIdentifier, SIGKILL) }
    for _ in 0..<12_000 where !weekly.scratch.contents.contains("held") { usleep(10_000) }
    let run = try weekly.report(week: 1)
    #expect(run.status == 1)
    #expect(run.errors.contains("stays: out/history.sqlite: in use by "))
    #expect(run.errors.contains("expected to be alone: wait with --wait SECONDS, or come back later"))
    #expect(try weekly.status()["ok"] as? Bool == true)
    #expect(try weekly.status()["run"] as? Int == 1)
  }

  @Test func `two reports at once are two after one another, when they wait`() throws {
    let weekly = try WeeklyReport()
    let outputs = try (0..<3).map { _ in try Scratch() }
    let processes = try outputs.map { scratch in
      try Program.start(
        Program.path, ["report", "p.yml", "-o", "out", "--lang", "en", "--wait", "1200"], in: weekly.scratch.path,
        environment: WeeklyReport.time(0), output: scratch)
    }
    processes.forEach { $0.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0, 0])
    let logs = try outputs.map { try $0.text("err") }
    #expect(logs.count { $0.contains("note=\"first run\"") } == 1)
    #expect(logs.count { $0.contains("note=\"no change\"") } == 2)
    #expect(try weekly.runs() == [1])
  }

  @Test func `a history elsewhere may be named, and one of another project is refused`() throws {
    let weekly = try WeeklyReport()
    #expect(try weekly.report(week: 0, ["--history", "h.sqlite"]).status == 0)
    #expect(weekly.scratch.contents.contains("h.sqlite"))
    #expect(!weekly.scratch.contents.contains("out/history.sqlite"))
    let project = try weekly.scratch.text("p.yml").replacing("name: By hand", with: "name: Other")
    try weekly.scratch.write(Data(project.utf8), to: "p.yml")
    let run = try weekly.report(week: 1, ["--history", "h.sqlite"])
    #expect(run.status == 3)
    #expect(
      run.errors.contains(
        ": h.sqlite: holds the runs of the project \"By hand\"; expected those of \"Other\": name another file with --history"
      )
    )
  }
}
