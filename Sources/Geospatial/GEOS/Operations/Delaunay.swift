import CGEOS

extension GEOSGeometry {
  /// The Delaunay triangles of the vertices, a GeometryCollection of Polygons; empty where all vertices are on one line.
  ///
  /// Vertices keep their coordinates to the last bit; equal ones count once.
  public func delaunayTriangles() throws -> GEOSGeometry {
    try context.geometry("Delaunay triangulation") { GEOSDelaunayTriangulation_r($0, handle, 0, 0) }
  }
}
