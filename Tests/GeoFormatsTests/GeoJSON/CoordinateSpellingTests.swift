import Geospatial
import Testing

@testable import GeoFormats

/// Coordinates as the whole reader finds them, against the standard library.
@Suite struct CoordinateSpellingTests {
  /// A number within ±`limit`, 90 or 180, spelt in one of the ways of JSON.
  static func spelling(limit: Int, _ random: inout SeededGenerator) -> String {
    let sign = random.integer(0...2) == 0 ? "-" : ""
    let whole = random.integer(0...(limit - 1))
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<random.integer(range)).map { _ in String(random.integer(0...9)) }.joined()
    }
    switch random.integer(0...9) {
    case 0: return sign + "\(whole)"
    case 1: return "\(random.double(-Double(limit)...Double(limit)))"
    case 2: return sign + "\(whole)." + digits(16...30)
    case 3: return sign + "\(whole)." + digits(1...4) + ["e0", "E-0", "e+0", "E-3", "e-12"][random.integer(0...4)]
    case 4: return sign + "0." + digits(1...3) + "e1"
    case 5: return sign + "\(random.integer(1...8))" + digits(6...24) + "e-\(random.integer(30...330))"
    case 6: return sign + ["0", "0.0", "0e5", "1e-9", "0.000000001", "\(limit)", "\(limit).000"][random.integer(0...6)]
    case 7: return sign + "\(whole)." + String(repeating: "0", count: random.integer(1...20)) + digits(1...3)
    default: return sign + "\(whole)." + digits(5...8)
    }
  }

  private static let spaces = ["", "", "", " ", "\n", " \t\r\n "]

  static func space(_ random: inout SeededGenerator) -> String {
    spaces[random.integer(0...(spaces.count - 1))]
  }

  @Test(arguments: (1...6).map(UInt64.init), [1, 2])
  func `every spelling gives the bits that the standard library gives`(seed: UInt64, threads: Int) async throws {
    var random = SeededGenerator(seed: seed)
    var numbers: [String] = []
    var text = #"{"type":"FeatureCollection","features":["#
    // Long enough to be cut for two threads.
    for feature in 0..<2_500 {
      let positions = (0..<random.integer(1...6)).map { _ in
        let pair = [Self.spelling(limit: 180, &random), Self.spelling(limit: 90, &random)]
        numbers += pair
        let inner = Self.space(&random)
        return "[\(inner)\(pair[0])\(Self.space(&random)),\(inner)\(pair[1])\(Self.space(&random))]"
      }
      let separator = Self.space(&random) + "," + Self.space(&random)
      let isPoint = positions.count == 1
      let coordinates = isPoint ? positions[0] : "[" + positions.joined(separator: separator) + "]"
      if feature > 0 { text += separator }
      text += #"{"type":"Feature","properties":{"n":\#(feature)},"geometry":{"type":"#
      text += (isPoint ? #""Point""# : #""LineString""#) + #","coordinates":\#(coordinates)}}"#
    }
    text += "]}"
    try #require(text.utf8.count > 2 * GeoJSONReader.smallestPiece)
    let layer = try await LayerReader.read(geoJSON: Array(text.utf8), name: "spellings", threads: threads)
    let read = layer.geometries.coordinates.flatMap { [$0.longitude, $0.latitude] }
    try #require(read.count == numbers.count)
    for (value, spelling) in zip(read, numbers) where value.bitPattern != Double(spelling)?.bitPattern {
      Issue.record("\(spelling) gave \(value)")
    }
  }
}
