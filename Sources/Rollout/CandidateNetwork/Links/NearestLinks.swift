import Geospatial

/// The nearest neighbours of points, found along the edges of their triangulation: from any point there is an edge to one
/// that is nearer to a given point, so the nearest of those not yet seen is always next to one that has been seen.
struct NearestLinks {
  private let positions: [Coordinate]
  private let incidence: Incidence
  private let edges: [(Int32, Int32)]

  /// Neighbours along the edges of a triangulation of `positions`.
  init(_ positions: [Coordinate], edges: [(Int32, Int32)]) {
    self.positions = positions
    self.edges = edges
    incidence = Incidence(vertexCount: positions.count, tails: edges.map(\.0), heads: edges.map(\.1))
  }

  /// Pairs of each point for which `isCounted` is true with its `count` nearest of those, the lower index first, each pair
  /// once, in ascending order. The triangulation is planar, so over long distances a neighbour may be missed for one that
  /// is farther by the difference between plane and ellipsoid. O(n k log k).
  func pairs(count: Int, where isCounted: [Bool]) -> [(Int32, Int32)] {
    guard count > 0 else { return [] }
    var keys: [UInt64] = []
    var seen = [Int32](repeating: -1, count: positions.count)
    var waiting: [(metres: Double, point: Int32)] = []
    for point in positions.indices where isCounted[point] {
      let plane = LocalPlane(at: positions[point])
      waiting.removeAll(keepingCapacity: true)
      seen[point] = Int32(truncatingIfNeeded: point)
      var (current, found, looked) = (point, 0, 0)
      // Points that do not count are passed through, but not without end.
      while found < count, looked < 4 * count + 8 {
        for edge in incidence[current] {
          let (a, b) = edges[Int(edge)]
          let next = Int(a) == current ? b : a
          guard seen[Int(next)] != Int32(truncatingIfNeeded: point) else { continue }
          seen[Int(next)] = Int32(truncatingIfNeeded: point)
          waiting.append((plane.squaredMetres(to: positions[Int(next)]), next))
        }
        guard
          let nearest = waiting.indices.min(by: {
            (waiting[$0].metres, waiting[$0].point) < (waiting[$1].metres, waiting[$1].point)
          })
        else { break }
        let next = waiting[nearest].point
        waiting[nearest] = waiting[waiting.count - 1]
        waiting.removeLast()
        looked += 1
        current = Int(next)
        if isCounted[current] {
          found += 1
          keys.append(UInt64(min(point, current)) << 32 | UInt64(max(point, current)))
        }
      }
    }
    keys.sort()
    var pairs: [(Int32, Int32)] = []
    var last: UInt64?
    for key in keys where key != last {
      last = key
      pairs.append((Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key)))
    }
    return pairs
  }
}
