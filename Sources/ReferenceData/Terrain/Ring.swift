import Geospatial

/// Tests on closed rings in degrees.
enum Ring {
  /// Whether a position lies inside an odd number of the rings: in a shell and not in its hole.
  static func contains(_ position: Coordinate, _ rings: [[Coordinate]]) -> Bool {
    var inside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst())
      where (a.latitude > position.latitude) != (b.latitude > position.latitude) {
        let share = (position.latitude - a.latitude) / (b.latitude - a.latitude)
        if position.longitude < a.longitude + share * (b.longitude - a.longitude) { inside.toggle() }
      }
    }
    return inside
  }

  /// **Metres** from a position to the nearest border of the rings.
  static func borderMetres(_ position: Coordinate, _ rings: [[Coordinate]]) -> Double {
    let frame = LocalFrame(at: position)
    var least = Double.infinity
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) { least = min(least, frame.metresToSegment(a, b)) }
    }
    return least
  }

  /// The box around rings.
  static func box(_ rings: [[Coordinate]]) -> BoundingBox {
    var box = BoundingBox.empty
    for ring in rings { for position in ring { box.include(position) } }
    return box
  }

  /// Rounds a ring of offsets, closes it and, for a hole, turns it clockwise.
  static func closed(_ offsets: [Offset], in frame: LocalFrame, isHole: Bool = false) -> [Coordinate] {
    var ring = Meander.withoutRepeats(offsets.map(frame.position(of:)))
    if let first = ring.first, ring.last != first { ring.append(first) }
    return isHole ? ring.reversed() : ring
  }
}
