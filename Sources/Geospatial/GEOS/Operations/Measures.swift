import CGEOS

extension GEOSGeometry {
  /// The least distance on the plane between the two geometries, in the units of the coordinates.
  public func distanceInCoordinateUnits(to other: GEOSGeometry) throws -> Double {
    try context.number("distance") { GEOSDistance_r($0, handle, other.handle, $1) }
  }

  /// The area of the polygons on the plane, in squares of the units of the coordinates; never negative.
  public func areaInSquareCoordinateUnits() throws -> Double {
    try context.number("area") { GEOSArea_r($0, handle, $1) }
  }
}
