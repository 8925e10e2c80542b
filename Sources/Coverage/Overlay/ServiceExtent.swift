import Geospatial

/// Where the layer of a rule says anything. Outside it, that nothing is on the map does not mean that nothing is there.
public enum ServiceExtent: Sendable {
  /// Inside these polygons or on their border, WGS 84; other geometries are passed over.
  case polygons(GeometryColumn)
  /// For these villages: one entry per village, in their order.
  case villages([Bool])
}

/// An extent ready to be asked.
enum ExtentIndex: Sendable {
  case polygons(PolygonIndex, border: SegmentIndex)
  case villages([Bool])

  init(_ extent: ServiceExtent) {
    switch extent {
    case .polygons(let column):
      self = .polygons(PolygonIndex(column), border: SegmentIndex(column))
    case .villages(let villages): self = .villages(villages)
    }
  }

  /// Whether the layer speaks of a village.
  func holds(_ coordinate: Coordinate, village: Int) -> Bool {
    switch self {
    case .polygons(let polygons, _): polygons.lowestFeature(containing: coordinate) != nil
    case .villages(let villages): village < villages.count && villages[village]
    }
  }

  /// Whether the border of the extent lies within the accuracy of a village, in **metres**, so that the village may lie
  /// on its other side. The province of a village does not hang on its position.
  func isDoubtful(_ coordinate: Coordinate, accuracyMetres: Double) -> Bool {
    switch self {
    case .polygons(_, let border): border.nearest(to: coordinate, within: accuracyMetres) != nil
    case .villages: false
    }
  }
}
