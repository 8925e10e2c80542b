import Testing

@testable import GeoFormats

@Suite struct GeoJSONLayerWriterTests {
  private static let input = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"a 1","properties":{ "x" : 1.50, "big":12345678901234567890,
      "u":"\\u1EBF\\n" },"geometry":{"type":"Point","coordinates":[105.123456789,21]}},
    {"type":"Feature","properties":null,"geometry":null}
    ]}
    """

  private func written(_ format: OutputFormat) async throws -> String {
    let file = try TableFile(Self.input, name: "t.geojson")
    let layer = try await file.layer()
    return try file.output { try LayerWriter(layer).write(format, to: $0) }
  }

  private static let properties =
    "{ \"x\" : 1.50, \"big\":12345678901234567890,\n  \"u\":\"\\u1EBF\\n\" }"
  private static let point = ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[105.1234568,21]}}"
  private static let second = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}"

  @Test func `properties and id stay byte for byte`() async throws {
    #expect(
      try await written(.geojson)
        == "{\"type\":\"FeatureCollection\",\"name\":\"t\",\"bbox\":[105.1234568,21,105.1234568,21],\"features\":[\n"
        + "{\"type\":\"Feature\",\"id\":\"a 1\",\"properties\":\(Self.properties)\(Self.point),\n\(Self.second)\n]}\n")
  }

  @Test(arguments: [(OutputFormat.geojsonLines, ""), (.geojsonSequence, "\u{1E}")])
  func `a sequence has a feature a line, in text sequences behind a record separator`(
    format: OutputFormat, separator: String
  ) async throws {
    let properties = Self.properties.replacing("\n  \"u\"", with: "   \"u\"")
    #expect(
      try await written(format)
        == "\(separator){\"type\":\"Feature\",\"id\":\"a 1\",\"properties\":\(properties)\(Self.point)\n"
        + "\(separator)\(Self.second)\n")
  }

  @Test(arguments: [OutputFormat.geojson, .geojsonLines, .geojsonSequence])
  func `what was written reads as the same layer`(format: OutputFormat) async throws {
    let text = try await written(format)
    let layer = try await TableFile(text, name: "o.\(format.endings[0])").layer(keys: ["u"])
    #expect(layer.count == 2)
    #expect(layer.texts == ["ế\n", nil])
    #expect(layer.identifiers == [.text("a 1"), nil])
  }

  @Test(
    arguments: [
      ("a.geojson", OutputFormat.geojson), ("a.JSON", .geojson), ("b.csv/a.ndjson", .geojsonLines),
      ("a.geojsonl", .geojsonLines), ("a.geojsons", .geojsonLines), ("a.geojsonseq", .geojsonSequence), ("a.csv", .csv),
      ("a.b.tsv", .tsv), ("csv", nil), ("a.shp", nil), ("a.csv/b", nil), ("a.csv.", nil),
    ] as [(String, OutputFormat?)])
  func `the ending tells the format`(path: String, format: OutputFormat?) {
    #expect(OutputFormat(path: path) == format)
  }
}
