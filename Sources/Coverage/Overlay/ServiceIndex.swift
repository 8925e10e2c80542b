import Geospatial

/// One rule of a service, indexed: who is served, and how far the others are from it.
struct ServiceIndex: Sendable {
  private enum Method: Sendable {
    case within(DistanceIndex, metres: Double)
    case inside(PolygonIndex, border: SegmentIndex)
    case range(PointIndex)
  }

  private let method: Method

  /// An index of the features that count; nil when none does.
  init?(_ source: ServiceSource) {
    guard source.hasFeatures else { return nil }
    switch source.kind {
    case .within(let metres):
      method = .within(DistanceIndex(source.geometries, includes: source.counts), metres: metres)
    case .inside:
      method = .inside(
        PolygonIndex(source.geometries, includes: source.counts),
        border: SegmentIndex(source.geometries, includes: source.counts))
    case .range(_, let metres):
      let reaches = source.reachMetres ?? [Double](repeating: metres ?? .nan, count: source.geometries.count)
      // A tower whose range nobody knows serves nobody.
      let index = PointIndex(source.geometries, reachMetres: reaches) { feature in
        source.counts(feature) && reaches[feature] >= 0
      }
      if index.count == 0 { return nil }
      method = .range(index)
    }
  }

  /// Adds what this rule knows of each village of `order` to `column`.
  func assess(_ coordinates: [Coordinate], in order: ArraySlice<UInt32>, into column: inout ServiceColumn.Slots) {
    switch method {
    case .within(let index, let metres):
      index.forEachNearest(of: coordinates, in: order) { village, nearest in
        guard let nearest else { return }
        column.include(nearest, isServed: nearest.distanceMetres <= metres, village: village)
      }
    case .range(let index):
      index.withSearch { search in
        for village in order {
          guard let nearest = search.nearest(to: coordinates[Int(village)]) else { continue }
          column.include(nearest, isServed: nearest.distanceMetres == 0, village: Int(village))
        }
      }
    case .inside(let polygons, let border):
      polygons.withSearch { search in
        border.withSearch { borderSearch in
          for village in order {
            let coordinate = coordinates[Int(village)]
            if let feature = search.lowestFeature(containing: coordinate) {
              column.include(
                Neighbour(feature: feature, distanceMetres: 0), isServed: true, village: Int(village))
            } else if let nearest = borderSearch.nearest(to: coordinate) {
              column.include(nearest, isServed: false, village: Int(village))
            }
          }
        }
      }
    }
  }
}
