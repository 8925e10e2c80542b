import Geospatial
import Testing

@testable import GeoFormats

@Suite struct GeoJSONErrorTests {
  static func collection(_ features: String) -> String { #"{"type":"FeatureCollection","features":[\#(features)]}"# }

  @Test(arguments: [
    ("", "0.geojson: the file is empty; expected GeoJSON"),
    (" \n", "0.geojson: the file is empty; expected GeoJSON"),
    ("[]", "line 1, column 1: found '['; expected '{'"),
    ("{}", "line 1, column 1: found '{'; expected an object with \"type\": FeatureCollection, Feature or a geometry"),
    (#"{"type":"Topology"}"#, "FeatureCollection, Feature or a geometry"),
    (#"{"type":"FeatureCollection"}"#, "a FeatureCollection without \"features\""),
    (#"{"type":"Feature","geometry":{"type":"Circle","coordinates":[1,2]}}"#, "expected a geometry type of RFC 7946"),
    (#"{"type":"Feature","geometry":{"type":"Point"}}"#, "expected a geometry with \"coordinates\""),
    (#"{"type":"Feature","geometry":{"coordinates":[1,2]}}"#, "expected a geometry with a \"type\""),
    (
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1]}}"#,
      "expected a position of two or three numbers"
    ),
    (#"{"type":"Feature","geometry":{"type":"Point","coordinates":["1","2"]}}"#, "expected a JSON number"),
    (#"{"type":"Feature","geometry":{"type":"Point","coordinates":[null,2]}}"#, "expected a JSON number"),
    (#"{"type":"Feature","geometry":{"type":"Point","coordinates":[01,2]}}"#, "expected a JSON number"),
    (#"{"type":"Feature","properties":[1],"geometry":null}"#, "properties: an object or null"),
    (#"{"type":"Feature","geometry":null}x"#, "feature 1, line 1, column 35: found 'x'; expected '{'"),
    (
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2],"coordinates":[3,4]}}"#,
      "a second \"coordinates\" in one geometry"
    ),
    (
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"geometry":{"type":"Point","coordinates":[1,2]}}"#,
      "a second \"geometry\" in one feature"
    ),
  ])
  func `what is no GeoJSON is refused with a reason`(text: String, message: String) async throws {
    let found = try #require(try await failure(text))
    #expect(found.contains(message), "\(found)")
  }

  @Test func `an error names feature, line and column`() async throws {
    let good = #"{"type":"Feature","geometry":null}"#
    let bad = #"{"type":"Feature","geometry":{"type":"Point","coordinates":[105,abc]}}"#
    #expect(
      try await failure(Self.collection("\n\(good),\n\(good),\n  \(bad)"))
        == "0.geojson, feature 2, line 4, column 67: found 'abc'; expected a JSON number")
    #expect(
      try await failure("\(good)\n\(bad)\n")
        == "0.geojson, feature 1, line 2, column 65: found 'abc'; expected a JSON number")
    #expect(
      try await failure(Self.collection(good + " " + good))?.contains("expected ',' or ']' after a feature") == true)
    #expect(try await failure(Self.collection(good + ",")) != nil)
  }

  @Test func `other encodings are told`() async throws {
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      await #expect(throws: FormatError.self) { _ = try await layer(bytes: [mark + Array("{}".utf8)]) }
    }
    let latin = Array(#"{"type":"Feature","properties":{"a":""#.utf8) + [0xE9] + Array(#""},"geometry":null}"#.utf8)
    await #expect {
      _ = try await layer(bytes: [latin])
    } throws: { error in
      "\(error)".contains("found byte 0xE9, which is not UTF-8")
    }
  }

  @Test func `very deep nesting is refused`() async throws {
    let deep = 100_000
    let array = String(repeating: "[", count: deep) + String(repeating: "]", count: deep)
    let collection =
      String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: deep)
      + String(repeating: "]}", count: deep)
    for text in [
      #"{"type":"Feature","properties":{"a":\#(array)},"geometry":null}"#, #"{"a":\#(array),"type":"Feature"}"#,
      collection, #"{"type":"Feature","geometry":\#(collection)}"#,
    ] {
      #expect(try await failure(text)?.contains("nested deeper than") == true)
    }
  }

  static let sample =
    #"{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"type":"FeatureCollection","features":["#
    + #"{"type":"Feature","id":"é\n\u1EBF","properties":{"a":[1,{"b":true}],"c":-1.5e3},"geometry":{"type":"Polygon","#
    + #""coordinates":[[[0,0],[10,0,5],[10,10],[0,0]]]}},"#
    + #"{"geometry":{"coordinates":[105.5,21.25],"type":"Point"},"type":"Feature","properties":null}],"x":null}"#

  @Test(arguments: [1, 2]) func `a collection cut off anywhere is refused`(threads: Int) async throws {
    let bytes = Array((Self.sample + "\n").utf8)
    for end in 0..<(bytes.count - 1) {
      await #expect(throws: FormatError.self, "cut at \(end)") {
        _ = try await layer(bytes: [Array(bytes[..<end])], keys: ["a"], threads: threads)
      }
    }
    #expect(try await layer(bytes: [bytes]).count == 2)
  }

  @Test func `a sequence cut off between records is shorter and anywhere else refused`() async throws {
    let records = [GeoJSONReaderTests.feature, #"{"type":"Point","coordinates":[1.25,2]}"#, GeoJSONReaderTests.feature]
    for separator in ["\n", "\n\u{1E}"] {
      let bytes = Array(records.joined(separator: separator).utf8)
      for end in 1..<bytes.count {
        let cut = Array(bytes[..<end])
        let whole = records.indices.filter { index in
          let length = records[...index].joined(separator: separator).utf8.count
          return end >= length && end <= length + separator.utf8.count
        }.first
        if let whole {
          #expect(try await layer(bytes: [cut]).count == whole + 1, "cut at \(end)")
        } else {
          await #expect(throws: FormatError.self, "cut at \(end)") { _ = try await layer(bytes: [cut]) }
        }
      }
    }
  }

  @Test func `a file with any byte changed is read or refused and never worse`() async throws {
    var random = SeededGenerator(seed: 77)
    let original = Array(Self.sample.utf8)
    let folder = try TemporaryFolder()
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = original
      for _ in 0..<random.integer(1...3) {
        bytes[random.integer(0...(bytes.count - 1))] =
          [0, 0x22, 0x5B, 0x5D, 0x7B, 0x7D, 0x2C, 0x39, 0x65, 0xC3][
            random.integer(0...9)]
      }
      let path = try folder.write(bytes, as: "x.geojson")
      do {
        let layer = try await LayerReader.read(LayerRequest(name: "x", paths: [path], keys: ["a", "c"]))
        for feature in 0..<layer.count { _ = (layer.properties(feature), layer.place(ofFeature: feature)) }
      } catch is FormatError {
        refused += 1
      }
    }
    #expect(refused > 1_000)
  }
}
