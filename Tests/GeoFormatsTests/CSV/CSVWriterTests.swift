import Geospatial
import Testing

@testable import GeoFormats

@Suite struct CSVWriterTests {
  private func written(
    _ text: String, name: String = "t.geojson", delimiter: Character = ",", bom: Bool = false, crs: String? = nil
  ) async throws -> String {
    let file = try TableFile(text, name: name)
    let layer = try await file.layer(to: crs)
    return try file.output { output in
      try CSVWriter(
        layer, crs: crs.map { try CoordinateReferenceSystem($0) } ?? .wgs84,
        delimiter: delimiter.asciiValue ?? UInt8(ascii: ","), hasByteOrderMark: bom
      ).write(to: output)
    }
  }

  private static func features(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[" + features.joined(separator: ",") + "]}"
  }

  private static func point(_ properties: String, _ position: String = "105.5,21", id: String = "") -> String {
    "{\"type\":\"Feature\",\(id)\"properties\":\(properties),"
      + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(position)]}}"
  }

  @Test func `the columns are those of all features in the order of their first appearance`() async throws {
    let text = Self.features(
      Self.point("{\"b\":1,\"a\":\"x\"}"), Self.point("{\"c\":true,\"b\":2.50}", "105.123456789,-21.00000004"),
      Self.point("null"), "{\"type\":\"Feature\",\"properties\":{\"a\":null},\"geometry\":null}")
    #expect(
      try await written(text)
        == "longitude,latitude,b,a,c\n105.5,21,1,x,\n105.1234568,-21,2.50,,true\n105.5,21,,,\n,,,,\n")
  }

  @Test func `cells are quoted where they must be`() async throws {
    let text = Self.features(
      Self.point(
        "{\"a,b\":\"one, two\",\"q\":\"say \\\"yes\\\"\",\"n\":\"two\\nlines\",\"s\":\" x \",\"t\":\"a\\tb\",\"j\":[1, {\"k\":\"v\"}]}"
      ))
    #expect(
      try await written(text)
        == "longitude,latitude,\"a,b\",q,n,s,t,j\n105.5,21,\"one, two\",\"say \"\"yes\"\"\",\"two\nlines\",\" x \",a\tb,"
        + "\"[1, {\"\"k\"\":\"\"v\"\"}]\"\n")
    #expect(
      try await written(text, delimiter: "\t").hasSuffix("\" x \"\t\"a\tb\"\t\"[1, {\"\"k\"\":\"\"v\"\"}]\"\n"))
  }

  @Test func `geometries other than points stand as well-known text`() async throws {
    let line =
      "{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":"
      + "{\"type\":\"LineString\",\"coordinates\":[[105.12345678,21],[106,21.5]]}}"
    #expect(
      try await written(Self.features(line, Self.point("{\"n\":2}")))
        == "wkt,n\n\"LINESTRING (105.1234568 21, 106 21.5)\",1\nPOINT (105.5 21),2\n")
  }

  @Test func `metres have three decimals under the names of a plane`() async throws {
    let text = try await written(Self.features(Self.point("{\"n\":1}", "105.8391041,21.0227265")), crs: "EPSG:3405")
    let cells = text.split(separator: "\n")[1].split(separator: ",")
    #expect(text.hasPrefix("easting,northing,n\n"))
    #expect(abs((Double(cells[0]) ?? 0) - 587_000) < 0.02)
    #expect(abs((Double(cells[1]) ?? 0) - 2_325_000) < 0.02)
    #expect(cells.prefix(2).allSatisfy { ($0.split(separator: ".").dropFirst().first?.count ?? 0) <= 3 })
  }

  @Test func `a byte-order mark is written on request`() async throws {
    let text = Self.features(Self.point("{}"))
    #expect(try await written(text, bom: true) == "\u{FEFF}longitude,latitude\n105.5,21\n")
    #expect(try await written(text).first == "l")
  }

  @Test func `an id has its column, and own names are left to the writer`() async throws {
    let text = Self.features(
      Self.point("{\"longitude\":7,\"id\":\"x\",\"id_input\":8}", id: "\"id\":12,"), Self.point("{}"))
    #expect(
      try await written(text)
        == "longitude,latitude,id,longitude_input,id_input_input,id_input\n105.5,21,12,7,x,8\n105.5,21,,,,\n")
  }

  @Test(arguments: [
    "longitude,latitude,n\n105.5,21,1\n", "wkt,n\n\"LINESTRING (1 2, 3 4)\",1\nPOINT (5 6),2\n",
    "longitude,latitude,code,text\n105.5,21,00127,\"a \"\"b\"\", c\"\n,,x,\n",
  ])
  func `a table that was written comes back the same`(text: String) async throws {
    #expect(try await written(text, name: "t.csv") == text)
  }

  @Test func `a layer without features is a header`() async throws {
    #expect(try await written(Self.features()) == "longitude,latitude\n")
  }
}
