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
    let complex = try ReachComplex(
      coordinates, links: links, reachMetres: reachMetres, window: window, in: context)
    let corridor = GeodesicCorridor(metres: bufferMetres, errorMetres: bufferMetres * relativeError)
    var pieces = GeometryColumn()
    for vertex in complex.outerVertices { corridor.append(discAround: coordinates[vertex], to: &pieces) }
    for edge in complex.outerEdges {
      corridor.append(
        segmentFrom: coordinates[Int(edge.a)], to: coordinates[Int(edge.b)], to: &pieces)
    }
    // What is left inside of triangles needs no disc: where one reaches out of them, it does so within the buffer of an
    // outer edge.
    var parts = try geometries(of: pieces, window, context)
    if let ground = try ground(of: complex, coordinates, window, context) { parts.append(ground) }
    return try window.cut(GEOSGeometry.union(of: parts, in: context))
  }

  private static func geometries(
    of pieces: GeometryColumn, _ window: LongitudeWindow, _ context: GEOSContext
  ) throws -> [GEOSGeometry] {
    let column = window.laidOut(pieces)
    return try (0..<column.count).map { try GEOSGeometry(feature: $0, of: column, in: context) }
  }

  /// The triangles as one geometry; nil when there are none.
  private static func ground(
    of complex: ReachComplex, _ coordinates: [Coordinate], _ window: LongitudeWindow, _ context: GEOSContext
  ) throws -> GEOSGeometry? {
    guard !complex.triangles.isEmpty else { return nil }
    var triangles = GeometryColumn()
    for (a, b, c) in complex.triangles {
      let ring = [a, b, c, a].map { window.isWhole ? coordinates[$0] : window.turned(coordinates[$0]) }
      triangles.coordinates.append(contentsOf: window.isWhole ? Geodesic.densified(ring, errorMetres: 1) : ring)
      triangles.closePart(.shell)
      triangles.closeFeature()
    }
    if window.isWhole {
      return try GEOSGeometry.union(of: geometries(of: triangles, window, context), in: context)
    }
    let members = try (0..<triangles.count).map { try GEOSGeometry(feature: $0, of: triangles, in: context) }
    let collection = try GEOSGeometry.collection(of: members, in: context)
    let ground = try collection.coverageUnion()
    return try ground.validity() == .valid ? ground : collection.unaryUnion()
  }
}
