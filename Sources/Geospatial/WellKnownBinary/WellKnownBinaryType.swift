/// The geometry type code of well-known binary, in the forms of ISO 13249-3 (1001 is a point with height), of OGC 99-049
/// (1) and of PostGIS (0x80000001).
struct WellKnownBinaryType {
  enum Shape: UInt32 {
    case point = 1
    case line, polygon, multiPoint, multiLine, multiPolygon, collection
  }

  let shape: Shape
  /// How many numbers there are beside x and y: 0, 1 or 2.
  let extraNumbers: Int
  /// Whether one of them is a height.
  let hasHeight: Bool
  /// Whether a reference system's number of four bytes follows.
  let hasSRID: Bool

  /// Nil for a code that is none of these.
  init?(code: UInt32) {
    let base = code & 0x0FFF_FFFF
    guard code & 0x1000_0000 == 0, base < 4000, let shape = Shape(rawValue: base % 1000) else { return nil }
    let isoDimension = base / 1000
    let hasHeight = isoDimension == 1 || isoDimension == 3 || code & 0x8000_0000 != 0
    let hasMeasure = isoDimension >= 2 || code & 0x4000_0000 != 0
    self.shape = shape
    self.hasHeight = hasHeight
    extraNumbers = (hasHeight ? 1 : 0) + (hasMeasure ? 1 : 0)
    hasSRID = code & 0x2000_0000 != 0
  }
}
