import CGEOS

extension GEOSGeometry {
  /// The points of either geometry.
  public func union(_ other: GEOSGeometry) throws -> GEOSGeometry {
    try context.geometry("union") { GEOSUnion_r($0, handle, other.handle) }
  }

  /// The points of all members, without overlaps: many polygons at once, far faster than pair by pair.
  public func unaryUnion() throws -> GEOSGeometry {
    try context.geometry("unary union") { GEOSUnaryUnion_r($0, handle) }
  }

  /// The points of all of `geometries`, without overlaps; an empty GeometryCollection for none.
  public static func union(of geometries: [GEOSGeometry], in context: GEOSContext) throws -> GEOSGeometry {
    try collection(of: geometries, in: context).unaryUnion()
  }
}
