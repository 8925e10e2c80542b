import Foundation
import Testing

@testable import Reporting

@Suite struct ReportFilesTests {
  @Test func `all files are written, and nothing else`() async throws {
    let folder = try TemporaryFolder()
    let contents = try await SampleReport.contents(hasHistory: true, hasPlan: true)
    try ReportFiles.write(contents, toFolder: folder.file("out"), language: .en)
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.file("out")).sorted()
    #expect(written == ReportFiles.names.sorted())
  }

  @Test func `the same contents give the same bytes`() async throws {
    let contents = try await SampleReport.contents(hasHistory: true, hasPlan: true)
    for (one, other) in zip(ReportFiles.texts(contents, language: .vi), ReportFiles.texts(contents, language: .vi)) {
      // Not the bytes themselves, which nobody could read in a failure.
      let areEqual = one.bytes == other.bytes
      #expect(areEqual, "\(one.name)")
    }
  }

  @Test func `a report that cannot be written leaves the one before`() async throws {
    let folder = try TemporaryFolder()
    let contents = try await SampleReport.contents()
    try ReportFiles.write(contents, toFolder: folder.path, language: .en)
    let before = try folder.text(ReportFiles.pageName)
    try FileManager.default.removeItem(atPath: folder.file(ReportFiles.jsonName))
    try FileManager.default.createDirectory(
      atPath: folder.file(ReportFiles.jsonName), withIntermediateDirectories: false)
    #expect(throws: (any Error).self) {
      try ReportFiles.write(contents, toFolder: folder.path, language: .vi)
    }
    #expect(try folder.text(ReportFiles.pageName) == before)
    #expect(folder.contents == ReportFiles.names.sorted())
  }

  @Test func `the JSON has the figures`() async throws {
    let contents = try await SampleReport.contents(hasHistory: true, hasPlan: true)
    let bytes = ReportJSON(contents: contents).bytes()
    let json = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(json["project"] as? String == "Thử nghiệm")
    #expect(json["villages"] as? Int == 4)
    let signal = (json["services"] as? [String: [String: Int]])?["signal"]
    #expect(signal == ["served": 1, "unserved": 2, "unknown": 1, "people_unserved": 1000])
    let changes = try #require(json["changes"] as? [[String: Any]])
    #expect(changes.map { $0["code"] as? String } == ["B1"])
    #expect((changes[0]["services"] as? [String: [String]])?["signal"] == ["unserved", "served"])
    let target = try #require((json["targets"] as? [[String: Any]])?.first)
    #expect(target["state"] as? String == "on_track")
    let progress = try #require(json["plan_progress"] as? [[String: Any]])
    #expect(progress.map { $0["planned"] as? Int } == [4, 1] && progress.map { $0["served"] as? Int } == [3, 0])
    #expect((json["top_villages"] as? [[String: Any]])?.first?["code"] as? String == "A2")
  }

  @Test func `the tables are those of the analysis`() async throws {
    let tables = ReportTables(contents: try await SampleReport.contents())
    let provinces = String(decoding: tables.provinces.bytes(), as: UTF8.self).split(separator: "\n")
    #expect(provinces.count == 3)
    #expect(provinces[1] == "63,,Tỉnh Hai,2,910,182,1,0,1,0,1,0,1,0,0,0,2,0")
    #expect(provinces[2] == "63,,Tỉnh Một,2,1000,200,0,2,0,1000,0,2,0,1000,0,0,2,0")
    let top = String(decoding: tables.topVillages.bytes(), as: UTF8.self).split(separator: "\n")
    #expect(top.count == 3)
    #expect(top[1].hasPrefix("1,") && top[1].contains(",A2,Bản Đá Đen,"))
  }

  @Test func `runs, changes, zones, plan and targets are tables too`() async throws {
    let tables = ReportTables(contents: try await SampleReport.contents(hasHistory: true, hasPlan: true))
    func rows(_ table: CellTable) -> [Substring] {
      String(decoding: table.bytes(), as: UTF8.self).split(separator: "\n").dropFirst().map { $0 }
    }
    #expect(
      rows(tables.changes) == ["B1,status,Thôn Sáng,Xã Hai,Huyện Hai,Tỉnh Hai,,unserved,served,unserved,served,,"])
    let runs = rows(tables.runs)
    #expect(runs.count == 2)
    #expect(runs[0].hasPrefix("2026-10-23T07:00:00+07:00,4,") && runs[0].contains(",0,3,1,"))
    #expect(runs[1].hasPrefix("2026-11-23T07:00:00+07:00,4,1,2,1,1000,1,2,1,1000,"))
    let zones = rows(tables.zones)
    #expect(zones.count == 1 && zones[0].hasPrefix("signal,1,") && zones[0].contains(",A2,Bản Đá Đen,"))
    #expect(
      rows(tables.plan) == [
        "2027,signal,1200000000,1,4,3", "2028,fibre,800000000,1,1,0", "2028,signal,300000000,1,,",
      ])
    #expect(rows(tables.targets).first?.hasPrefix("signal,2026-12-31,1,2,on_track,38,") == true)
  }

  @Test func `the Markdown has districts, the runs and the plan`() async throws {
    let contents = try await SampleReport.contents(hasHistory: true, hasPlan: true)
    let text = String(decoding: MarkdownReport(contents: contents, words: Words(.en)).bytes(), as: UTF8.self)
    for part in [
      "## By district", "| Huyện Một | Tỉnh Một | 2 | 1,000 |", "## Over time", "| 23 Oct 2026, 07:00 | 2 | 3 |",
      "## The plan", "| 2027 | Mobile signal | 4 | 3 | 75.0% |",
      "| All | 800 million đồng | 1 | 1.5 billion đồng | 2 | 2.3 billion đồng |",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func `names cannot break the tables of Markdown`() async throws {
    let villages = SampleReport.villages.replacing("Bản Đầu", with: "a|b <i>*c*")
    let contents = try await SampleReport.contents(villages: villages)
    let text = String(decoding: MarkdownReport(contents: contents, words: Words(.en)).bytes(), as: UTF8.self)
    #expect(text.contains("| a\\|b &lt;i&gt;\\*c\\* |"))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.allSatisfy { $0.hasSuffix("|") } && rows.count > 10)
  }

  @Test(.enabled(if: ReportPDF.isPossible, "no browser is installed"))
  func `the page becomes a PDF`() async throws {
    let folder = try TemporaryFolder()
    try ReportFiles.write(try await SampleReport.contents(), toFolder: folder.path, language: .vi)
    try await ReportPDF.write(html: folder.file(ReportFiles.pageName), to: folder.file(ReportPDF.name))
    let pdf = try Data(contentsOf: URL(fileURLWithPath: folder.file(ReportPDF.name)))
    #expect(pdf.starts(with: Array("%PDF-".utf8)) && pdf.count > 10_000)
  }
}
