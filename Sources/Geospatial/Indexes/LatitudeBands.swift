/// Bands of equal height across a polygon, into which its edges are sorted.
///
/// There are as many as make a few edges to a band where edges are short. Long edges lie in many bands each, so there are
/// fewer bands then: all together they never hold more than `mostSlotsPerEdge` times the edges.
struct LatitudeBands {
  private static let edgesPerBand = 6
  private static let mostBands = 4096
  private static let mostSlotsPerEdge = 8

  private(set) var count: Int
  private let south: Double
  private var perDegree: Double

  /// The bands for the edges of `rings`, which lie between the south and the north of `box`; `touched` becomes the bands
  /// of each edge, ring by ring. O(n).
  init(
    _ box: BoundingBox, rings: [Range<Int>], _ coordinates: UnsafeBufferPointer<Coordinate>,
    touched: inout [EdgeBands]
  ) {
    let edgeCount = rings.reduce(0) { $0 + max(0, $1.count - 1) }
    let height = box.north - box.south
    south = box.south
    count = max(1, min(edgeCount / LatitudeBands.edgesPerBand, LatitudeBands.mostBands))
    perDegree = height > 0 ? Double(count) / height : 0
    if touched.count < edgeCount {
      touched = [EdgeBands](repeating: EdgeBands(first: 0, last: 0), count: edgeCount * 2)
    }
    while true {
      let slotCount = touched.withUnsafeMutableBufferPointer { touched in
        sort(rings, coordinates, into: touched)
      }
      // So few bands cannot hold too much.
      guard count > LatitudeBands.mostSlotsPerEdge, slotCount > LatitudeBands.mostSlotsPerEdge * edgeCount else {
        return
      }
      count /= 2
      perDegree = height > 0 ? Double(count) / height : 0
    }
  }

  /// The bands that an edge touches, from the first to the last.
  struct EdgeBands {
    var first: UInt16
    var last: UInt16
  }

  /// Tells the bands of each edge; how many they are altogether.
  private func sort(
    _ rings: [Range<Int>], _ coordinates: UnsafeBufferPointer<Coordinate>,
    into touched: UnsafeMutableBufferPointer<EdgeBands>
  ) -> Int {
    var slotCount = 0
    var edge = 0
    for ring in rings where !ring.isEmpty {
      var before = band(of: coordinates[ring.lowerBound].latitude)
      for vertex in ring.dropFirst() {
        let after = band(of: coordinates[vertex].latitude)
        let (first, last) = (min(before, after), max(before, after))
        touched[edge] = EdgeBands(first: UInt16(truncatingIfNeeded: first), last: UInt16(truncatingIfNeeded: last))
        slotCount += last - first + 1
        edge += 1
        before = after
      }
    }
    return slotCount
  }

  /// The band of a latitude; the same for edges and points, so that both meet.
  @inline(__always)
  func band(of latitude: Double) -> Int {
    let place = (latitude - south) * perDegree
    // Where a polygon has hardly any height, bands to a degree are infinitely many and 0 of them is not a number.
    return place >= Double(count) ? count - 1 : (place > 0 ? Int(place) : 0)
  }
}
