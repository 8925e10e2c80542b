import Coverage
import GeoFormats
import Project
import Testing

@Suite struct QueryResultWriterTests {
  private static let rows: [[VillageCell]] = [
    [.literal("1"), .text("Bản \"Ba\", A|B"), .literal("71.20")],
    [.literal("2"), .text("Nà Hỳ *x*\nB"), .none],
    [.literal("3"), .text("Điê\u{323}n"), .literal("true")],
  ]

  private static func text(_ format: QueryFormat, _ change: (inout QueryResult) -> Void = { _ in }) throws -> String {
    let rows = Self.rows
    var result = QueryResult(
      columns: [
        .init(name: "rank", heading: "Rank", isNumeric: true),
        .init(name: "name", heading: "Village", isNumeric: false),
        .init(name: "score", isNumeric: true),
      ], count: rows.count, row: { rows[$0] })
    change(&result)
    var bytes: [UInt8] = []
    try QueryResultWriter(result).write(format) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `CSV is quoted where it must be`() throws {
    #expect(
      try Self.text(.csv) == """
        rank,name,score
        1,"Bản ""Ba"", A|B",71.20
        2,"Nà Hỳ *x*
        B",
        3,Điện,true

        """)
  }

  @Test func `JSON has numbers as numbers, nothing as null, and members before the rows`() throws {
    let text = try Self.text(.json) { $0.members = [("villages", "6786"), ("method", "\"topsis\"")] }
    #expect(
      text == #"""
        {
          "villages": 6786,
          "method": "topsis",
          "rows": [
            {"rank":1,"name":"Bản \"Ba\", A|B","score":71.20},
            {"rank":2,"name":"Nà Hỳ *x*\nB","score":null},
            {"rank":3,"name":"Điện","score":true}
          ]
        }

        """#)
  }

  @Test func `Markdown is a table whatever stands in the cells`() throws {
    #expect(
      try Self.text(.markdown) == #"""
        | Rank | Village | score |
        | ---: | --- | ---: |
        | 1 | Bản "Ba", A\|B | 71.20 |
        | 2 | Nà Hỳ \*x\* B |  |
        | 3 | Điện | true |

        """#)
  }

  @Test func `GeoJSON carries the other properties byte for byte and its own first`() async throws {
    let layer = try await LayerReader.read(
      geoJSON: Array(
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"a":1.50,"score":9},"geometry":{"type":"Point","coordinates":[105,21]}},
        {"type":"Feature","properties":null,"geometry":null},
        {"type":"Feature","properties":{"x":[1, 2]},"geometry":{"type":"Point","coordinates":[106,20]}}]}
        """.utf8), name: "v")
    let text = try Self.text(.geojson) {
      $0.places = .init(layer: layer, features: [2, 1, 0], carriesProperties: true)
    }
    let expected =
      #"{"type":"FeatureCollection","name":"villages","bbox":[105,20,106,21],"features":["# + "\n"
      + #"{"type":"Feature","properties":{"rank":1,"name":"Bản \"Ba\", A|B","score":71.20,"x":[1, 2]},"#
      + #""geometry":{"type":"Point","coordinates":[106,20]}},"# + "\n"
      + #"{"type":"Feature","properties":{"rank":2,"name":"Nà Hỳ *x*\nB","score":null},"geometry":null},"# + "\n"
      + #"{"type":"Feature","properties":{"rank":3,"name":"Điện","score":true,"a":1.50},"#
      + #""geometry":{"type":"Point","coordinates":[105,21]}}"# + "\n]}\n"
    #expect(text == expected)
    let bare = try Self.text(.geojson) {
      $0.places = .init(layer: layer, features: [2, 1, 0], carriesProperties: false)
    }
    #expect(bare == expected.replacing(#","x":[1, 2]"#, with: "").replacing(#","a":1.50"#, with: ""))
  }

  @Test(arguments: QueryFormat.allCases)
  func `no rows are a whole document too`(format: QueryFormat) throws {
    let result = QueryResult(columns: [.init(name: "rank", isNumeric: true)], count: 0, row: { _ in [] })
    var bytes: [UInt8] = []
    try QueryResultWriter(result).write(format) { bytes += $0 }
    let expected = [
      QueryFormat.csv: "rank\n", .json: "{\n  \"rows\": []\n}\n", .markdown: "| rank |\n| ---: |\n",
      .geojson: "{\"type\":\"FeatureCollection\",\"name\":\"villages\",\"features\":[\n\n]}\n",
    ]
    #expect(String(decoding: bytes, as: UTF8.self) == expected[format])
  }
}
