import Geospatial

/// The ground that the rules of a service serve, in pieces that can be found by place.
struct ServedGround: Sendable {
  private let rules: [RuleGround]

  /// The served ground of each of `sources` whose features count. Large polygons are cut up, long lines split; otherwise
  /// O(n) in the number of segments.
  ///
  /// - Throws: `GEOSError` when GEOS cannot cut a polygon.
  init(_ sources: [ServiceSource], threads: Int) async throws {
    rules = try await Parallel.map(sources.filter(\.hasFeatures), threads: threads) { try RuleGround($0) }
  }

  /// The ground served within `hull`, the zone of `villages`; nil where none is.
  ///
  /// A rule whose layer says nothing of any of the villages, by its list of villages, serves no ground here.
  func geometry(
    in hull: PreparedGeometry, box: BoundingBox, villages: [Int], window: LongitudeWindow
  ) throws -> GEOSGeometry? {
    let context = hull.geometry.context
    var grounds: [GEOSGeometry] = []
    for rule in rules where rule.speaks(ofAny: villages) {
      let pieces = try Self.geometries(of: window.laidOut(rule.pieces(meeting: box), meeting: box), in: hull)
      if pieces.isEmpty { continue }
      guard let extent = rule.extentPieces(meeting: box) else {
        grounds += pieces
        continue
      }
      let heard = try Self.geometries(of: window.laidOut(extent, meeting: box), in: hull)
      if heard.isEmpty { continue }
      let ground = try GEOSGeometry.union(of: pieces, in: context)
      grounds.append(try ground.intersection(GEOSGeometry.union(of: heard, in: context)).polygonsOnly())
    }
    return grounds.isEmpty ? nil : try GEOSGeometry.union(of: grounds, in: context)
  }

  /// The features of a column that meet the hull.
  private static func geometries(of column: GeometryColumn, in hull: PreparedGeometry) throws -> [GEOSGeometry] {
    try (0..<column.count).compactMap { feature in
      let piece = try GEOSGeometry(feature: feature, of: column, in: hull.geometry.context)
      return try hull.intersects(piece) ? piece : nil
    }
  }
}
