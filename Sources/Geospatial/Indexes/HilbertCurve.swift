/// Places on a Hilbert curve of order 16, so that things near each other on the map are near each other in memory
/// (D. Hilbert, 1891).
enum HilbertCurve {
  /// The place along the curve of cell (`x`, `y`), each 0 to 65,535.
  @inline(__always)
  static func index(x: UInt32, y: UInt32) -> UInt32 {
    var x = x
    var y = y
    var index: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let upper: UInt32 = y & side != 0 ? 1 : 0
      index = index << 2 | ((3 &* right) ^ upper)
      // Turn the quadrant so that its own curve starts and ends at the right corners.
      if upper == 0 {
        if right == 1 {
          x = ~x
          y = ~y
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return index
  }

  /// The order in which `coordinates` lie along the curve over `box`.
  static func order(of coordinates: some RandomAccessCollection<Coordinate>, in box: BoundingBox) -> [UInt32] {
    let scale = Scale(box)
    return RadixSort.order(of: coordinates.map { scale.index($0) })
  }

  /// Maps a box to the cells of the curve.
  struct Scale {
    private let west: Double
    private let south: Double
    private let perDegreeEast: Double
    private let perDegreeNorth: Double

    init(_ box: BoundingBox) {
      west = box.isEmpty ? 0 : box.west
      south = box.isEmpty ? 0 : box.south
      perDegreeEast = box.east > box.west ? 65_535 / (box.east - box.west) : 0
      perDegreeNorth = box.north > box.south ? 65_535 / (box.north - box.south) : 0
    }

    /// The place of a coordinate; one outside the box, or not a number, goes to the nearest edge.
    @inline(__always)
    func index(_ coordinate: Coordinate) -> UInt32 {
      HilbertCurve.index(
        x: cell((coordinate.longitude - west) * perDegreeEast), y: cell((coordinate.latitude - south) * perDegreeNorth))
    }

    @inline(__always)
    private func cell(_ value: Double) -> UInt32 {
      value > 0 ? (value < 65_535 ? UInt32(value) : 65_535) : 0
    }
  }
}
