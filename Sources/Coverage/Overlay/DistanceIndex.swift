import Geospatial

/// The nearest of any features: points by Karney's distance, lines and polygon borders by segments, 0 inside a polygon.
public struct DistanceIndex: Sendable {
  private let points: PointIndex?
  private let segments: SegmentIndex?
  private let polygons: PolygonIndex?

  /// An index over the features for which `includes` is true.
  public init(_ geometries: GeometryColumn, includes: (Int) -> Bool = { _ in true }) {
    var hasPoints = false
    var hasOthers = false
    var hasPolygons = false
    for feature in 0..<geometries.count where includes(feature) {
      for part in geometries.parts(ofFeature: feature) {
        switch geometries.partKinds[part] {
        case .point: hasPoints = true
        case .line: hasOthers = true
        case .shell, .hole: (hasOthers, hasPolygons) = (true, true)
        }
      }
    }
    points = hasPoints ? PointIndex(geometries, includes: includes) : nil
    // Points have an index of their own, so features of points only need no segments.
    segments =
      hasOthers
      ? SegmentIndex(geometries) { feature in
        includes(feature) && geometries.parts(ofFeature: feature).contains { geometries.partKinds[$0] != .point }
      } : nil
    polygons = hasPolygons ? PolygonIndex(geometries, includes: includes) : nil
  }

  /// Whether there is nothing to be near to.
  public var isEmpty: Bool { points == nil && segments == nil }

  /// Calls `body` with each of `order` and the nearest feature to its coordinate; nil when there is none.
  ///
  /// Coordinates near each other should stand near each other in `order`.
  func forEachNearest(
    of coordinates: [Coordinate], in order: ArraySlice<UInt32>, _ body: (Int, Neighbour?) -> Void
  ) {
    // One kind of geometry is the rule; its search keeps its last answer from question to question.
    switch (points, segments, polygons) {
    case (nil, nil, nil):
      for village in order { body(Int(village), nil) }
    case (nil, let segments?, nil):
      segments.withSearch { search in
        for village in order { body(Int(village), search.nearest(to: coordinates[Int(village)])) }
      }
    case (let points?, nil, nil):
      points.withSearch { search in
        for village in order { body(Int(village), search.nearest(to: coordinates[Int(village)])) }
      }
    default:
      for village in order { body(Int(village), nearest(to: coordinates[Int(village)])) }
    }
  }

  /// The nearest feature, of equally near ones the lowest; nil when there is none.
  public func nearest(to coordinate: Coordinate) -> Neighbour? {
    let around = polygons?.lowestFeature(containing: coordinate).map { Neighbour(feature: $0, distanceMetres: 0) }
    return [around, points?.nearest(to: coordinate), segments?.nearest(to: coordinate)].compactMap { $0 }
      .min { $0.precedes($1) }
  }
}
