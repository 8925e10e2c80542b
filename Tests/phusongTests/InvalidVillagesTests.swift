import Foundation
import Testing

/// Village files that cannot be used: one line, code 3 and nothing written.
@Suite struct InvalidVillagesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: Data
    var message: String

    init(_ name: String, _ text: String, _ message: String) {
      self.init(name, Data(text.utf8), message)
    }

    init(_ name: String, _ bytes: Data, _ message: String) {
      (testDescription, self.bytes, self.message) = (name, bytes, message)
    }
  }

  private static func one(_ position: String) -> String {
    GeoJSONText.collection(GeoJSONText.village("1", "105,21"), GeoJSONText.village("2", position))
  }

  private static let degrees = "expected longitude -180 to 180 and latitude -90 to 90 in degrees"
  private static let good = GeoJSONText.twoVillages
  private static let latin1 = Data(good.utf8.map { $0 == UInt8(ascii: "1") ? 0xE0 : $0 })

  static let geojson: [Case] = [
    Case("an empty file", "", ": the file is empty; expected GeoJSON"),
    Case("a blank file", " \n\n", ": the file is empty; expected GeoJSON"),
    Case("no features", GeoJSONText.collection(), ": there are no villages in it"),
    Case("text that is not JSON", "hello", ", line 1, column 1: found 'hello'; expected '{'"),
    Case(
      "JSON cut off in a feature", String(good.dropLast(30)),
      ", feature 1, line 3, column 72: the text ends in the middle; the file seems to be cut off"),
    Case(
      "bytes of Latin-1 or Windows-1258", latin1,
      ", feature 0, line 2, column 41: found byte 0xE0, which is not UTF-8; save the file as UTF-8 (RFC 8259)"),
    Case("UTF-16 with a mark", utf16(mark: true), ": the text is UTF-16; save it as UTF-8 (RFC 8259)"),
    Case("UTF-16 without a mark", utf16(mark: false), ": the text is UTF-16; save it as UTF-8 (RFC 8259)"),
    Case("NaN", one("NaN,21"), ", feature 1, line 3, column 87: found 'NaN'; expected a JSON number"),
    Case("null", one("null,21"), ", feature 1, line 3, column 87: found 'null'; expected a JSON number"),
    Case("text", one("\"105\",21"), ", feature 1, line 3, column 87: found \"105\"; expected a JSON number"),
    Case(
      "a number past all bounds", one("1e400,21"),
      ", feature 1, line 3: longitude inf, latitude 21.0 is not a position; \(degrees)"),
    Case(
      "a longitude out of range", one("205,21"),
      ", feature 1, line 3: longitude 205.0, latitude 21.0 is out of range; \(degrees)"),
    Case(
      "swapped coordinates", one("21,105"),
      ", feature 1, line 3: longitude 21.0, latitude 105.0 is out of range; \(degrees); the two seem to be swapped"),
    Case(
      "metres declared as degrees", one("588000,2325000"),
      ", feature 1, line 3: longitude 588000.0, latitude 2325000.0 is out of range; \(degrees); these look like metres: "
        + "declare their crs, for example EPSG:3405 (VN-2000 / UTM zone 48N) or the province's TM-3 zone such as EPSG:9210"
    ),
    Case(
      "a code that stands twice",
      GeoJSONText.collection(
        GeoJSONText.village("7", "105,21"), GeoJSONText.village("8", "105,21"), GeoJSONText.village("7", "105,22")),
      ", feature 2, line 4: the code 7 stands twice; codes must differ; it stands first at feature 0, line 2"),
    Case(
      "a village without a code",
      GeoJSONText.collection(
        GeoJSONText.village("7", "105,21"), GeoJSONText.feature("{\"name\":\"A\"}", GeoJSONText.point("105,21"))),
      ", feature 1, line 3: the village has no code; expected a value in \"code\""),
    Case(
      "a line among villages",
      GeoJSONText.collection(
        GeoJSONText.village("7", "105,21"), GeoJSONText.feature("{\"code\":8}", GeoJSONText.line("[1,2],[3,4]"))),
      ", feature 1, line 3: found a LineString; expected one Point, the village's centre"),
    Case(
      "several points for a village",
      GeoJSONText.collection(
        GeoJSONText.feature("{\"code\":8}", "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}")),
      ", feature 0, line 2: found a MultiPoint of 2 points; expected one Point, the village's centre"),
    Case(
      "a geometry type that is none",
      GeoJSONText.collection(GeoJSONText.feature("{}", "{\"type\":\"Pont\",\"coordinates\":[1,2]}")),
      ", feature 0, line 2, column 54: found \"Pont\"; expected a geometry type of RFC 7946"),
    Case(
      "people in words, over two lines",
      GeoJSONText.collection(
        GeoJSONText.feature("{\"code\":1,\"population\":\"a\\nb\"}", GeoJSONText.point("105,21"))),
      ", feature 0, line 2: population is a\\u{a}b; expected a number of at least 0, and at most 10 billion"),
  ]

  @Test(arguments: geojson)
  func `a GeoJSON file that cannot be used is refused in one line`(_ wrong: Case) throws {
    let scratch = try Scratch(["p.yml": "villages: {file: v.geojson}\n"])
    try scratch.write(wrong.bytes, to: "v.geojson")
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.errors == "error: v.geojson\(wrong.message)\n")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(scratch.contents == ["p.yml", "v.geojson"])
  }

  static let csv: [Case] = [
    Case("an empty file", "", ": the file is empty; expected a header line"),
    Case("a header only", "code,lon,lat\n", ": there are no villages in it"),
    Case(
      "nan", "code,lon,lat\n1,105,21\n2,nan,21\n",
      ", line 3: lon is \"nan\"; expected a number such as 105.8342 with a point, or nothing"),
    Case(
      "a decimal comma among points", "code;lon;lat\n1;105,5;21.5\n",
      ", line 2: lon is \"105,5\"; expected a number such as 105.8342 with a point, or nothing, as line 2 has \"21.5\""),
    Case("a row too short", "code,lon,lat\n1,105\n", ", line 2: 2 cells; expected 3 as in the header"),
    Case(
      "a quote that does not end", "code,lon,lat\n\"1,105,21\n",
      ", line 2: a quoted cell is not closed; the file seems to be cut off"),
    Case(
      "a column twice", "code,code,lon,lat\n1,2,105,21\n",
      ", line 1: the column \"code\" stands twice; names must differ"),
    Case(
      "no coordinates", "code,a,b\n1,105,21\n",
      ", line 1: no column looks like a longitude; name it under columns: in the project file. The columns are code, a, b"
    ),
    Case(
      "a code twice", "code,lon,lat\n1,105,21\n2,105,21\n1,105,22\n",
      ", line 4: the code 1 stands twice; codes must differ; it stands first at line 2"),
    Case(
      "swapped coordinates", "code,lon,lat\n1,21,105\n",
      ", line 2: longitude 21.0, latitude 105.0 is out of range; \(degrees); the two seem to be swapped"),
    Case(
      "bytes of Windows-1258", Data("code,lon,lat\nB".utf8) + [0xEA] + Data("n,105,21\n".utf8),
      ", line 2, column 2: found byte 0xEA, which is not UTF-8; save the file as UTF-8, or name its encoding: utf-8, "
        + "utf-16, windows-1258 or tcvn3"),
    Case(
      "UTF-16 cut off", Data([0xFF, 0xFE, 0x6C, 0, 0x0A, 0, 0x31]),
      ", line 2: UTF-16 ends in the middle of a character; the file seems to be cut off"),
  ]

  @Test(arguments: csv)
  func `a CSV file that cannot be used is refused in one line`(_ wrong: Case) throws {
    let scratch = try Scratch(["p.yml": "villages: {file: v.csv}\n"])
    try scratch.write(wrong.bytes, to: "v.csv")
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.errors == "error: v.csv\(wrong.message)\n")
    #expect(run.status == 3)
    #expect(scratch.contents == ["p.yml", "v.csv"])
  }

  private static func utf16(mark: Bool) -> Data {
    Data((mark ? [0xFF, 0xFE] : []) + good.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }
}
