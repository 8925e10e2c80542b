import Foundation
import Testing

/// Two results of the villages of ``AnalyzeTests``, the second edited by hand.
@Suite struct DiffCommandTests {
  private static func scratch() throws -> Scratch {
    let scratch = try Scratch(AnalyzeTests.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "old", "--quiet"], in: scratch)
    let text = try scratch.text("old/villages.geojson")
      .replacing("\"code\":\"9\"", with: "\"code\":\"11\"")
      .replacing(
        "\"fibre\":\"unserved\",\"fibre_distance_m\":2226.4", with: "\"fibre\":\"served\",\"fibre_distance_m\":80.0")
    try scratch.write(Data(text.utf8), to: "new/villages.geojson")
    return scratch
  }

  @Test func `equal results differ in nothing and the exit code is 0`() throws {
    let scratch = try Self.scratch()
    let run = try Program.run(["diff", "old", "old/villages.geojson"], in: scratch)
    #expect(run.status == 0)
    #expect(run.output == "No change.\n")
    let project = try Program.run(["diff", "old", "p.yml"], in: scratch)
    #expect(project.status == 0)
  }

  @Test func `a change is told and the exit code is 5`() throws {
    let scratch = try Self.scratch()
    let run = try Program.run(["diff", "old", "new", "--ignore-ranks"], in: scratch)
    #expect(run.status == 5)
    // The scores are 25.60 for village 10, 16.79 for 9 and 11, 8.37 and then 0.41 for 100; see RankCommandTests.
    #expect(
      run.output == """
        Villages: 3 → 3
        gained: 1
        lost: 1
        changed: 1
        Fibre: 1 unserved → served

        Change   Code  Village  Province       What                      Rank
        ───────  ────  ───────  ─────────────  ────────────────────────  ────
        gained   11    Bản B    Tỉnh Lai Châu                               2
        lost     9     Bản B    Tỉnh Lai Châu                               2
        changed  100   Bản C    Điện Biên      fibre: unserved → served     3

        """)
  }

  @Test func `JSON has the counts and a row for each village`() throws {
    let scratch = try Self.scratch()
    let run = try Program.run(["diff", "old", "new", "--format", "json", "--ignore-ranks"], in: scratch)
    #expect(run.status == 5)
    let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["gained"] as? Int == 1)
    #expect(json["lost"] as? Int == 1)
    #expect(json["status"] as? Int == 1)
    #expect((json["fibre"] as? [String: Int]) == ["unserved_to_served": 1])
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.map { $0["code"] as? String } == ["11", "9", "100"])
    #expect(rows[0]["fibre_old"] is NSNull)
    #expect(rows[2]["fibre_old"] as? String == "unserved")
    #expect(rows[2]["fibre_new"] as? String == "served")
  }

  @Test func `GeoJSON has a village where it is, or was when it is no more`() throws {
    let scratch = try Self.scratch()
    let run = try Program.run(["diff", "old", "new", "--format", "geojson", "-o", "changes.geojson"], in: scratch)
    #expect(run.status == 5)
    #expect(run.output.isEmpty)
    try RFC7946.check(scratch.data("changes.geojson"))
    let text = try scratch.text("changes.geojson")
    #expect(text.contains(#""change":"lost","code":"9""#))
    #expect(text.contains("\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.01,0]}"))
  }

  @Test func `quiet says nothing but the exit code`() throws {
    let scratch = try Self.scratch()
    let run = try Program.run(["diff", "old", "new", "-q"], in: scratch)
    #expect(run.status == 5)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test func `Vietnamese is spoken where it is asked for`() throws {
    let scratch = try Self.scratch()
    let run = try Program.run(["diff", "old", "new", "--ignore-ranks", "--lang", "vi"], in: scratch)
    #expect(run.output.contains("Cáp quang: 1 chưa có → đã có"))
    #expect(try Program.run(["diff", "old", "old", "--lang", "vi"], in: scratch).output == "Không có thay đổi.\n")
  }

  @Test(arguments: [
    ("no", "error: no: no such file\n"),
    (
      "cable.geojson",
      "error: cable.geojson: is no result of an analysis: expected the properties fibre, signal, power, as phusong "
        + "analyze writes them; found none\n"
    ),
  ])
  func `what is no result is refused`(new: String, message: String) throws {
    let run = try Program.run(["diff", "old", new], in: Self.scratch())
    #expect(run.status == 3)
    #expect(run.errors == message)
    #expect(run.output.isEmpty)
  }
}
