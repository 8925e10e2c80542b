import Geospatial

/// Lines as short texts: each corner as its difference from the one before, in the Encoded Polyline Algorithm Format
/// (developers.google.com/maps/documentation/utilities/polylinealgorithm), latitude first.
enum PolylineText {
  /// How many units make a **degree**: a unit is about 11 metres.
  static let unitsPerDegree = 1e4

  /// The text of a line.
  static func text(_ line: some Sequence<Coordinate>) -> String {
    var bytes: [UInt8] = []
    var (latitude, longitude) = (0, 0)
    for corner in line {
      let y = Int((corner.latitude * unitsPerDegree).rounded())
      let x = Int((corner.longitude * unitsPerDegree).rounded())
      append(y - latitude, to: &bytes)
      append(x - longitude, to: &bytes)
      (latitude, longitude) = (y, x)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ difference: Int, to bytes: inout [UInt8]) {
    var rest = difference << 1
    if difference < 0 { rest = ~rest }
    while rest >= 0x20 {
      bytes.append(UInt8(truncatingIfNeeded: 0x20 | rest & 0x1F) + 63)
      rest >>= 5
    }
    bytes.append(UInt8(truncatingIfNeeded: rest) + 63)
  }
}
