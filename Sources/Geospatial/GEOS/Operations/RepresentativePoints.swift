import CGEOS

extension GEOSGeometry {
  /// The centre of gravity on the plane, which may lie outside the geometry; nil for an empty geometry.
  public func centroid() throws -> Coordinate? {
    try context.geometry("centroid") { GEOSGetCentroid_r($0, handle) }.firstCoordinate()
  }

  /// A position that surely lies in the geometry, well inside for a polygon; nil for an empty geometry.
  public func pointOnSurface() throws -> Coordinate? {
    try context.geometry("point on surface") { GEOSPointOnSurface_r($0, handle) }.firstCoordinate()
  }
}
