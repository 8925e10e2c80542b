/// The concave hull of the discs around positions: all ground within a distance of the positions, of the edges between
/// those within reach of each other, and of the triangles between three such (``ReachComplex``).
///
/// It holds the disc around every position and is in one piece when the positions are linked within the reach. It keeps
/// the ground out that no two positions within reach have between them, inside as well as outside. Unlike a hull by a
/// ratio of lengths it means the same for every set of positions.
public enum ReachHull {
  /// How much a disc may be drawn too small, as a part of its radius.
  private static let relativeError = 0.005

  /// The hull, in the `window`.
  ///
  /// - Parameters:
  ///   - coordinates: at least one; all are numbers.
  ///   - links: pairs of positions within reach, by their places, that join the positions which should be joined.
  ///   - reachMetres: how long an edge may be, in **metres**.
  ///   - bufferMetres: how far ground around positions, edges and triangles belongs to the hull, in **metres**.
  /// - Throws: `GEOSError` when GEOS cannot triangulate or unite.
  /// - Complexity: O(n log n).
  public static func polygon(
    around coordinates: [Coordinate], links: [(Int, Int)], reachMetres: Double, bufferMetres: Double,
    window: LongitudeWindow, in context: GEOSContext
  ) throws -> GEOSGeometry {
    let complex = try ReachComplex(coordinates, links: links, reachMetres: reachMetres, in: context)
    let corridor = GeodesicCorridor(metres: bufferMetres, errorMetres: bufferMetres * relativeError)
    var pieces = GeometryColumn()
    for vertex in complex.outerVertices { corridor.append(discAround: coordinates[vertex], to: &pieces) }
    // In a whole window triangles are united as they are, and sides that two of them share may not meet to the last digit.
    let edges = window.isWhole ? complex.outerEdges + complex.innerEdges : complex.outerEdges
    for edge in edges {
      let (start, end) = (coordinates[Int(edge.a)], coordinates[Int(edge.b)])
      corridor.append(
        segmentFrom: start, to: end, along: Geodesic.inverse(from: start, to: end), to: &pieces)
    }
    // Inside of triangles nothing more is needed: where the disc around a position reaches out of them, it does so
    // within the buffer of an outer edge.
    var parts = try geometries(of: pieces, window, context)
    let triangles = polygons(of: complex, coordinates, window)
    if window.isWhole { parts += try geometries(of: triangles, window, context) }
    let outline = try GEOSGeometry.union(of: parts, in: context)
    return window.isWhole ? try window.cut(outline) : try filled(outline, where: triangles)
  }

  /// The outlines of the triangles with their inside.
  ///
  /// `outline` holds the border of the triangles, so each piece of ground that it leaves open is either within them or
  /// out of them, which one point of it tells. Far cheaper than to unite the triangles, and sound whatever becomes of
  /// slivers when straight lines of one plane are straight lines of another.
  private static func filled(_ outline: GEOSGeometry, where triangles: GeometryColumn) throws -> GEOSGeometry {
    let column = try outline.column()
    guard triangles.count > 0, column.partKinds.contains(.hole) else { return outline }
    let box = try GEOSGeometry(column.boundingBox.grown(byMetres: 1000), in: outline.context)
    let open = try box.difference(outline).column()
    let index = PolygonIndex(triangles)
    var outside = GeometryColumn()
    for parts in open.polygons(ofFeature: 0) {
      var face = GeometryColumn()
      face.appendFeature(ofParts: parts, of: open)
      let point = try GEOSGeometry(feature: 0, of: face, in: outline.context).pointOnSurface()
      if let point, index.lowestFeature(containing: point) != nil { continue }
      outside.appendParts(parts, of: open)
    }
    outside.closeFeature()
    return try box.difference(GEOSGeometry(feature: 0, of: outside, in: outline.context)).polygonsOnly()
  }

  private static func geometries(
    of pieces: GeometryColumn, _ window: LongitudeWindow, _ context: GEOSContext
  ) throws -> [GEOSGeometry] {
    let column = window.laidOut(pieces)
    return try (0..<column.count).map { try GEOSGeometry(feature: $0, of: column, in: context) }
  }

  /// The triangles, a feature each; in the window where that is not whole.
  private static func polygons(
    of complex: ReachComplex, _ coordinates: [Coordinate], _ window: LongitudeWindow
  ) -> GeometryColumn {
    var triangles = GeometryColumn()
    for (a, b, c) in complex.triangles {
      let ring = [a, b, c, a].map { window.isWhole ? coordinates[$0] : window.turned(coordinates[$0]) }
      triangles.coordinates.append(contentsOf: window.isWhole ? Geodesic.densified(ring, errorMetres: 1) : ring)
      triangles.closePart(.shell)
      triangles.closeFeature()
    }
    return triangles
  }
}
