import Foundation
import Testing

/// Small projects whose statuses and distances can be worked out by hand.
///
/// On the equator of WGS 84 a degree of longitude is 6378137 π / 180 = 111,319.4908 metres, and the nearest place of a
/// meridian is where it crosses. So of villages on the equator a thousandth of a degree is 111.3 metres.
@Suite struct AnalyzeTests {
  /// A cable along 105°, a coverage square from 105.005° to 105.015°, a tower at 105.03° that reaches 1,000 m, a line of 22
  /// kV along 105.02° and one of 110 kV, which feeds no village, along 105°.
  static let files = [
    "p.yml": """
    name: By hand
    villages:
      file: villages.geojson
      fields: {name: ten}
    layers:
      cable: cable.geojson
      coverage: coverage.geojson
      towers: towers.csv
      lines: lines.geojson
    services:
      fibre:
        - {layer: cable, rule: within, metres: 500}
      signal:
        - {layer: coverage, rule: inside, where: {technology: [3G, 4G, 5G]}}
        - {layer: towers, rule: range, field: range_m}
      power:
        - {layer: lines, rule: within, where: {kv: {max: 35}}}
    measures:
      tower_m: towers
      high_voltage_m: {layer: lines, where: {kv: 110}}

    """,
    "villages.geojson": villages,
    "cable.geojson": GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.line("[105,-1],[105,1]"))),
    "coverage.geojson": GeoJSONText.collection(
      GeoJSONText.feature(
        "{\"technology\":\"2G\"}", GeoJSONText.polygon("[104,-1],[106,-1],[106,1],[104,1],[104,-1]")),
      GeoJSONText.feature(
        "{\"technology\":\"4G\"}",
        GeoJSONText.polygon("[105.005,-0.01],[105.015,-0.01],[105.015,0.01],[105.005,0.01],[105.005,-0.01]"))),
    "towers.csv": "name,lon,lat,range_m\nT1,105.03,0,1000\nT2,104.9,0,\n",
    "lines.geojson": GeoJSONText.collection(
      GeoJSONText.feature("{\"kv\":110}", GeoJSONText.line("[105,-1],[105,1]")),
      GeoJSONText.feature("{\"kv\":22}", GeoJSONText.line("[105.02,-1],[105.02,1]"))),
  ]

  /// Codes are numbers out of order; `ten` is decomposed (NFD) twice, once as an escape; `fibre` is a name PhuSong takes.
  private static let villages = GeoJSONText.collection(
    GeoJSONText.feature(
      "{\"code\":10,\"ten\":\"Ba\u{309}n A\",\"province\":\"Ti\u{309}nh Lai Châu\",\"population\":300,\"households\":60,"
        + "\"fibre\":\"yes\",\"nested\":{\"a\" : [1, 2.50, {\"b\":null}]},\"mã\":\"x\\u1EBFy\\\\ \\\"q\\\"\\n\\/\"}",
      GeoJSONText.point("105.004,0")),
    GeoJSONText.feature(
      "{\"code\":9,\"ten\":\"Ba\\u0309n B\",\"province\":\"Tỉnh Lai Châu\",\"population\":200,\"big\":12345678901234567890,"
        + "\"exp\":1.0E+2}",
      GeoJSONText.point("105.01,0,812.5")),
    GeoJSONText.feature(
      "{\"ten\":\"Bản C\",\"code\":100,\"province\":\"Điện Biên\",\"households\":40,\"fibre_input\":1,\"missing\":null}",
      GeoJSONText.point("105.02,0")))

  @Test func `the map and the counts are what is worked out by hand`() throws {
    let scratch = try Scratch(Self.files)
    let run = try Program.run(["analyze", "p.yml", "--output", "out"], in: scratch)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(try scratch.text("out/villages.geojson") == SharedData.expected("by-hand.villages.geojson"))
    #expect(try scratch.text("out/summary.json") == SharedData.expected("by-hand.summary.json"))
    #expect(try run.output == SharedData.expected("by-hand.table.en.txt"))

    let metresPerDegree = 6_378_137 * Double.pi / 180
    let output = try Output(scratch)
    let degrees: [String: [Double]] = [
      "fibre_distance_m": [0.01, 0.004, 0.02], "high_voltage_m": [0.01, 0.004, 0.02],
      "power_distance_m": [0.01, 0.016, 0], "tower_m": [0.02, 0.026, 0.01],
    ]
    for (column, distances) in degrees {
      #expect(output.numbers(column) == distances.map { ($0 * metresPerDegree * 10).rounded() / 10 })
    }
    // Inside the square; 0.001 degrees from its edge; 0.01 degrees from the tower that reaches 1,000 m.
    #expect(output.numbers("signal_distance_m") == [0, 111.3, 113.2])
    #expect(output.texts("code") == ["9", "10", "100"])
    #expect(output.texts("fibre") == ["unserved", "served", "unserved"])
    #expect(output.texts("signal") == ["served", "unserved", "unserved"])
    #expect(output.texts("power") == ["unserved", "unserved", "served"])
    #expect(output.numbers("missing") == [2, 2, 2])
    #expect(output.texts("name") == ["Bản B", "Bản A", "Bản C"])
    let names = output.texts("name").map { $0?.unicodeScalars.count }
    #expect(names == [5, 5, 5])
  }

  @Test func `own columns come first, in their order, then measures, then what the input carried`() throws {
    let scratch = try Scratch(Self.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch)
    let lines = try scratch.text("out/villages.geojson").split(separator: "\n")
    let columns =
      "code name commune_code commune_code_2025 commune district province province_2025 population households fibre "
      + "fibre_distance_m signal signal_distance_m power power_distance_m missing score rank tower_m high_voltage_m"
    let carried = ["ten big exp", "ten fibre_input nested mã", "ten fibre_input_input missing_input"]
    for (line, rest) in zip(lines.dropFirst(), carried) {
      let properties = try #require(line.firstRange(of: "\"properties\":{"))
      let keys = line[properties.upperBound...].matches(of: #/[{,]?"([^"\\]+)":/#).map { String($0.1) }
      let wanted = (columns + " " + rest).split(separator: " ").map(String.init)
      #expect(Array(keys.filter { !["a", "b", "geometry", "type", "coordinates"].contains($0) }) == wanted)
    }
  }

  @Test func `what the input carried comes out byte for byte`() throws {
    let scratch = try Scratch(Self.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "out", "--quiet"], in: scratch)
    let text = try scratch.text("out/villages.geojson")
    for piece in [
      "\"nested\":{\"a\" : [1, 2.50, {\"b\":null}]}", "\"mã\":\"x\\u1EBFy\\\\ \\\"q\\\"\\n\\/\"",
      "\"fibre_input\":\"yes\"", "\"big\":12345678901234567890", "\"exp\":1.0E+2", "\"ten\":\"Ba\u{309}n A\"",
      "\"ten\":\"Ba\\u0309n B\"",
      "\"missing_input\":null",
    ] {
      #expect(text.utf8.contains(piece.utf8))
    }
  }

  @Test(arguments: [["1"], ["2"], ["7"]])
  func `the number of threads changes no byte`(threads: [String]) throws {
    let scratch = try Scratch(Self.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "out", "--threads"] + threads, in: scratch)
    #expect(try scratch.text("out/villages.geojson") == SharedData.expected("by-hand.villages.geojson"))
    #expect(try scratch.text("out/summary.json") == SharedData.expected("by-hand.summary.json"))
  }

  @Test func `codes that are not all numbers are sorted as text`() throws {
    let codes = ["B10", "a1", "B9", "10", "9", "Đ1"]
    let rows = codes.enumerated().map { "\($1),105.\($0),21\n" }.joined()
    let scratch = try Scratch(["p.yml": "villages: {file: v.csv}\n", "v.csv": "code,lon,lat\n" + rows])
    _ = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(try Output(scratch).texts("code") == ["10", "9", "B10", "B9", "a1", "Đ1"])
  }

  @Test func `codes keep their leading zeros and are sorted by value`() throws {
    let rows = "00127,105,21\n0009,105,21\n10,105,21\n"
    let scratch = try Scratch(["p.yml": "villages: {file: v.csv}\n", "v.csv": "code,lon,lat\n" + rows])
    _ = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(try Output(scratch).texts("code") == ["0009", "10", "00127"])
  }

  @Test func `an output can be analysed again without losing a property`() throws {
    let scratch = try Scratch(Self.files)
    _ = try Program.run(["analyze", "p.yml", "-o", "first"], in: scratch)
    let project = try scratch.text("p.yml").replacing("file: villages.geojson", with: "file: first/villages.geojson")
    try scratch.write(Data(project.replacing("  fields: {name: ten}\n", with: "").utf8), to: "again.yml")
    let run = try Program.run(["analyze", "again.yml", "-o", "second"], in: scratch)
    #expect(run.status == 0)
    let (first, second) = (try Output(scratch, "first"), try Output(scratch, "second"))
    #expect(first.numbers("fibre_distance_m") == second.numbers("fibre_distance_m"))
    #expect(second.texts("fibre_input") == ["unserved", "served", "unserved"])
    #expect(second.texts("fibre_input_input") == [nil, "yes", nil])
    try RFC7946.check(scratch.data("second/villages.geojson"))
  }
}

extension Sequence where Element == UInt8 {
  /// Whether `piece` stands in the bytes.
  fileprivate func contains(_ piece: some Sequence<UInt8>) -> Bool { Array(self).firstRange(of: Array(piece)) != nil }
}
