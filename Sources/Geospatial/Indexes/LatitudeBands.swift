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

  /// The bands for the edges of `rings`, which lie between the south and the north of `box`. O(n).
  init(_ box: BoundingBox, rings: [Range<Int>], _ coordinates: UnsafeBufferPointer<Coordinate>) {
    let edgeCount = rings.reduce(0) { $0 + max(0, $1.count - 1) }
    let height = box.north - box.south
    south = box.south
    count = max(1, min(edgeCount / LatitudeBands.edgesPerBand, LatitudeBands.mostBands))
    perDegree = height > 0 ? Double(count) / height : 0
    // So few bands cannot hold too much.
    while count > LatitudeBands.mostSlotsPerEdge {
      var slotCount = 0
      for ring in rings {
        for edge in ring.dropLast() { slotCount += bands(ofEdge: edge, coordinates).count }
      }
      guard slotCount > LatitudeBands.mostSlotsPerEdge * edgeCount else { return }
      count /= 2
      perDegree = height > 0 ? Double(count) / height : 0
    }
  }

  /// The band of a latitude; the same for edges and points, so that both meet.
  @inline(__always)
  func band(of latitude: Double) -> Int {
    let place = (latitude - south) * perDegree
    // Where a polygon has hardly any height, bands to a degree are infinitely many and 0 of them is not a number.
    return place >= Double(count) ? count - 1 : (place > 0 ? Int(place) : 0)
  }

  /// The bands that the edge from this coordinate to the next touches.
  @inline(__always)
  func bands(ofEdge edge: Int, _ coordinates: UnsafeBufferPointer<Coordinate>) -> ClosedRange<Int> {
    let (a, b) = (coordinates[edge].latitude, coordinates[edge + 1].latitude)
    return band(of: min(a, b))...band(of: max(a, b))
  }
}
