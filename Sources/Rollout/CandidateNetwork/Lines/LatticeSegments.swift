import Geospatial

/// Straight pieces between places of the lattice, in flat arrays; each piece once, whichever way it ran.
struct LatticeSegments: Sendable {
  /// The places, ascending by their keys, each once.
  var places: [LatticePoint] = []
  /// One end of each piece, by its index in `places`; the lower of the two.
  var starts: [Int32] = []
  /// The other end.
  var ends: [Int32] = []
  /// What each piece was made of; of several pieces on the same ground the lowest.
  var sources: [Int32] = []

  var count: Int { starts.count }

  /// No pieces.
  init() {}

  /// The pieces between `points`, two to a piece. O(n), by counting sorts.
  init(points: [LatticePoint], sources: [Int32]) {
    var order = points.indices.map { UInt32(truncatingIfNeeded: $0) }
    RadixSort.sort(&order, by: points.map(\.key))
    var indexes = [Int32](repeating: 0, count: points.count)
    for place in order {
      let point = points[Int(place)]
      if places.last != point { places.append(point) }
      indexes[Int(place)] = Int32(truncatingIfNeeded: places.count - 1)
    }
    setPieces(ends: indexes, sources: sources)
  }

  /// Takes over pieces between known places, two ends to a piece, without loops and repetitions.
  mutating func setPieces(ends pairs: [Int32], sources given: [Int32]) {
    (starts, ends, sources) = ([], [], [])
    let keys = given.indices.map { piece in
      let (a, b) = (pairs[2 * piece], pairs[2 * piece + 1])
      return UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }
    var order = given.indices.map { UInt32(truncatingIfNeeded: $0) }
    RadixSort.sort(&order, by: keys)
    var last: UInt64?
    for piece in order {
      let key = keys[Int(piece)]
      guard key >> 32 != key & 0xFFFF_FFFF else { continue }
      let source = given[Int(piece)]
      if key == last {
        sources[sources.count - 1] = min(sources[sources.count - 1], source)
        continue
      }
      last = key
      starts.append(Int32(truncatingIfNeeded: key >> 32))
      ends.append(Int32(truncatingIfNeeded: key))
      sources.append(source)
    }
  }
}
