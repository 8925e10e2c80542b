import Foundation
import Testing

/// What `report` writes beside the status: the page, its tables, the plan, the PDF.
@Suite struct ReportFilesCommandTests {
  @Test func `the page tells the change and the figures, and its tables are beside it`() throws {
    let weekly = try WeeklyReport(targets: "targets: [{service: fibre, by: 2026-12-31}]\n")
    _ = try weekly.report(week: 0)
    try weekly.buildCable()
    #expect(try weekly.report(week: 1).status == 0)
    let files = try #require(weekly.status()["files"] as? [String])
    #expect(
      Set(files) == [
        "report.html", "report.md", "report.json", "provinces.csv", "districts.csv", "top_villages.csv",
        "changes.csv", "runs.csv", "zones.csv", "plan.csv", "targets.csv",
      ])
    let json = try JSONSerialization.jsonObject(with: weekly.scratch.data("out/report.json")) as? Output.Object
    #expect(json?["time"] as? String == "2026-11-09T07:00:00+07:00")
    #expect((json?["earlier"] as? [Output.Object])?.map { $0["time"] as? String } == ["2026-11-02T07:00:00+07:00"])
    let changes = try #require(json?["changes"] as? [Output.Object])
    #expect(changes.map { $0["code"] as? String } == ["9"])
    #expect((json?["targets"] as? [Output.Object])?.count == 1)
    let inputs = try #require(json?["inputs"] as? [Output.Object])
    #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    #expect(try weekly.scratch.text("out/report.html").hasPrefix("<!DOCTYPE html>"))
    #expect(weekly.scratch.contents.contains("out/archive/run-000001-2026-11-02/report.html"))
  }

  @Test func `a background comes from where it is asked for, and from nowhere else`() throws {
    let weekly = try WeeklyReport()
    #expect(try weekly.report(week: 0, ["--tiles", "https://tile.example/{z}/{x}/{y}.png"]).status == 0)
    let page = try weekly.scratch.text("out/report.html")
    #expect(page.contains("img-src data: https://tile.example;"))
    #expect(page.contains("https://tile.example/{z}/{x}/{y}.png"))
  }

  @Test func `a PDF that nothing can print is told, and the page is there`() throws {
    let weekly = try WeeklyReport()
    let run = try Program.run(
      ["report", "p.yml", "-o", "out", "--pdf"], in: weekly.scratch,
      environment: WeeklyReport.time(0).merging(["PATH": "/none"]) { $1 })
    #expect(run.status == 4)
    #expect(run.errors.contains(" warning: the page was not printed: "))
    #expect(weekly.scratch.contents.contains("out/report.html"))
    #expect(try weekly.status()["ok"] as? Bool == true)
  }

  @Test(arguments: ["plan", "plan/plan.json", "plan/plan.geojson"])
  func `a plan is shown, and its progress told and kept`(path: String) throws {
    let weekly = try WeeklyReport()
    let json = """
      {"plan": 1, "villages": [{"code": "9", "fibre": 1}, {"code": "100", "fibre": 2}, {"code": "10", "fibre": 1}]}
      """
    try weekly.scratch.write(Data(json.utf8), to: "plan/plan.json")
    let map = GeoJSONText.collection(
      GeoJSONText.feature(
        #"{"kind":"cable","service":"fibre","year":1,"cost":2500000}"#, GeoJSONText.line("[105,0],[105.01,0]")))
    try weekly.scratch.write(Data(map.utf8), to: "plan/plan.geojson")
    let run = try weekly.report(week: 0, ["--plan", path])
    #expect(run.status == 0, "\(run.errors)")
    let plan = try #require(weekly.status()["plan"] as? [Output.Object])
    #expect(plan.map { $0["year"] as? Int } == [1, 2])
    #expect(plan.map { $0["planned"] as? Int } == [2, 1])
    #expect(plan.map { $0["served"] as? Int } == [1, 0])
    let report = try JSONSerialization.jsonObject(with: weekly.scratch.data("out/report.json")) as? Output.Object
    let years = try #require(report?["plan"] as? [Output.Object])
    #expect(years.map { $0["costs"] as? [String: Int] } == [["fibre": 2_500_000]])
    let progress = try #require(report?["plan_progress"] as? [Output.Object])
    #expect(progress.map { $0["served"] as? Int } == [1, 0])
    #expect(try weekly.scratch.text("out/plan.csv").hasSuffix("\n1,fibre,2500000,,2,1\n2,fibre,,,1,0\n"))
    #expect(try weekly.scratch.text("out/report.html").contains("Served so far"))
    let shown = try weekly.run("history", "show", "--history", "out", "--format", "json")
    let kept = try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? Output.Object
    #expect((kept?["plan"] as? [Output.Object])?.count == 2)
    // The plan is an input like others: another plan is another run.
    try weekly.scratch.write(Data(json.replacing("\"100\"", with: "\"11\"").utf8), to: "plan/plan.json")
    _ = try weekly.report(week: 1, ["--plan", path])
    #expect(try weekly.runs() == [1, 2])
  }

  @Test func `a plan that is none is refused, and the last good report stays`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    try weekly.scratch.write(Data("{}".utf8), to: "plan.json")
    let run = try weekly.report(week: 1, ["--plan", "plan.json"])
    #expect(run.status == 3)
    #expect(run.errors.contains("stays: plan.json: is no plan: expected \"villages\""))
    #expect(try weekly.status()["run"] as? Int == 1)
  }
}
