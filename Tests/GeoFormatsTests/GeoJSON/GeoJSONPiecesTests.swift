import Geospatial
import Testing

@testable import GeoFormats

/// A text large enough to be cut is read as one whole, whatever stands where it is cut.
@Suite struct GeoJSONPiecesTests {
  /// Features with traps: text that looks like the start of a feature, escaped in strings, and raw as nested objects.
  static func features(_ count: Int, seed: UInt64, withTraps: Bool = true) -> [String] {
    var random = SeededGenerator(seed: seed)
    let traps = [
      #""note":"{\"type\":\"Feature\",\"x\":","#,
      #""copy":{"type":"Feature","x":[{"type":"Feature","geometry":null}]},"#,
      #""list":[{"type":"Feature","properties":{},"geometry":null},{"type":"Feature"}],"#, #""brace":"\n{ ","#,
      "\"lines\":[\n{\"type\":\"Feature\",\"geometry\":null}\n,\n{}\n],", "",
    ]
    return (0..<count).map { number in
      let trap = withTraps ? traps[random.integer(0...(traps.count - 1))] : ""
      let line = (0..<random.integer(2...30)).map { _ in
        "[\(random.double(102...110)),\(random.double(8...23))]"
      }
      return #"{"type":"Feature","id":\#(number),"properties":{\#(trap)"n":\#(number),"name":"Thôn \#(number)"},"#
        + #""geometry":{"type":"LineString","coordinates":[\#(line.joined(separator: ","))]}}"#
    }
  }

  static func expectSame(_ one: Layer, _ other: Layer, _ label: String) {
    #expect(one.count == other.count, "\(label)")
    #expect(one.geometries.coordinates == other.geometries.coordinates, "\(label)")
    #expect(one.geometries.partEnds == other.geometries.partEnds, "\(label)")
    #expect(one.geometries.featureEnds == other.geometries.featureEnds, "\(label)")
    #expect(one.attributes.featureOffsets == other.attributes.featureOffsets, "\(label)")
    #expect(one.attributes.properties == other.attributes.properties, "\(label)")
    #expect(one.attributes.identifiers == other.attributes.identifiers, "\(label)")
    #expect(one.attributes.values == other.attributes.values, "\(label)")
    #expect(one.notices.map(\.feature) == other.notices.map(\.feature), "\(label)")
    // The two were read from files of the same name in different folders.
    let texts = [one, other].map { $0.notices.map { $0.text.split(separator: "/").last } }
    #expect(texts[0] == texts[1], "\(label)")
    #expect(one.coordinatesWithHeight == other.coordinatesWithHeight, "\(label)")
  }

  enum Form: String, CaseIterable, Sendable {
    case compact, lines, pretty, sequence, separated, collections, huge

    func text(_ features: [String]) -> String {
      switch self {
      case .compact: #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
      case .lines: "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}\n"
      case .pretty:
        "{\n  \"features\": [\n    "
          + features.map { $0.replacing(",\"", with: " ,\n\t\"") }.joined(separator: ",\n    ")
          + "\n  ],\n  \"type\": \"FeatureCollection\"\n}\n"
      case .sequence: features.joined(separator: "\n")
      case .separated: features.map { "\u{1E}" + $0 + "\n" }.joined()
      case .collections:
        features.map { "{\"type\":\"FeatureCollection\",\"features\":[" + $0 + "]}" }.joined(separator: "\n")
      case .huge:
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":0,"all":["#
          + features.joined(separator: ",") + "]},\"geometry\":null}," + features[0] + "]}"
      }
    }
  }

  @Test(arguments: Form.allCases) func `any number of threads reads the same layer`(form: Form) async throws {
    let features = Self.features(3_200, seed: 41)
    let bytes = Array(form.text(features).utf8)
    try #require(bytes.count > 2 << 20)
    let alone = try await layer(bytes: [bytes], keys: ["n", "note"])
    #expect(alone.count == (form == .huge ? 2 : features.count))
    if form != .huge {
      for feature in stride(from: 0, to: alone.count, by: 97) {
        #expect(alone.attributes.value(ofFeature: feature, key: 0) == .number(Double(feature)))
        #expect(alone.attributes.identifier(ofFeature: feature) == .number(Double(feature)))
      }
    }
    for threads in [2, 3, 8] {
      let several = try await layer(bytes: [bytes], keys: ["n", "note"], threads: threads)
      Self.expectSame(alone, several, "\(form), \(threads) threads")
    }
  }

  @Test(arguments: [0, 1_600, 3_199]) func `the first error is the same with any number of threads`(
    place: Int
  ) async throws {
    var features = Self.features(3_200, seed: 42)
    features[place] = features[place].replacing("\"geometry\":{", with: "\"geometry\":{\"coordinates\":[],")
    features[3_199] = #"{"type":"Feature","geometry":{"type":"Round"}}"#
    for form in [Form.compact, .sequence] {
      let text = form.text(features)
      var messages: Set<String> = []
      for threads in [1, 3, 8] {
        do {
          _ = try await layer(bytes: [Array(text.utf8)], threads: threads)
        } catch let error as FormatError {
          messages.insert(error.description)
        }
      }
      #expect(messages.count == 1, "\(messages)")
      #expect(form == .sequence && place == 0 || messages.first?.contains("feature \(place),") == true, "\(messages)")
    }
  }

  @Test func `notices and heights are counted over all pieces`() async throws {
    var features = Self.features(3_200, seed: 43)
    for place in stride(from: 5, to: 3_200, by: 50) {
      features[place] = #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0,1],[1,0],[1,1]]]}}"#
    }
    let bytes = Array(Form.lines.text(features).utf8)
    let alone = try await layer(bytes: [bytes])
    #expect(alone.notices.map(\.feature) == stride(from: 5, to: 3_200, by: 50).map { $0 })
    #expect(alone.coordinatesWithHeight == 64)
    Self.expectSame(alone, try await layer(bytes: [bytes], threads: 8), "8 threads")
  }

  @Test(arguments: [1, 2, 8]) func `a comma behind the last feature is refused`(threads: Int) async throws {
    // The last feature is most of the text, and what stands in it looks like the start of one, so that the last piece
    // would begin at the closing bracket.
    let trap = #"{"type":"Feature","x":"# + String(repeating: " ", count: 700_000) + "null}"
    let last = #"{"type":"Feature","properties":{"a":\#(trap),"b":\#(trap)},"geometry":null}"#
    let text = #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null},\#(last),]}"#
    await #expect(throws: FormatError.self) { _ = try await layer(bytes: [Array(text.utf8)], threads: threads) }
    let good = text.replacing(",]}", with: "]}")
    #expect(try await layer(bytes: [Array(good.utf8)], threads: threads).count == 2)
  }
}
