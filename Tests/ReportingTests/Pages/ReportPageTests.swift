import Coverage
import Foundation
import Testing

@testable import Reporting

@Suite struct ReportPageTests {
  private static func page(_ contents: ReportContents, _ language: ReportLanguage = .en) -> String {
    String(decoding: ReportPage(contents, language: language).bytes(), as: UTF8.self)
  }

  /// The data that the script of a page reads.
  private static func data(_ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "id=\"report-data\">"))
    let end = try #require(page[start.upperBound...].range(of: "</script>"))
    let json = Data(page[start.upperBound..<end.lowerBound].utf8)
    return try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  @Test func `the page says what the analysis found`() async throws {
    let page = Self.page(try await SampleReport.contents(hasHistory: true, hasPlan: true))
    for text in [
      "<html lang=\"en\">", "<main id=\"main\">", "Thử nghiệm", "<strong>2</strong>", "4 villages with 1,910 people",
      "1</strong> villages gained signal", "Bản Đá Đen", "31 Dec 2026", "on track", "Cost by year", "Huyện Một",
      "within 500 m of cables", "Copyright (c) 2010-2019, Vladimir Agafonkin",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `in Vietnamese it speaks Vietnamese`() async throws {
    let page = Self.page(try await SampleReport.contents(hasHistory: true), .vi)
    for text in ["<html lang=\"vi\">", "Hiện trạng", "lõm sóng", "31/12/2026", "đúng tiến độ", "1.910 người"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `the plan tells how many of its villages are served so far`() async throws {
    let page = Self.page(try await SampleReport.contents(hasPlan: true))
    #expect(page.contains("Villages of the plan that are served so far"))
    #expect(page.contains("<td class=\"n\" data-v=\"4\">4</td><td class=\"n\" data-v=\"3\">3</td>"))
    #expect(page.contains(">75.0%<") && !page.contains(">60.0%<"))
  }

  @Test func `files beside the page are linked, those that have something to tell`() async throws {
    let page = Self.page(try await SampleReport.contents(hasHistory: true, hasPlan: true))
    for name in ReportFiles.names.dropFirst() {
      #expect(page.contains("<a class=\"file\" href=\"\(name)\">"), "\(name)")
    }
    let bare = Self.page(try await SampleReport.contents())
    for name in [ReportFiles.changesName, ReportFiles.planName, ReportFiles.targetsName] {
      #expect(!bare.contains("href=\"\(name)\""), "\(name)")
    }
  }

  @Test func `a list that is cut off says where the rest stands`() async throws {
    let many = (0..<40).map { "M\($0),Bản \($0),Xã Một,Huyện Một,Tỉnh Một,\(105.1 + Double($0) * 0.1),0.3,10,2\n" }
    let contents = try await SampleReport.contents(villages: SampleReport.villages + many.joined(), hasHistory: true)
    let page = Self.page(contents)
    #expect(page.contains("All 42 are in <a class=\"file\" href=\"top_villages.csv\">"))
    #expect(page.contains("All 41 zones are in <a class=\"file\" href=\"zones.csv\">"))
    #expect(!page.contains("more villages changed"))
  }

  @Test func `short tables stay whole on paper`() async throws {
    #expect(Self.page(try await SampleReport.contents(hasHistory: true)).contains("class=\"scroll short\""))
  }

  @Test func `sections that have nothing to say are not there`() async throws {
    let page = Self.page(try await SampleReport.contents())
    #expect(!page.contains("id=\"changes\"") && !page.contains("id=\"plan\""))
    for id in ["figures", "map", "units", "villages", "zones", "quality", "method"] {
      #expect(page.contains("<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">"), "\(id)")
      #expect(page.contains("<a href=\"#\(id)\">"), "\(id)")
    }
  }

  @Test func `nothing is loaded from anywhere`() async throws {
    let page = Self.page(try await SampleReport.contents())
    #expect(page.contains("default-src &#39;none&#39;"))
    // Markup outside the data and the scripts names no address.
    let markup = page.components(separatedBy: "<script").enumerated().map { index, part in
      index == 0 ? part : part.components(separatedBy: "</script>").last ?? ""
    }.joined()
    for sign in ["src=\"http", "href=\"http", "url(http", "@import", "src=\"//"] {
      #expect(!markup.contains(sign), "\(sign)")
    }
    let tiled = ReportPage(
      try await SampleReport.contents(), language: .en, tileURL: "https://{s}.tiles.example.org/{z}/{x}/{y}.png")
    #expect(String(decoding: tiled.bytes(), as: UTF8.self).contains("img-src data: https://*.tiles.example.org;"))
  }

  @Test func `hostile names stay text wherever they stand`() async throws {
    let name = "</script><script>window.hacked=1</script><img src=x onerror=alert(1)>"
    let villages = SampleReport.villages.replacing("Bản Đầu", with: name).replacing(
      "Xã Một", with: "\u{2028}</b>&\u{202E}")
    let contents = try await SampleReport.contents(villages: villages, name: "\"<b>'&amp;\"")
    let page = Self.page(contents)
    #expect(!page.contains("<script>window.hacked") && !page.contains("<img"))
    #expect(page.components(separatedBy: "<script").count == 4)
    #expect(page.components(separatedBy: "</script>").count == 4)
    #expect(!page.contains("\u{2028}") && !page.contains("\u{202E}"))
    let columns = try #require(try Self.data(page)["villages"] as? [String: Any])
    #expect((columns["name"] as? [String])?.first == name)
  }

  @Test func `the data of the map are the villages`() async throws {
    let page = Self.page(try await SampleReport.contents(hasPlan: true))
    let data = try Self.data(page)
    let villages = try #require(data["villages"] as? [String: Any])
    #expect(villages["code"] as? [String] == ["A1", "A2", "B1", "C1"])
    #expect(villages["lack"] as? String == "3300")
    #expect(page.contains(#""x":[10503000,3000,-5900,null],"#))
    #expect(villages["people"] as? [Int] == [300, 700, 900, 10])
    let services = try #require(villages["service"] as? [[String: Any]])
    #expect(services.compactMap { $0["status"] as? String } == ["1102", "1102"])
    #expect((data["plan"] as? [Any])?.count == 2)
    #expect((data["zones"] as? [Any])?.count == 1)
    #expect((data["lines"] as? [String: [String]])?.keys.sorted() == ["fibre", "roads"])
    let parts = try #require(villages["parts"] as? [[String: Any]])
    let sums = (0..<4).map { village in parts.reduce(0) { $0 + (($1["of"] as? [Int])?[village] ?? 0) } }
    #expect(sums == villages["score"] as? [Int])
  }

  @Test func `tables have captions, headers with a scope, and keys to sort by`() async throws {
    let page = Self.page(try await SampleReport.contents(hasHistory: true, hasPlan: true))
    let tables = page.components(separatedBy: "<table").dropFirst()
    #expect(tables.count >= 7)
    for table in tables where table.contains("</table>") && table.contains("<thead>") {
      #expect(table.contains("<caption>") && table.contains("<th scope=\"col\"") && table.contains("<th scope=\"row\""))
    }
    #expect(page.contains("data-v=\"0.5\""))
  }

  @Test(arguments: [(0, "0"), (999, "999"), (6786, "6.786"), (-1_234_567, "−1.234.567")])
  func `numbers are written as Vietnam writes them`(number: Int, text: String) {
    #expect(Words(.vi).number(number) == text)
  }

  @Test(arguments: [
    (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (1234.5, 0, "1,235"), (1234.56, 1, "1,234.6"), (.nan, 1, "–"),
    (-2.25, 2, "−2.25"),
  ])
  func `decimals are rounded`(number: Double, decimals: Int, text: String) {
    #expect(Words(.en).number(number, decimals: decimals) == text)
  }

  @Test func `money and distances have their units`() {
    #expect(Words(.vi).money(1_234_000_000) == "1,2 tỷ đồng")
    #expect(Words(.en).money(999_000_000) == "999 million đồng")
    #expect(Words(.en).distance(1499) == "1,499 m")
    #expect(Words(.vi).distance(12_345) == "12,3 km")
    #expect(Words(.en).distance(.nan) == "–")
    #expect(Words(.vi).moment("2026-11-23T07:00:00+07:00") == "07:00 ngày 23/11/2026")
    #expect(Words(.en).moment("whenever") == "whenever")
  }
}
