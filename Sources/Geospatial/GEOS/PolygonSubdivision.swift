/// Cuts large polygons into small ones that make the same ground together, so that a question about a small place need not
/// look at the whole of a country's coverage.
public enum PolygonSubdivision {
  /// The polygon that is a run of `parts` of a column, a shell and its holes, as features of at most about
  /// `greatestVertexCount` vertices; itself where it has no more.
  ///
  /// It is halved across the longer side of its box until the halves are small. O(n log n) for n vertices.
  ///
  /// - Throws: `GEOSError` when GEOS cannot cut it.
  public static func pieces(
    ofPolygon parts: Range<Int>, of column: GeometryColumn, greatestVertexCount: Int = 1024, in context: GEOSContext
  ) throws -> GeometryColumn {
    var polygon = GeometryColumn()
    polygon.appendFeature(ofParts: parts, of: column)
    guard polygon.coordinates.count > greatestVertexCount else { return polygon }
    var pieces = GeometryColumn()
    try cut(polygon, greatestVertexCount, depth: 0, in: context, to: &pieces)
    return pieces
  }

  /// A polygon is halved no more often, which leaves boxes of a hundredth of a millimetre.
  private static let deepestHalving = 60

  private static func cut(
    _ polygon: GeometryColumn, _ greatestVertexCount: Int, depth: Int, in context: GEOSContext,
    to pieces: inout GeometryColumn
  ) throws {
    if polygon.coordinates.count <= greatestVertexCount || depth == deepestHalving {
      return pieces.append(contentsOf: polygon)
    }
    let geometry = try GEOSGeometry(feature: 0, of: polygon, in: context)
    for half in polygon.boundingBox.halves {
      let ground = try geometry.intersection(GEOSGeometry(half, in: context)).polygonsOnly()
      let column = try ground.column()
      for parts in column.polygons(ofFeature: 0) {
        var piece = GeometryColumn()
        piece.appendFeature(ofParts: parts, of: column)
        try cut(piece, greatestVertexCount, depth: depth + 1, in: context, to: &pieces)
      }
    }
  }
}
