import Geospatial
import Testing

@testable import GeoFormats

/// Features as various writers space and order them.
@Suite struct FeatureStyleTests {
  /// A feature of compact JSON, and how one writer would space it.
  static func spaced(_ text: String, _ style: Int) -> String {
    guard style > 0 else { return text }
    var result = ""
    var isInString = false
    for character in text {
      if character == "\"" { isInString.toggle() }
      if isInString || character == "\"" {
        result.append(character)
        continue
      }
      switch (character, style) {
      case (":", _), (",", _): result += "\(character) "
      case ("{", 2), ("[", 2): result += "\(character) "
      case ("}", 2), ("]", 2): result += " \(character)"
      case ("{", 3): result += "{\n"
      default: result.append(character)
      }
    }
    return result
  }

  static func text(_ style: Int) -> String {
    let geometries = [
      #"{"type":"Point","coordinates":[105.047566,21.682481]}"#,
      #"{"type":"Point","coordinates":[-105,21.5]}"#,
      #"{"type":"LineString","coordinates":[[105.25,21.125],[105.5,21.25,300],[-0.5,1e1],[105.75,-21.5]]}"#,
      #"{"type":"Polygon","coordinates":[[[105.5,21.5],[106.5,21.5],[106.5,22.5],[105.5,21.5]]]}"#,
      #"{"coordinates":[105.125,21.5],"type":"Point"}"#,
      "null",
    ]
    let features = geometries.enumerated().map { number, geometry in
      #"{"type":"Feature","properties":{"id":\#(number),"ten":"Bản Nà \#(number)","a":[1,{"b":null}]},"geometry":\#(geometry)}"#
    }
    let others = [
      #"{"geometry":\#(geometries[0]),"type":"Feature","properties":{"ten":"Sau"}}"#,
      #"{"type":"Feature","properties":null,"geometry":\#(geometries[2]),"id":"x"}"#,
      #"{"type":"Feature","properties":{"ten":"Một"},"properties":{"id":9},"geometry":\#(geometries[0])}"#,
    ]
    return #"{"type":"FeatureCollection","features":["#
      + (features + others).map { spaced($0, style) }.joined(separator: ",\n") + "]}"
  }

  /// What was read, as text.
  static func account(_ style: Int) async throws -> [String] {
    let layer = try await LayerReader.read(geoJSON: Array(text(style).utf8), name: "styles", keys: ["ten", "id"])
    return (0..<layer.count).map { feature in
      let values = (0..<2).map { layer.attributes.value(ofFeature: feature, key: $0)?.spelling ?? "-" }
      return GeoJSONReaderTests.shape(layer, feature) + " " + values.joined(separator: " ")
    }
  }

  @Test(arguments: 0...3) func `the same features are read whoever wrote them`(style: Int) async throws {
    #expect(
      try await Self.account(style) == [
        "point(105.047566 21.682481) Bản Nà 0 0", "point(-105.0 21.5) Bản Nà 1 1",
        "line(105.25 21.125)(105.5 21.25)(-0.5 10.0)(105.75 -21.5) Bản Nà 2 2",
        "shell(105.5 21.5)(106.5 21.5)(106.5 22.5)(105.5 21.5) Bản Nà 3 3", "point(105.125 21.5) Bản Nà 4 4",
        " Bản Nà 5 5", "point(105.047566 21.682481) Sau -",
        "line(105.25 21.125)(105.5 21.25)(-0.5 10.0)(105.75 -21.5) - -", "point(105.047566 21.682481) - 9",
      ])
  }

  @Test(arguments: [
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.5,2.5]},"geometry":null}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.5,2.5],"coordinates":[1,2]}}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[01.5,2.5]}}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.5e,2.5]}}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.5,2.]}}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"LineString","coordinates":[[1.5,2.5],,[1.5,2.5]]}}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"LineString","coordinates":[[1.5,2.5],]}}"#),
    (#"{"type":"Feature","properties":{"a":01},"geometry":{"type":"Point","coordinates":[1.5,2.5]}}"#),
    (#"{"type":"Feature","properties":{"a":-},"geometry":{"type":"Point","coordinates":[1.5,2.5]}}"#),
    (#"{"type":"Feature","properties":{"a":1.},"geometry":{"type":"Point","coordinates":[1.5,2.5]}}"#),
    (#"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.5,2.5]}"#),
  ])
  func `what is wrong in a feature that begins as usual is refused`(feature: String) async throws {
    // So long that nothing is near the end of the text.
    let filler = String(repeating: " ", count: 200)
    let text = #"{"type":"FeatureCollection","features":["# + feature + "]" + filler + "}"
    await #expect(throws: FormatError.self) {
      _ = try await LayerReader.read(geoJSON: Array(text.utf8), name: "wrong", keys: ["a"])
    }
  }

  @Test func `keys are found in any order, however much they are alike`() async throws {
    let keys = ["distance_fibre_m", "distance_power_m", "distance", "mã", "a\"b"]
    var random = SeededGenerator(seed: 7)
    var expected: [[String]] = []
    var features: [String] = []
    for number in 0..<300 {
      let others = ["distance_", "distance_fibre_n", "distanc", "mãi", "\(number)", "d\\u0069stance"]
      var names = (0..<8).map { _ in (keys.map { $0 == "a\"b" ? "a\\\"b" : $0 } + others)[random.integer(0...10)] }
      // Half of the features have the keys of the one before.
      if number % 2 == 1 { names = (0..<8).map { _ in "distance_power_m" } }
      var values = [String](repeating: "-", count: keys.count)
      let members = names.enumerated().map { place, name in
        let plain = name == "a\\\"b" ? "a\"b" : name == "d\\u0069stance" ? "distance" : name
        if let key = keys.firstIndex(of: plain) { values[key] = "\(number * 10 + place)" }
        return #""\#(name)":\#(number * 10 + place)"#
      }
      features.append(
        #"{"type":"Feature","properties":{\#(members.joined(separator: ","))},"geometry":null}"#)
      expected.append(values)
    }
    let text = #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
    let layer = try await LayerReader.read(geoJSON: Array(text.utf8), name: "keys", keys: keys)
    try #require(layer.count == expected.count)
    for feature in 0..<layer.count {
      let values = keys.indices.map { layer.attributes.value(ofFeature: feature, key: $0)?.spelling ?? "-" }
      #expect(values == expected[feature], "feature \(feature)")
    }
  }

  @Test(arguments: 1...6) func `values are found behind keys that stand where they stood before, or not quite`(
    seed: UInt64
  ) async throws {
    let names = ["a", "ab", "mã", "fibre_distance_m", "a_key_of_more_than_twenty_four_bytes", "fibre_distance_n", ""]
    let gaps = [":", ":", ":", ": ", " :", ":\n  ", " : "]
    let values = [
      "1", "-2.5", "null", "nul", "true", "\"x\"", "\"\\u0041\"", "[1,{\"a\":2}]", "12 ", "1e3", "01", "\"Bản\"",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var usual = (0..<4).map { _ in (names[random.integer(0...6)], gaps[random.integer(0...6)]) }
      let features = (0..<4).map { _ in
        if random.integer(0...2) == 0 { usual[random.integer(0...3)] = (names[random.integer(0...6)], ":") }
        let members = usual.map { name, gap in
          // Few of the values are wrong, so that most texts are read to their ends.
          let value = random.integer(0...40) == 0 ? values[random.integer(0...11)] : values[random.integer(4...9)]
          return "\"\(name)\"\(gap)\(value)"
        }
        return "{\"type\":\"Feature\",\"properties\":{\(members.joined(separator: ","))},\"geometry\":null}"
      }
      let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
      let whole = try? await LayerReader.read(geoJSON: Array(text.utf8), name: "whole", keys: names)
      // Each alone begins with nothing known of those before.
      var alone: [Layer] = []
      for feature in features {
        if let layer = try? await LayerReader.read(geoJSON: Array(feature.utf8), name: "alone", keys: names) {
          alone.append(layer)
        }
      }
      #expect((whole != nil) == (alone.count == features.count), "\(text)")
      guard let whole else { continue }
      for (feature, layer) in alone.enumerated() {
        for key in names.indices {
          #expect(
            whole.attributes.value(ofFeature: feature, key: key) == layer.attributes.value(ofFeature: 0, key: key),
            "\(text)")
        }
      }
    }
  }
}
