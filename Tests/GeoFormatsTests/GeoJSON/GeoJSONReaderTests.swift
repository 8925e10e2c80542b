import Foundation
import Geospatial
import Testing

@testable import GeoFormats

@Suite struct GeoJSONReaderTests {
  static let feature =
    #"{"type":"Feature","id":7,"properties":{"a":1},"geometry":{"type":"Point","coordinates":[105,21]}}"#

  /// The parts of a feature as one line: kinds and coordinates.
  static func shape(_ layer: Layer, _ feature: Int = 0) -> String {
    layer.geometries.parts(ofFeature: feature).map { part in
      "\(layer.geometries.partKinds[part])"
        + layer.geometries.coordinates[layer.geometries.coordinates(ofPart: part)].map {
          "(\($0.longitude) \($0.latitude))"
        }
        .joined()
    }.joined(separator: " ")
  }

  static let square = "[[0,0],[1,0],[1,1],[0,0]]"
  static let squareText = "(0.0 0.0)(1.0 0.0)(1.0 1.0)(0.0 0.0)"

  static let geometries = [
    (#""type":"Point","coordinates":[1,2]"#, "point(1.0 2.0)"),
    (#""type":"MultiPoint","coordinates":[[1,2],[3,4]]"#, "point(1.0 2.0) point(3.0 4.0)"),
    (#""type":"LineString","coordinates":[[1,2],[3,4]]"#, "line(1.0 2.0)(3.0 4.0)"),
    (
      #""type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]"#,
      "line(1.0 2.0)(3.0 4.0) line(5.0 6.0)(7.0 8.0)"
    ),
    (#""type":"Polygon","coordinates":[\#(square),\#(square)]"#, "shell\(squareText) hole\(squareText)"),
    (
      #""type":"MultiPolygon","coordinates":[[\#(square)],[\#(square),\#(square)]]"#,
      "shell\(squareText) shell\(squareText) hole\(squareText)"
    ),
    (
      #""type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
        + #"{"type":"GeometryCollection","geometries":[{"coordinates":[[1,2],[3,4]],"type":"LineString"}]},null]"#,
      "point(1.0 2.0) line(1.0 2.0)(3.0 4.0)"
    ),
  ]

  @Test(arguments: geometries)
  func `every geometry is read bare, in a feature and in a collection, its members in any order`(
    members: String, shape: String
  ) async throws {
    // Coordinates before the type: the members turned around.
    let parts = members.split(separator: ",", maxSplits: 1)
    for geometry in [
      "{\(members)}", "{ \(parts[1]) , \(parts[0]) }", #"{"bbox":[0,0,1,1],\#(members),"x":{"type":"Y"}}"#,
    ] {
      for text in [
        geometry, #"{"type":"Feature","geometry":\#(geometry),"properties":null}"#,
        #"{"geometry":\#(geometry),"properties":{},"type":"Feature"}"#,
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":\#(geometry)}]}"#,
        #"{"features":[{"geometry":\#(geometry),"type":"Feature"}],"name":"n","type":"FeatureCollection"}"#,
      ] {
        let layer = try await layer(text)
        #expect(layer.count == 1)
        #expect(Self.shape(layer) == shape, "\(text)")
        #expect(layer.notices.isEmpty)
      }
    }
  }

  @Test(arguments: [
    "%@", "%@\n", "%@\n%@", "%@\r\n%@\r\n", "%@%@", "\u{1E}%@\n", "\u{1E}%@\n\u{1E}%@\n", "\u{1E}\u{1E} %@\n",
    "\u{FEFF}%@",
    " \n\t%@ ", #"{"type":"FeatureCollection","features":[%@,%@]}"#, #"{"type":"FeatureCollection","features":[ %@ ]}"#,
    "{\r\n  \"type\" : \"FeatureCollection\",\r\n  \"features\" : [\r\n %@ ,\r\n %@ ]\r\n}\r\n",
    #"{"features":[%@],"type":"FeatureCollection"}"#, #"{"features":[%@]}{"type":"FeatureCollection","features":[%@]}"#,
  ])
  func `documents and sequences give their features`(form: String) async throws {
    let pieces = form.components(separatedBy: "%@")
    let layer = try await layer(pieces.joined(separator: Self.feature), keys: ["a"])
    #expect(layer.count == pieces.count - 1)
    for feature in 0..<layer.count {
      #expect(Self.shape(layer, feature) == "point(105.0 21.0)")
      #expect(layer.attributes.value(ofFeature: feature, key: 0) == .number(1))
      #expect(layer.attributes.identifier(ofFeature: feature) == .number(7))
    }
  }

  @Test func `properties are carried byte for byte`() async throws {
    let properties =
      #"{ "tên" : "Xã \"Sín\" \u1EBF" ,"n":1.50e+2,"deep":{"type":"Feature","b":[1, 2,{"c":null}]},"n":2, "":true}"#
    let layer = try await layer(
      #"{"type":"Feature","properties":\#(properties),"geometry":null}"#, keys: ["n", "tên", "missing", "deep", ""])
    #expect(
      layer.properties(0) == [
        #"tên="Xã \"Sín\" \u1EBF""#, "n=1.50e+2", #"deep={"type":"Feature","b":[1, 2,{"c":null}]}"#, "n=2", "=true",
      ])
    // Of a key that stands twice the last one counts, as RFC 8259 section 4 says most readers do.
    #expect(layer.attributes.value(ofFeature: 0, key: 0) == .number(2))
    #expect(layer.attributes.value(ofFeature: 0, key: 1) == .text("Xã \"Sín\" ế"))
    #expect(layer.attributes.value(ofFeature: 0, key: 2) == nil)
    #expect(layer.attributes.value(ofFeature: 0, key: 3) == .structured(#"{"type":"Feature","b":[1, 2,{"c":null}]}"#))
    #expect(layer.attributes.value(ofFeature: 0, key: 4) == .boolean(true))
  }

  @Test func `a key with escapes is the key it spells`() async throws {
    let layer = try await layer(
      #"{"type":"Feature","properties":{"t\u00ean":"x","a\"b":3},"geometry":null}"#, keys: ["tên", "a\"b", "a"])
    #expect(layer.attributes.value(ofFeature: 0, key: 0) == .text("x"))
    #expect(layer.attributes.value(ofFeature: 0, key: 1) == .number(3))
    #expect(!layer.attributes.hasValue(ofFeature: 0, key: 2))
  }

  @Test func `of properties that stand twice only the last count`() async throws {
    let text = #"{"type":"Feature","properties":{"a":1,"b":2},"geometry":null,"properties":{"b":3}}"#
    let layer = try await layer(text, keys: ["a", "b"])
    #expect(layer.properties(0) == ["b=3"])
    #expect(layer.attributes.value(ofFeature: 0, key: 0) == nil)
    #expect(layer.attributes.value(ofFeature: 0, key: 1) == .number(3))
  }

  @Test func `ids may be text, numbers or missing`() async throws {
    let layer = try await layer(
      #"{"type":"Feature","id":"00127","geometry":null}{"type":"Feature","id":12.5,"geometry":null}"#
        + #"{"type":"Feature","geometry":null}{"geometry":null,"id":null,"type":"Feature"}"#)
    #expect(layer.identifiers == [.text("00127"), .number(12.5), nil, .null])
  }

  @Test(arguments: [
    "null", #"{"type":"Point","coordinates":[]}"#, #"{"type":"LineString","coordinates":[]}"#,
    #"{"type":"Polygon","coordinates":[]}"#, #"{"type":"Polygon","coordinates":[[]]}"#,
    #"{"type":"MultiPolygon","coordinates":[[],[[]]]}"#, #"{"type":"MultiPoint","coordinates":[[]]}"#,
    #"{"type":"GeometryCollection","geometries":[]}"#, #"{"coordinates":[],"type":"Point"}"#,
  ])
  func `a geometry without coordinates is a feature without geometry`(geometry: String) async throws {
    let layer = try await layer(#"{"type":"Feature","geometry":\#(geometry),"properties":{"a":1}}"#, Self.feature)
    #expect(layer.count == 2)
    #expect(layer.geometries.parts(ofFeature: 0).isEmpty)
    #expect(Self.shape(layer, 1) == "point(105.0 21.0)")
    #expect(layer.notices.isEmpty)
  }

  @Test func `heights are counted and left aside`() async throws {
    let layer = try await layer(#"{"type":"LineString","coordinates":[[1,2,3],[4,5,null],[6,7],[8,9,1,2e3]]}"#)
    #expect(layer.coordinatesWithHeight == 3)
    #expect(Self.shape(layer) == "line(1.0 2.0)(4.0 5.0)(6.0 7.0)(8.0 9.0)")
  }

  @Test func `an open ring is closed and told`() async throws {
    let layer = try await layer(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}"#)
    #expect(Self.shape(layer) == "shell" + Self.squareText)
    #expect(layer.notices.map(\.isLoss) == [false])
    #expect(layer.notices.first?.text.contains("not closed") == true)
    #expect(layer.notices.first?.feature == 0)
  }

  @Test(arguments: [
    ("[[0,0]]", 1), ("[[0,0],[1,1]]", 2), ("[[0,0],[1,1],[0,0]]", 3), ("[[0,0],[0,0],[0,0]]", 3),
  ])
  func `a ring that encloses nothing is left out and told as a loss`(ring: String, count: Int) async throws {
    let lone = try await layer(Self.feature, #"{"type":"Polygon","coordinates":[\#(ring),\#(Self.square)]}"#)
    #expect(lone.geometries.parts(ofFeature: 1).isEmpty)
    #expect(lone.notices.map(\.isLoss) == [true, true])
    #expect(lone.notices.map(\.feature) == [1, 1])
    #expect(lone.notices.first?.text.contains("a ring of \(count) positions") == true)
    #expect(lone.notices.last?.text.contains("hole") == true, "the hole went with its shell")
    let hole = try await layer(#"{"type":"Polygon","coordinates":[\#(Self.square),\#(ring)]}"#)
    #expect(Self.shape(hole) == "shell" + Self.squareText)
    #expect(hole.notices.map(\.isLoss) == [true])
  }

  @Test func `a line of one position is a point`() async throws {
    let layer = try await layer(#"{"type":"LineString","coordinates":[[1,2]]}"#)
    #expect(Self.shape(layer) == "point(1.0 2.0)")
    #expect(layer.notices.map(\.isLoss) == [false])
  }
}
