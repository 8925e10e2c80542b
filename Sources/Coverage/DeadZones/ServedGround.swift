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

  /// What of `ground`, which belongs to a zone of `villages`, is not served.
  ///
  /// Where much served ground is near, the ground is halved across the longer side of its box until little is near each
  /// part, so that a zone as large as a country costs little more than as many small ones; what is left of the parts
  /// is put together again on a grid of `gridDegrees` **degrees**. A rule whose layer says nothing of any of the villages,
  /// by its list of villages, serves no ground here.
  func remainder(
    of ground: GEOSGeometry, villages: [Int], window: LongitudeWindow, gridDegrees: Double
  ) throws -> GEOSGeometry {
    let near = rules.filter { $0.speaks(ofAny: villages) }
    var parts: [GEOSGeometry] = []
    let box = try ground.column().boundingBox
    let count = near.reduce(0) { $0 + $1.count(meeting: box) }
    try Self.clip(ground, box: box, count: count, by: near, window: window, to: &parts)
    if parts.count == 1 { return parts[0] }
    return try GEOSGeometry.collection(of: parts, in: ground.context)
      .unaryUnion(gridSizeInCoordinateUnits: gridDegrees).polygonsOnly()
  }

  /// So many pieces of served ground are united at a time.
  private static let piecesAtATime = 256

  private static func clip(
    _ ground: GEOSGeometry, box: BoundingBox, count: Int, by rules: [RuleGround], window: LongitudeWindow,
    to parts: inout [GEOSGeometry]
  ) throws {
    if try count == 0 || ground.isEmpty() { return parts.append(ground) }
    if count > piecesAtATime {
      let halves = box.halves.map { half in (box: half, count: rules.reduce(0) { $0 + $1.count(meeting: half) }) }
      // Where halves have hardly less near them, as under many wide ranges, halving on leads nowhere.
      if halves.allSatisfy({ $0.count * 5 <= count * 4 }) {
        for half in halves {
          let part = try ground.intersection(GEOSGeometry(half.box, in: ground.context)).polygonsOnly()
          try clip(part, box: half.box, count: half.count, by: rules, window: window, to: &parts)
        }
        return
      }
    }
    guard let served = try geometry(in: PreparedGeometry(ground), box: box, by: rules, window: window) else {
      return parts.append(ground)
    }
    parts.append(try ground.difference(served).polygonsOnly())
  }

  /// The ground that rules serve within `hull`; nil where there is none.
  private static func geometry(
    in hull: PreparedGeometry, box: BoundingBox, by rules: [RuleGround], window: LongitudeWindow
  ) throws -> GEOSGeometry? {
    let context = hull.geometry.context
    var grounds: [GEOSGeometry] = []
    for rule in rules {
      let pieces = try geometries(of: window.laidOut(rule.pieces(meeting: box), meeting: box), in: hull)
      if pieces.isEmpty { continue }
      guard let extent = rule.extentPieces(meeting: box) else {
        grounds += pieces
        continue
      }
      let heard = try geometries(of: window.laidOut(extent, meeting: box), in: hull)
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
