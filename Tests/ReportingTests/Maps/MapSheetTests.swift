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
    for text in ["Test", "Source", "Lacks fibre and signal (2)", "Nothing lacking (1)", "Road", "Dead zone (signal)"] {
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
    #expect(!check.text.contains("Nothing lacking"))
    #expect(check.text.contains("Lacks fibre and signal (2)"))
  }

  @Test func `a hostile title stays text`() async throws {
    let title = "</title><script>alert(1)</script>\u{0}&"
    let check = MarkupCheck(try await Self.sheet(title: title).bytes())
    #expect(check.problem == nil)
    #expect(check.count(of: "script") == 0)
    #expect(check.text.contains("</title><script>alert(1)</script>\u{FFFD}&"))
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
