import Geospatial

/// Point in polygon by looking at every edge, in numbers of any kind that is exact where it is used.
package enum PlainPolygons {
  /// Whether rings hold a point: on an edge, or with an odd number of edges to its east. Rings are closed.
  package static func holds<Number: SignedNumeric & Comparable>(
    _ rings: [[(x: Number, y: Number)]], _ x: Number, _ y: Number
  ) -> Bool {
    var crossings = 0
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let side = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
        let isBetween = min(a.x, b.x) <= x && x <= max(a.x, b.x) && min(a.y, b.y) <= y && y <= max(a.y, b.y)
        if side == 0, isBetween { return true }
        if (a.y > y) != (b.y > y), (side > 0) == (b.y > a.y) { crossings += 1 }
      }
    }
    return crossings % 2 == 1
  }

  /// The features whose polygons hold a point, also when it is written a turn further east or west.
  package static func features(_ column: GeometryColumn, containing point: Coordinate) -> [Int] {
    (0..<column.count).filter { feature in
      column.polygons(ofFeature: feature).contains { parts in
        let rings = parts.map { part in
          column.coordinates[column.coordinates(ofPart: part)].map { (x: $0.longitude, y: $0.latitude) }
        }
        return [0, 360, -360].contains { holds(rings, point.longitude + $0, point.latitude) }
      }
    }
  }
}
