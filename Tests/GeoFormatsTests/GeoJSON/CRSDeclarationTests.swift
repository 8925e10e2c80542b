import Geospatial
import Testing

@testable import GeoFormats

/// The `crs` member of GeoJSON of 2008: one reference system to a file, wherever in it and however often it stands.
@Suite struct CRSDeclarationTests {
  private static func member(_ name: String) -> String { LayerReaderTests.crs(name) }

  private static func feature(_ number: Int, _ crs: String?) -> String {
    let member = crs.map { Self.member($0) + "," } ?? ""
    let place = "\(105 + Double(number) / 1e5),21.5"
    return #"{"type":"Feature",\#(member)"properties":{"code":\#(number),"name":"Thôn \#(number)"},"#
      + #""geometry":{"type":"Point","coordinates":[\#(place)]}}"#
  }

  private static func lines(_ crs: (Int) -> String?) throws -> String {
    let text = (0..<10_000).map { feature($0, crs($0)) }.joined(separator: "\n")
    try #require(text.utf8.count > 1 << 20)
    return text
  }

  private static func failure(_ text: String, threads: Int) async throws -> String? {
    do {
      _ = try await layer(bytes: [Array(text.utf8)], threads: threads)
      return nil
    } catch let error as FormatError {
      return error.description
    }
  }

  /// Where in 10,000 features the second system stands, and what is said of its first.
  @Test(
    arguments: [
      (5_000..<10_000, "feature 5000, line 5001"), (9_999..<10_000, "feature 9999, line 10000"),
      (1..<2, "feature 1, line 2"),
    ], [1, 2, 4, 8])
  func `features of two systems are refused alike with any number of threads`(
    fault: (others: Range<Int>, place: String), threads: Int
  ) async throws {
    let text = try Self.lines { fault.others.contains($0) ? "EPSG:4756" : "EPSG:4326" }
    #expect(
      try await Self.failure(text, threads: threads)
        == "0.geojson, \(fault.place), column 25: declares crs \"EPSG:4756\"; the file declared \"EPSG:4326\" before")
  }

  @Test(arguments: [1, 2, 4, 8]) func `a declaration is compared across pieces that have none`(
    threads: Int
  ) async throws {
    let text = try Self.lines { [0: "EPSG:4326-with-a-long-name", 9_000: "EPSG:4756"][$0] ?? nil }
    #expect(
      try await Self.failure(text, threads: threads)
        == "0.geojson, feature 9000, line 9001, column 25: declares crs \"EPSG:4756\"; "
        + "the file declared \"EPSG:4326-with-a-long-name\" before")
  }

  @Test(arguments: [1, 2, 4, 8]) func `of two faults the first is told`(threads: Int) async throws {
    var lines = try Self.lines { $0 < 5_000 ? "EPSG:4326" : "EPSG:4756" }.split(separator: "\n").map(String.init)
    lines[9_000] = #"{"type":"Feature","geometry":{"type":"Round"}}"#
    let declared = try await Self.failure(lines.joined(separator: "\n"), threads: threads)
    #expect(declared?.contains("feature 5000, line 5001, column 25: declares crs") == true)
    lines[1_000] = lines[9_000]
    let malformed = try await Self.failure(lines.joined(separator: "\n"), threads: threads)
    #expect(malformed?.contains("feature 1000, line 1001, column ") == true)
    #expect(malformed?.contains("crs") == false)
  }

  @Test(arguments: ["EPSG:4326", "EPSG:4756"]) func `features of one system give one layer with any number of threads`(
    crs: String
  ) async throws {
    let bytes = Array(try Self.lines { _ in crs }.utf8)
    let alone = try await layer(bytes: [bytes], keys: ["code"])
    #expect(alone.count == 10_000)
    #expect(alone.files.first?.declaredCRS == crs)
    for threads in [2, 4] {
      let several = try await layer(bytes: [bytes], keys: ["code"], threads: threads)
      GeoJSONPiecesTests.expectSame(alone, several, "\(threads) threads")
      #expect(several.files.first?.declaredCRS == crs)
    }
  }

  @Test(arguments: [
    // In the features of a collection, before them and behind them.
    (
      LayerReaderTests.collection([feature(0, "a"), feature(1, "b")]),
      "feature 1, line 2, column 25: declares crs \"b\"; the file declared \"a\" before"
    ),
    (
      LayerReaderTests.collection([feature(0, nil), feature(1, "b")], before: member("a") + ","),
      "feature 1, line 2, column 25: declares crs \"b\"; the file declared \"a\" before"
    ),
    (
      LayerReaderTests.collection([feature(0, "b")], after: ",\n" + member("a")),
      "line 2, column 7: declares crs \"a\"; the file declared \"b\" before"
    ),
    (
      LayerReaderTests.collection([feature(0, nil)], before: member("a") + ",", after: ",\n" + member("b")),
      "line 2, column 7: declares crs \"b\"; the file declared \"a\" before"
    ),
    // Twice in one collection, twice in one feature.
    (
      LayerReaderTests.collection([feature(0, nil)], before: member("a") + ",\n" + member("b") + ","),
      "line 2, column 7: declares crs \"b\"; the file declared \"a\" before"
    ),
    (
      "{\(member("a")),\n\(member("b")),\"type\":\"Feature\",\"geometry\":null}",
      "feature 0, line 2, column 7: declares crs \"b\"; the file declared \"a\" before"
    ),
    // A collection to a line.
    (
      LayerReaderTests.collection([feature(0, nil)], before: member("a") + ",") + "\n"
        + LayerReaderTests.collection([feature(0, nil)], before: member("b") + ","),
      "line 2, column 8: declares crs \"b\"; the file declared \"a\" before"
    ),
  ])
  func `a second system anywhere in a file is refused`(text: String, problem: String) async throws {
    #expect(try await Self.failure(text, threads: 1) == "0.geojson, \(problem)")
  }

  @Test(arguments: [
    LayerReaderTests.collection([feature(0, "EPSG:4756"), feature(1, nil), feature(2, "EPSG:4756")]),
    LayerReaderTests.collection(
      [feature(0, "EPSG:4756")], before: member("EPSG:4756") + ",", after: "," + member("EPSG:4756")),
    LayerReaderTests.collection([feature(0, nil)], before: "\"crs\":null,", after: "," + member("EPSG:4756")),
    "{\(member("EPSG:4756")),\"type\":\"Point\",\"coordinates\":[105,21]}\n" + feature(0, nil),
  ])
  func `one system is declared as often as one likes`(text: String) async throws {
    #expect(try await layer(text).files.first?.declaredCRS == "EPSG:4756")
  }
}
