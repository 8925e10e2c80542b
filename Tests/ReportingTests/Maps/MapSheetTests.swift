import Coverage
import Foundation
import Geospatial
import Testing

@testable import Reporting

@Suite struct MapSheetTests {
  private static func sheet(
    _ options: MapOptions = MapOptions(), language: ReportLanguage = .en, title: String = "Test",
    shown: [Bool]? = nil
  ) async throws -> MapSheet {
    let contents = try await SampleReport.contents()
    let inputs = contents.analysis.inputs
    return MapSheet(
      MapSubject(
        title: title, source: "Source", villages: inputs.villages, assessment: contents.analysis.assessment,
        ground: contents.ground, shown: shown, zones: contents.zones.flatMap(\.zones)),
      language: language, options: options)
  }

  @Test func `a picture is well-formed and names what it shows`() async throws {
    let check = MarkupCheck(try await Self.sheet().bytes())
    #expect(check.problem == nil)
    #expect(check.elements.first == "svg")
    for text in [
      "Test", "Source", "Lacks fibre and signal (2)", "Lacks neither fibre nor signal (1)", "Road",
      "Dead zone (signal)",
    ] {
      #expect(check.text.contains(text), "\(text)")
    }
    #expect(check.text.contains("Một") && check.text.contains("Hai"))
  }

  @Test func `a picture of one service has its statuses`() async throws {
    let check = MarkupCheck(try await Self.sheet(MapOptions(service: .signal), language: .vi).bytes())
    #expect(check.text.contains("Lõm sóng (2)") && check.text.contains("Có sóng di động (1)"))
  }

  @Test func `the scale bar is as long as it says`() async throws {
    let sheet = try await Self.sheet()
    let check = MarkupCheck(sheet.bytes())
    let bar = try #require(check.attributes.firstIndex { $0["class"] == "scale-bar" })
    let metres = try #require(Double(check.attributes[bar]["data-metres"] ?? ""))
    // The second rectangle is the frame of the whole bar.
    let pixels = try #require(Double(check.attributes[bar + 2]["width"] ?? ""))
    let middle = sheet.projection.middleLatitude
    let (start, end) = (
      Coordinate(longitude: 105.02, latitude: middle), Coordinate(longitude: 105.04, latitude: middle)
    )
    let shown = sheet.projection.point(end).x - sheet.projection.point(start).x
    #expect(abs(pixels / shown * Geodesic.distance(start, end) / metres - 1) < 1e-3)
  }

  @Test func `villages that are not shown leave the picture`() async throws {
    let check = MarkupCheck(try await Self.sheet(shown: [true, true, false, false]).bytes())
    #expect(!check.text.contains("Lacks neither"))
    #expect(check.text.contains("Lacks fibre and signal (2)"))
  }

  @Test func `a hostile title stays text`() async throws {
    let title = "</title><script>alert(1)</script>\u{0}&"
    let check = MarkupCheck(try await Self.sheet(title: title).bytes())
    #expect(check.problem == nil)
    #expect(check.count(of: "script") == 0)
    #expect(check.text.contains("</title><script>alert(1)</script>\u{FFFD}&"))
  }

  @Test(arguments: [
    ([Service.signal], "Does not lack signal", "Không thiếu sóng di động"),
    ([.fibre, .signal], "Lacks neither fibre nor signal", "Không thiếu cáp quang, sóng di động"),
    (Service.allCases, "Nothing lacking", "Không thiếu"), ([], "Nothing known", "Chưa rõ"),
  ])
  func `nothing lacks of what is known alone`(known: [Service], english: String, vietnamese: String) {
    #expect(Words(.en).lack(Lack(bits: 0), of: known) == english)
    #expect(Words(.vi).lack(Lack(bits: 0), of: known) == vietnamese)
  }

  @Test(arguments: [400, 1000])
  func `a long title is written in lines that fit`(width: Int) async throws {
    let words = Array(repeating: "Rà soát phủ sóng di động và cáp quang", count: 6).joined(separator: " ")
    let title = words + " " + String(repeating: "W", count: 90)
    let sheet = try await Self.sheet(MapOptions(widthPixels: width), title: title)
    let check = MarkupCheck(sheet.bytes())
    #expect(check.problem == nil)
    let wrapped = WrappedText(title, width: Double(width) - 24, sizes: [20, 17, 14], isBold: true)
    #expect(wrapped.lines.count > 1)
    #expect(wrapped.lines.joined().filter { $0 != " " } == title.filter { $0 != " " })
    // A capital W of DejaVu Sans Bold is 1.1 of the size wide, a small letter 0.7 at most on average.
    for line in wrapped.lines { #expect(Double(line.count) * wrapped.size * 0.6 <= Double(width) - 24 + 20) }
    #expect(sheet.top == 62 + Double(wrapped.lines.count - 1) * wrapped.lineHeight)
  }

  @Test func `a short title stays in one line of full size`() {
    let wrapped = WrappedText("Test", width: 976, sizes: [20, 17, 14], isBold: true)
    #expect(wrapped.lines == ["Test"] && wrapped.size == 20)
    #expect(WrappedText("", width: 100, sizes: [20]).lines == [""])
  }

  @Test func `without any position it is a map of the country`() async throws {
    let sheet = try await Self.sheet(shown: [false, false, false, false])
    #expect(MarkupCheck(sheet.bytes()).problem == nil)
    #expect(sheet.projection.box.contains(Coordinate(longitude: 105.85, latitude: 21.03)))
  }

  @Test(.enabled(if: MapPNG.isPossible, "rsvg-convert is not installed"))
  func `a picture becomes a PNG of twice its size`() async throws {
    let folder = try TemporaryFolder()
    let sheet = try await Self.sheet(MapOptions(widthPixels: 600))
    try Data(sheet.bytes()).write(to: URL(fileURLWithPath: folder.file("map.svg")))
    try await MapPNG.write(svg: folder.file("map.svg"), to: folder.file("map.png"))
    let png = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.file("map.png"))))
    #expect(png[16..<20].reduce(0) { $0 * 256 + Int($1) } == 1200)
  }
}
