import Geospatial
import Testing

@testable import GeoFormats

@Suite struct GeoJSONWriterTests {
  static func written(_ layer: Layer) -> String {
    var bytes = GeoJSONWriter.header(name: "Thử \"x\"", boundingBox: layer.geometries.boundingBox)
    for feature in 0..<layer.count {
      if feature > 0 { bytes += GeoJSONWriter.separator }
      bytes += Array(#"{"type":"Feature","properties":{},"geometry":"#.utf8)
      GeoJSONWriter.append(feature: feature, of: layer.geometries, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    return String(decoding: bytes + GeoJSONWriter.footer, as: UTF8.self)
  }

  static let geometries = [
    "null", #"{"type":"Point","coordinates":[105.1234567,21]}"#, #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#,
    #"{"type":"LineString","coordinates":[[1,2],[3,4.5]]}"#,
    #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
    #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}"#,
    #"{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]],[[[5,5],[9,5],[9,9],[5,5]]]]}"#,
    #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
      + #"{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
  ]

  @Test(arguments: geometries) func `a geometry is written as it was read`(geometry: String) async throws {
    let text = #"{"type":"Feature","properties":{},"geometry":\#(geometry)}"#
    let layer = try await layer(text)
    let written = Self.written(layer)
    #expect(written.contains("\n" + text + "\n]}\n"), "\(written)")
    let again = try await GeoFormatsTests.layer(written)
    #expect(again.geometries.coordinates == layer.geometries.coordinates)
    #expect(again.geometries.partKinds == layer.geometries.partKinds)
    #expect(again.geometries.partEnds == layer.geometries.partEnds)
    #expect(again.notices.isEmpty)
  }

  @Test func `rings follow the right-hand rule whichever way they came`() async throws {
    // RFC 7946, section 3.1.6.
    let clockwise = #"{"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[0,0]],[[1,2],[2,3],[1,3],[1,2]]]}"#
    let written = Self.written(try await layer(clockwise))
    #expect(written.contains("[[[0,0],[4,4],[0,4],[0,0]],[[1,2],[1,3],[2,3],[1,2]]]"), "\(written)")
  }

  @Test func `the header has a name and a box`() {
    func header(_ box: BoundingBox, _ members: String = "") -> String {
      String(decoding: GeoJSONWriter.header(name: "a\"b", boundingBox: box, members: members), as: UTF8.self)
    }
    let box = BoundingBox(west: 102.123456789, south: 8.5, east: 110, north: 23.4)
    #expect(
      header(box, #""x":1,"#)
        == "{\"type\":\"FeatureCollection\",\"name\":\"a\\\"b\",\"x\":1,\"bbox\":[102.1234568,8.5,110,23.4],\"features\":[\n"
    )
    #expect(header(.empty) == "{\"type\":\"FeatureCollection\",\"name\":\"a\\\"b\",\"features\":[\n")
  }

  @Test func `positions have at most seven decimals`() {
    for (coordinate, text) in [
      (Coordinate(longitude: 105.123_456_749, latitude: -0.000_000_04), "[105.1234567,0]"),
      (Coordinate(longitude: -179.999_999_99, latitude: 90), "[-180,90]"),
    ] {
      var bytes: [UInt8] = []
      GeoJSONWriter.append(point: coordinate, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == #"{"type":"Point","coordinates":\#(text)}"#)
    }
    var bytes: [UInt8] = []
    GeoJSONWriter.append(point: Coordinate(longitude: .nan, latitude: .nan), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "null")
  }
}
