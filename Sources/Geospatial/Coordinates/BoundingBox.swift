/// A box of longitudes and latitudes in **degrees**; west is at most east (a box across the antimeridian has its
/// longitudes unwrapped, so its east exceeds 180).
public struct BoundingBox: Hashable, Sendable {
  /// The least longitude, in **degrees**.
  public var west: Double
  /// The least latitude, in **degrees**.
  public var south: Double
  /// The greatest longitude, in **degrees**.
  public var east: Double
  /// The greatest latitude, in **degrees**.
  public var north: Double

  /// A box from its four sides, in **degrees**.
  @inlinable
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The box that holds nothing; growing it by a first position gives that position.
  public static let empty = BoundingBox(west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)

  /// Whether the box holds nothing.
  @inlinable
  public var isEmpty: Bool { !(west <= east && south <= north) }

  /// Grows the box to hold `coordinate`.
  @inlinable
  public mutating func include(_ coordinate: Coordinate) {
    west = min(west, coordinate.longitude)
    east = max(east, coordinate.longitude)
    south = min(south, coordinate.latitude)
    north = max(north, coordinate.latitude)
  }

  /// Grows the box to hold `other`.
  @inlinable
  public mutating func include(_ other: BoundingBox) {
    west = min(west, other.west)
    east = max(east, other.east)
    south = min(south, other.south)
    north = max(north, other.north)
  }

  /// Whether `coordinate` lies inside or on the border.
  @inlinable
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.longitude >= west && coordinate.longitude <= east && coordinate.latitude >= south
      && coordinate.latitude <= north
  }

  /// Whether the two boxes share a point.
  @inlinable
  public func intersects(_ other: BoundingBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  /// Whether the two boxes share a point on earth, also when one of them has its longitudes a whole turn further on.
  public func intersectsAnyTurn(_ other: BoundingBox) -> Bool {
    [0.0, 360, -360].contains { turn in
      intersects(BoundingBox(west: other.west + turn, south: other.south, east: other.east + turn, north: other.north))
    }
  }

  /// The two halves of the box, cut across its longer side.
  public var halves: [BoundingBox] {
    var (low, high) = (self, self)
    if east - west > north - south {
      low.east = (west + east) / 2
      high.west = low.east
    } else {
      low.north = (south + north) / 2
      high.south = low.north
    }
    return [low, high]
  }
}
