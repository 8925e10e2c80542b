import Glibc

/// One turn of the earth laid out on the plane of longitude and latitude, so that shapes across the antimeridian are whole.
///
/// Shapes that stay clear of the poles get a window around their own middle and lie in it uncut. Shapes that surround a
/// pole, or go far around the earth, get the whole turn from -180 to 180 **degrees**; there they stand once for each turn
/// that they reach into, and what they make together is cut at the window's sides.
public struct LongitudeWindow: Sendable, Hashable {
  /// The longitude in the middle, in **degrees**.
  public let centre: Double
  /// Whether shapes reach the sides of the window and are cut there.
  public let isWhole: Bool

  /// North or south of this latitude, in **degrees**, a shape counts as surrounding the pole.
  private static let polarLatitude = 89.0
  /// Farther around the earth than this, in **degrees** from the first position, shapes are cut.
  private static let farthestTurn = 90.0

  /// The window for shapes that reach at most `marginMetres` **metres** beyond these positions.
  public init(_ coordinates: some Collection<Coordinate>, marginMetres: Double) {
    let first = coordinates.first?.longitude ?? 0
    // A degree of latitude is at least 110.5 km.
    let margin = marginMetres / 110_500
    isWhole = coordinates.contains { coordinate in
      abs(coordinate.latitude) + margin > Self.polarLatitude
        || abs(remainder(coordinate.longitude - first, 360)) > Self.farthestTurn
    }
    centre = isWhole ? 0 : first
  }

  /// A longitude moved by whole turns to at most 180 **degrees** from the middle.
  public func turned(_ longitude: Double) -> Double {
    let distance = longitude - centre
    return abs(distance) <= 180 ? longitude : longitude - 360 * (distance / 360).rounded()
  }

  /// A position moved likewise.
  public func turned(_ coordinate: Coordinate) -> Coordinate {
    Coordinate(longitude: turned(coordinate.longitude), latitude: coordinate.latitude)
  }

  /// Lays polygons out in the window: rings made continuous (``GeometryColumn/unwrapPolygons()``), each feature moved by whole
  /// turns to the window's middle; in a whole window a feature that reaches into it from several turns stands there
  /// several times.
  public func laidOut(_ column: GeometryColumn) -> GeometryColumn {
    if isWhole { return laidOut(column, meeting: .wholeEarth) }
    var column = column
    column.unwrapPolygons()
    var result = GeometryColumn()
    for feature in 0..<column.count {
      let box = column.boundingBox(ofFeature: feature)
      let middle = (box.west + box.east) / 2
      result.appendFeature(feature, of: column, turnedBy: turned(middle) - middle)
    }
    return result
  }

  /// Lays polygons out likewise, each feature once for every turn on which it meets `box`.
  public func laidOut(_ column: GeometryColumn, meeting box: BoundingBox) -> GeometryColumn {
    var column = column
    column.unwrapPolygons()
    var result = GeometryColumn()
    for feature in 0..<column.count {
      let own = column.boundingBox(ofFeature: feature)
      let first = ((box.west - own.east) / 360).rounded(.up)
      let last = ((box.east - own.west) / 360).rounded(.down)
      guard own.south <= box.north, box.south <= own.north, first <= last else { continue }
      for turn in stride(from: first, through: last, by: 1) {
        result.appendFeature(feature, of: column, turnedBy: turn * 360)
      }
    }
    return result
  }

  /// What of a geometry lies in the window.
  func cut(_ geometry: GEOSGeometry) throws -> GEOSGeometry {
    guard isWhole else { return geometry }
    return try geometry.intersection(GEOSGeometry(BoundingBox.wholeEarth, in: geometry.context)).polygonsOnly()
  }
}

extension BoundingBox {
  /// All longitudes and latitudes.
  static let wholeEarth = BoundingBox(west: -180, south: -90, east: 180, north: 90)

  /// A box that holds everything within `metres` **metres** of this one; all longitudes where that comes near a pole.
  public func grown(byMetres metres: Double) -> BoundingBox {
    guard !isEmpty else { return self }
    // A degree of latitude is at least 110.5 km, one of longitude at least so much times the cosine of the latitude; a
    // circle is widest nearer to the pole than its centre.
    let high = metres / 110_500
    let farthest = max(abs(south), abs(north)) + high
    guard farthest < 89.9 else {
      return BoundingBox(west: -180, south: max(-90, south - high), east: 180, north: min(90, north + high))
    }
    let wide = min(360, high / cos(farthest * (Double.pi / 180)))
    return BoundingBox(west: west - wide, south: south - high, east: east + wide, north: north + high)
  }
}

extension GeometryColumn {
  /// Appends a copy of a feature of another column, its longitudes `turn` **degrees** further on.
  mutating func appendFeature(_ feature: Int, of other: GeometryColumn, turnedBy turn: Double) {
    let first = coordinates.count
    appendFeature(feature, of: other)
    guard turn != 0 else { return }
    for index in first..<coordinates.count { coordinates[index].longitude += turn }
  }
}
