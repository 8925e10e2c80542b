import Foundation
import Testing

/// A history of two weeks, in the second of which village 9 gets fibre.
@Suite struct HistoryCommandTests {
  private static func twoWeeks() throws -> WeeklyReport {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    try weekly.buildCable()
    _ = try weekly.report(week: 1)
    return weekly
  }

  @Test func `list tells the runs for people and for programs`() throws {
    let weekly = try Self.twoWeeks()
    let table = try weekly.run("history", "list", "--history", "out")
    #expect(table.status == 0)
    let lines = table.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("Run Time Villages No fibre People No signal People No power People Left out Version"))
    #expect(lines[2].hasPrefix("1 2026-11-02T07:00:00+07:00 3 2 200 "))
    #expect(lines[3].hasPrefix("2 2026-11-09T07:00:00+07:00 3 1 "))
    let csv = try weekly.run("history", "list", "--history", "out/history.sqlite", "--format", "csv").output
    #expect(csv.hasPrefix("run,time,villages,fibre_unserved,fibre_people_unserved,signal_unserved,"))
    #expect(csv.contains("\n2,2026-11-09T07:00:00+07:00,3,1,"))
    let json = try weekly.run("history", "list", "--history", "out", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? Output.Object
    #expect((object?["rows"] as? [Output.Object])?.map { $0["fibre_unserved"] as? Int } == [2, 1])
  }

  @Test func `show tells the inputs with their checksums, and the project file as it was`() throws {
    let weekly = try Self.twoWeeks()
    let json = try weekly.run("history", "show", "1", "--history", "out", "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? Output.Object)
    #expect(object["run"] as? Int == 1)
    #expect(object["project"] as? String == "By hand")
    #expect((object["fibre"] as? [String: Int])?["unserved"] == 2)
    let inputs = try #require(object["inputs"] as? [Output.Object])
    #expect(
      inputs.map { $0["role"] as? String } == [
        "project", "villages", "layer cable", "layer coverage", "layer towers", "layer lines",
      ])
    for (index, file) in [(0, "p.yml"), (1, "villages.geojson"), (4, "towers.csv")] {
      let data = try weekly.scratch.data(file)
      let sum = try Program.run("/usr/bin/sha256sum", [weekly.scratch.file(file)]).output.prefix(64)
      #expect(inputs[index]["sha256"] as? String == String(sum))
      #expect(inputs[index]["bytes"] as? Int == data.count)
    }
    let parameters = try weekly.run("history", "show", "--parameters", "--history", "out")
    #expect(parameters.output == (try weekly.scratch.text("p.yml")))
    let text = try weekly.run("history", "show", "last", "--history", "out").output
    #expect(text.hasPrefix("Run 2 of By hand, 2026-11-09T07:00:00+07:00\nPhuSong "))
  }

  @Test func `compare tells what changed by village, with exit code 5`() throws {
    let weekly = try Self.twoWeeks()
    let run = try weekly.run("history", "compare", "--history", "out", "--ignore-ranks")
    #expect(run.status == 5)
    #expect(run.output.hasPrefix("Villages: 3 → 3\nchanged: 1\nFibre: 1 unserved → served\n"))
    #expect(run.output.contains("fibre: unserved → served"))
    let same = try weekly.run("history", "compare", "2", "2", "--history", "out")
    #expect(same.status == 0)
    #expect(same.output == "No change.\n")
    let map = try weekly.run(
      "history", "compare", "1", "2", "--history", "out", "--format", "geojson", "-o", "c.geojson")
    #expect(map.status == 5)
    try RFC7946.check(weekly.scratch.data("c.geojson"))
  }

  @Test func `an exported run is what the analysis wrote, and can be compared and asked`() throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    _ = try weekly.run("analyze", "p.yml", "-o", "week0", "-q")
    try weekly.buildCable()
    _ = try weekly.report(week: 1)
    let run = try weekly.run("history", "export", "1", "--history", "out", "-o", "old.geojson")
    #expect(run.status == 0, "\(run.errors)")
    try RFC7946.check(weekly.scratch.data("old.geojson"))
    let diff = try weekly.run("diff", "week0", "old.geojson", "--project", "p.yml")
    #expect(diff.status == 0, "\(diff.output)")
    let rank = try weekly.run("rank", "old.geojson", "--columns", "code,score,rank", "--format", "csv")
    let original = try weekly.run("rank", "week0", "--columns", "code,score,rank", "--format", "csv")
    #expect(rank.output == original.output)
    let csv = try weekly.run("history", "export", "last", "--history", "out", "-o", "new.csv")
    #expect(csv.status == 0, "\(csv.errors)")
    #expect(try weekly.scratch.text("new.csv").contains("served"))
    #expect(try weekly.run("history", "export", "--history", "out", "-o", "new.doc").status == 2)
  }

  @Test func `in Vietnamese no English word is left`() throws {
    let weekly = try Self.twoWeeks()
    let compared = try weekly.run("history", "compare", "--history", "out", "--lang", "vi").output
    #expect(compared.contains("Cáp quang: 1 chưa có → đã có") && compared.contains("cáp quang: chưa có → đã có"))
    for word in ["served", "unknown", "fibre:", "signal:"] { #expect(!compared.contains(word), "\(word)") }
    let shown = try weekly.run("history", "show", "--history", "out", "--lang", "vi").output
    for text in ["tệp dự án", "thôn, bản", "lớp cable"] { #expect(shown.contains(text), "\(text)") }
    for word in ["project", "layer "] { #expect(!shown.contains(word), "\(word)") }
  }

  @Test func `a table of an exported run holds no formula`() throws {
    let weekly = try WeeklyReport()
    let villages = try weekly.scratch.text("villages.geojson")
    try weekly.scratch.write(Data(villages.replacing("\"Bản C\"", with: "\"=1+1\"").utf8), to: "villages.geojson")
    _ = try weekly.report(week: 0)
    #expect(try weekly.run("history", "export", "--history", "out", "-o", "new.csv").status == 0)
    let csv = try weekly.scratch.text("new.csv")
    #expect(csv.contains(",'=1+1,") && !csv.contains(",=1+1"))
    #expect(try weekly.run("history", "export", "--history", "out", "-o", "new.geojson").status == 0)
    #expect(try weekly.scratch.text("new.geojson").contains("\"=1+1\""))
  }

  @Test func `prune forgets old runs and never the newest`() throws {
    let weekly = try Self.twoWeeks()
    let none = try weekly.run("history", "prune", "--since", "2026-11-02", "--history", "out")
    #expect(none.output == "0 of 2 runs forgotten.\n")
    let all = try weekly.run("history", "prune", "--since", "2030-01-01", "--history", "out")
    #expect(all.output == "1 of 2 runs forgotten.\n")
    #expect(try weekly.runs() == [2])
    #expect(try weekly.run("history", "prune", "--keep", "1", "--history", "out").output == "0 of 1 runs forgotten.\n")
    #expect(try weekly.run("history", "show", "--history", "out").status == 0)
  }

  @Test(arguments: [
    (["list", "--history", "none"], 3, "error: none: no such file; expected a history, as phusong report writes it\n"),
    (
      ["list"], 3,
      "error: phusong-report/history.sqlite: no such file; expected a history, as phusong report writes it\n"
    ),
    (["list", "--history", "p.yml"], 3, "error: p.yml: does not start like an SQLite database; expected a history"),
    (["show", "7", "--history", "out"], 2, "error: out/history.sqlite: there is no run 7; expected first, last, "),
    (["compare", "--history", "out"], 2, "error: out/history.sqlite: there is no run previous; expected first, last"),
    (["prune", "--history", "out"], 2, "Error: Nothing to forget; expected --keep or --since."),
    (["prune", "--keep", "0", "--history", "out"], 2, "Error: --keep is 0; expected at least 1."),
    (
      ["prune", "--since", "Monday", "--history", "out"], 2, "Error: --since is Monday; expected a day, as 2026-01-31."
    ),
  ])
  func `what cannot be answered is told in one line`(arguments: [String], status: Int32, message: String) throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let run = try Program.run(["history"] + arguments, in: weekly.scratch)
    #expect(run.status == status)
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [["export", "last"], ["compare", "first", "last", "--format", "csv"]])
  func `a history is not written over by what is asked of it`(question: [String]) throws {
    let weekly = try WeeklyReport()
    _ = try weekly.report(week: 0)
    let before = try weekly.scratch.data("out/history.sqlite")
    let run = try Program.run(
      ["history"] + question + ["--history", "out", "-o", "out/../out/history.sqlite"], in: weekly.scratch)
    #expect(run.status == 1)
    #expect(run.errors.contains("it is the history that is asked; choose another file with --output"))
    #expect(try weekly.scratch.data("out/history.sqlite") == before)
  }
}
