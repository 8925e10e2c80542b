import Geospatial

/// The shape of a feature apart from direction, and for rings apart from where they start, so that equal shapes are
/// found by hash.
struct GeometryKey: Hashable {
  private let hash: UInt64
  private let parts: [Part]

  /// A part in its one canonical form.
  private struct Part: Hashable {
    var kind: UInt8
    var coordinates: [Coordinate]
  }

  /// The hash alone, without any allocation: equal shapes have equal hashes.
  ///
  /// Each edge gives a number that does not depend on its direction; their sum does not depend on the first edge.
  static func hash(ofFeature feature: Int, of column: GeometryColumn) -> UInt64 {
    var sum: UInt64 = 0
    for part in column.parts(ofFeature: feature) {
      let range = column.coordinates(ofPart: part)
      var last: UInt64 = 0
      for index in range {
        let own = hash(of: column.coordinates[index])
        if index > range.lowerBound { sum &+= mixed(own ^ last) &+ mixed(own &+ last) }
        last = own
      }
      if range.count == 1 { sum &+= mixed(last) }
      sum &+= mixed(UInt64(column.partKinds[part].rawValue) &+ 77)
    }
    return sum
  }

  init(feature: Int, of column: GeometryColumn) {
    hash = GeometryKey.hash(ofFeature: feature, of: column)
    parts = column.parts(ofFeature: feature).map { part in
      let range = column.coordinates(ofPart: part)
      let coordinates = Array(column.coordinates[range])
      let kind = column.partKinds[part]
      return Part(
        kind: kind.rawValue, coordinates: kind.isRing ? GeometryKey.ring(coordinates) : GeometryKey.line(coordinates))
    }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// The direction that starts at the lesser end; of a closed line that whose second position is the lesser.
  private static func line(_ coordinates: [Coordinate]) -> [Coordinate] {
    for (a, b) in zip(coordinates, coordinates.reversed()) where a != b {
      return isLess(a, b) ? coordinates : coordinates.reversed()
    }
    return coordinates
  }

  /// The ring from its least position on, in the direction of the lesser neighbour, not closed.
  private static func ring(_ coordinates: [Coordinate]) -> [Coordinate] {
    let open = Array(coordinates.dropLast())
    guard let start = open.indices.min(by: { isLess(open[$0], open[$1]) }), open.count > 2 else { return open }
    let forwards = Array(open[start...] + open[..<start])
    let backwards = [forwards[0]] + forwards.dropFirst().reversed()
    return isLess(forwards[1], backwards[1]) ? forwards : backwards
  }

  private static func isLess(_ a: Coordinate, _ b: Coordinate) -> Bool {
    (a.longitude, a.latitude) < (b.longitude, b.latitude)
  }

  private static func hash(of coordinate: Coordinate) -> UInt64 {
    // Zero has two signs and is one number.
    mixed((coordinate.longitude + 0).bitPattern) &+ 3 &* mixed((coordinate.latitude + 0).bitPattern ^ 0x9E37)
  }

  /// The finaliser of MurmurHash3 (A. Appleby), which spreads every bit over all.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}
