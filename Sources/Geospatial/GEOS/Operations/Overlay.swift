import CGEOS

extension GEOSGeometry {
  /// The points of both geometries.
  public func intersection(_ other: GEOSGeometry) throws -> GEOSGeometry {
    try context.geometry("intersection") { GEOSIntersection_r($0, handle, other.handle) }
  }

  /// The points of this geometry that `other` does not have.
  public func difference(_ other: GEOSGeometry) throws -> GEOSGeometry {
    try context.geometry("difference") { GEOSDifference_r($0, handle, other.handle) }
  }
}
