import CGEOS

extension GEOSGeometry {
  /// The smallest convex geometry around all points.
  public func convexHull() throws -> GEOSGeometry {
    try context.geometry("convex hull") { GEOSConvexHull_r($0, handle) }
  }

  /// A polygon around all points that follows their outline.
  ///
  /// Triangles of the Delaunay triangulation are taken off from outside while their edge is longer than
  /// `shortestEdge + ratio * (longestEdge - shortestEdge)`: `ratio` 1 gives the convex hull, 0 the tightest outline
  /// that is still one polygon. With `allowsHoles` triangles inside are taken out as well.
  public func concaveHull(ratio: Double, allowsHoles: Bool = false) throws -> GEOSGeometry {
    try context.geometry("concave hull") { GEOSConcaveHull_r($0, handle, ratio, allowsHoles ? 1 : 0) }
  }
}
