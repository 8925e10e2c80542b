/// Whether rings hold a point: it lies on an edge, or an odd number of edges lies to its east.
struct EvenOddRule {
  private let point: Coordinate
  /// Whether the edges so far are odd in number to the east.
  private(set) var isInside: Bool

  /// Where only some of the edges to the east are told, `startsInside` says whether the others are odd in number.
  @inline(__always)
  init(_ point: Coordinate, startsInside: Bool = false) {
    (self.point, isInside) = (point, startsInside)
  }

  /// Takes the edge from `a` to `b`; true when the point lies on it, so that no other edge matters.
  @inline(__always)
  mutating func meets(_ a: Coordinate, _ b: Coordinate) -> Bool {
    let (aIsBelow, bIsBelow) = (a.latitude <= point.latitude, b.latitude <= point.latitude)
    if aIsBelow != bIsBelow {
      let side = Orientation.sign(a, b, point)
      if side == 0 { return true }
      if (side > 0) != bIsBelow { isInside.toggle() }
    } else if a.latitude == point.latitude || b.latitude == point.latitude {
      if a == point || b == point { return true }
      return a.latitude == b.latitude && min(a.longitude, b.longitude) <= point.longitude
        && point.longitude <= max(a.longitude, b.longitude)
    }
    return false
  }
}
