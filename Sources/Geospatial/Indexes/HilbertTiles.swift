/// Coordinates by the tile of a map that they lie in; the tiles stand along a Hilbert curve.
public struct HilbertTiles: Sendable {
  /// So many times a map is cut into four.
  private static let levels = 5
  /// How many tiles there are.
  public static let count = 1 << (2 * levels)

  /// The places of the coordinates, tile by tile, those of a tile in their order.
  private let places: [UInt32]
  /// Where each tile ends among them.
  private let ends: [Int]

  /// Coordinates by the tiles of `box`; what lies outside, or is not on earth, goes to the nearest or to any. O(n).
  public init(_ coordinates: [Coordinate], in box: BoundingBox) {
    let scale = HilbertCurve.Scale(box)
    let tiles = coordinates.map { UInt16(truncatingIfNeeded: scale.index($0) >> UInt32(32 - 2 * HilbertTiles.levels)) }
    var ends = [Int](repeating: 0, count: HilbertTiles.count + 1)
    for tile in tiles { ends[Int(tile) + 1] += 1 }
    for tile in 0..<HilbertTiles.count { ends[tile + 1] += ends[tile] }
    var places = [UInt32](repeating: 0, count: tiles.count)
    for (place, tile) in tiles.enumerated() {
      places[ends[Int(tile)]] = UInt32(truncatingIfNeeded: place)
      ends[Int(tile)] += 1
    }
    (self.places, self.ends) = (places, ends)
  }

  /// The places of the coordinates in a tile.
  public func places(inTile tile: Int) -> ArraySlice<UInt32> { places[(tile == 0 ? 0 : ends[tile - 1])..<ends[tile]] }
}
