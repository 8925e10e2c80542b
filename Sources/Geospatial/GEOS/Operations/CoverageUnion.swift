import CGEOS

extension GEOSGeometry {
  /// The points of all polygons of a collection that do not overlap and share their borders vertex by vertex, as the
  /// triangles of a triangulation do.
  ///
  /// Far faster than ``unaryUnion()``, for no new vertices are sought. For polygons that overlap the result may be invalid.
  public func coverageUnion() throws -> GEOSGeometry {
    try context.geometry("coverage union") { GEOSCoverageUnion_r($0, handle) }
  }
}
