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
