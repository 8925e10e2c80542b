import Foundation
import Testing

@Suite struct CheckCommandTests {
  @Test func `conditions are told, and the exit code is 1 when one holds`() throws {
    let weekly = try WeeklyReport()
    let run = try weekly.run(
      "check", "p.yml", "--fail-if", "fibre.unserved > 1", "--fail-if", "fibre.share >= 50%", "--fail-if",
      "villages != 3")
    #expect(run.status == 1)
    #expect(
      run.output == """
        FAILS  fibre.unserved > 1  (fibre.unserved is 2)
        ok     fibre.share >= 50%  (fibre.share is 33.33)
        ok     villages != 3  (villages is 3)

        """)
    #expect(run.errors.isEmpty)
  }

  @Test func `the exit code is 0 when none holds, of a result too`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.run("analyze", "p.yml", "-o", "out", "-q")
    for source in ["p.yml", "out", "out/villages.geojson"] {
      let run = try weekly.run("check", source, "--fail-if", "fibre.people_unserved > 200", "-q")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func `the answers can be JSON`() throws {
    let weekly = try WeeklyReport()
    let run = try weekly.run("check", "p.yml", "--json", "--fail-if", "fibre.served < 2", "--fail-if", "people > 1e9")
    #expect(run.status == 1)
    let object = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? Output.Object)
    #expect(object["ok"] as? Bool == false)
    let conditions = try #require(object["conditions"] as? [Output.Object])
    #expect(conditions.map { $0["fails"] as? Bool } == [true, false])
    #expect(conditions.map { $0["value"] as? Double } == [1, 500])
  }

  @Test func `a target is told with the pace of the history`() throws {
    let weekly = try WeeklyReport(targets: "targets: [{service: fibre, by: 2026-12-31}]\n")
    let early = try weekly.run("check", "p.yml", "--fail-if", "target.fibre = late")
    #expect(early.output == "ok     target.fibre = late  (target.fibre is unknown)\n")
    _ = try weekly.report(week: 0)
    try weekly.buildCable()
    let run = try weekly.run(
      "check", "p.yml", "--fail-if", "target.fibre != on_track", "--history", "out/history.sqlite", week: 1)
    #expect(run.status == 0, "\(run.output)")
    let late = try weekly.run(
      "check", "p.yml", "--fail-if", "target.fibre = late", "--history", "out/history.sqlite", week: 9)
    #expect(late.status == 1)
  }

  @Test(arguments: [
    (
      ["p.yml", "--fail-if", "fibre.unservd > 1"], 2,
      """
      error: --fail-if, column 1: there is no figure "fibre.unservd"; did you mean "fibre.unserved"?
        fibre.unservd > 1
        ^^^^^^^^^^^^^

      """
    ),
    (["p.yml"], 2, "Error: Nothing to check; expected --fail-if, as \"signal.unserved > 600\".\n"),
    (
      ["p.yml", "--fail-if", "target.power = late"], 3,
      "error: p.yml: target.power is not known; expected a target for power under \"targets\"\n"
    ),
    (["none.yml", "--fail-if", "villages > 1"], 3, "error: none.yml: cannot be read: No such file or directory\n"),
    (["none.yml", "--fail-if", "villages"], 2, "error: --fail-if, column 9: there is no comparison here; expected"),
  ])
  func `what cannot be checked is told`(arguments: [String], status: Int32, message: String) throws {
    let run = try Program.run(["check"] + arguments, in: WeeklyReport().scratch)
    #expect(run.status == status)
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
