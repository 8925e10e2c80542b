import Geospatial

/// One rule of a service, indexed: who is served, and how far the others are from it.
struct ServiceIndex: Sendable {
  enum Method: Sendable {
    case within(DistanceIndex, metres: Double)
    case inside(PolygonIndex, border: SegmentIndex)
    case range(PointIndex, sites: RangeSites)
  }

  let method: Method
  let extent: ExtentIndex?

  /// An index of the features that count; nil when none does.
  init?(_ source: ServiceSource) {
    guard source.hasFeatures else { return nil }
    extent = source.extent.map { ExtentIndex($0) }
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
      method = .range(index, sites: RangeSites(geometries: source.geometries, reachMetres: reaches))
    }
  }

  /// An index of polygons from its two halves.
  init(insides: PolygonIndex, borders: SegmentIndex, extent: ServiceExtent?) {
    method = .inside(insides, border: borders)
    self.extent = extent.map { ExtentIndex($0) }
  }

  /// Adds what this rule knows of each village of `order` to `column`; `accuracies`, in **metres**, one per village, are nil
  /// when every position is exact.
  func assess(
    _ coordinates: [Coordinate], accuracies: [Double]? = nil, in order: ArraySlice<UInt32>,
    into column: inout ServiceColumn.Slots
  ) {
    guard let extent else {
      assess(coordinates, in: order, into: &column)
      if let accuracies { assessCertainty(coordinates, accuracies, in: order, into: &column) }
      return
    }
    let heard = order.filter { extent.holds(coordinates[Int($0)], village: Int($0)) }
    assess(coordinates, in: heard[...], into: &column)
    guard let accuracies else { return }
    let torn = order.filter { village in
      let (coordinate, accuracy) = (coordinates[Int(village)], accuracies[Int(village)])
      return accuracy > 0 && !coordinate.longitude.isNaN
        && extent.isDoubtful(coordinate, accuracyMetres: accuracy)
    }
    let isTorn = Set(torn)
    assessCertainty(coordinates, accuracies, in: heard.filter { !isTorn.contains($0) }[...], into: &column)
    for village in torn { column.include(.doubtful, village: Int(village)) }
  }

  /// The same for exact positions without an extent.
  private func assess(
    _ coordinates: [Coordinate], in order: ArraySlice<UInt32>, into column: inout ServiceColumn.Slots
  ) {
    switch method {
    case .within(let index, let metres):
      index.forEachNearest(of: coordinates, in: order) { village, nearest in
        guard let nearest else { return }
        column.include(nearest, isServed: nearest.distanceMetres <= metres, village: village)
      }
    case .range(let index, _):
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
