import Geospatial

/// The sites of a range rule with how far each serves.
struct RangeSites: Sendable {
  let geometries: GeometryColumn
  /// In **metres**, one per feature.
  let reachMetres: [Double]

  /// How deep inside the range of a feature a place lies, in **metres**; negative outside.
  func depth(of coordinate: Coordinate, inFeature feature: Int) -> Double {
    geometries.coordinates(ofFeature: feature).reduce(-.infinity) { depth, index in
      max(depth, reachMetres[feature] - Geodesic.distance(coordinate, geometries.coordinates[index]))
    }
  }
}

extension ServiceIndex {
  /// Adds to `column` how certain this rule is of each village of `order`; see ``Certainty``.
  func assessCertainty(
    _ coordinates: [Coordinate], _ accuracies: [Double], in order: ArraySlice<UInt32>,
    into column: inout ServiceColumn.Slots
  ) {
    column.startCertainty()
    for village in order {
      let coordinate = coordinates[Int(village)]
      if coordinate.longitude.isNaN { continue }
      if let certainty = certainty(at: coordinate, accuracyMetres: accuracies[Int(village)]) {
        column.include(certainty, village: Int(village))
      }
    }
    column.startCertainty()
  }

  /// What the rule says of a position that is known to `accuracyMetres`; nil when it says nothing.
  private func certainty(at coordinate: Coordinate, accuracyMetres accuracy: Double) -> Certainty? {
    switch method {
    case .within(let index, let metres):
      guard let nearest = index.nearest(to: coordinate) else { return nil }
      // A polygon around the village is 0 away however deep inside the village lies, which only helps.
      return Certainty(
        distanceMetres: nearest.distanceMetres, thresholdMetres: metres, accuracyMetres: accuracy)
    case .inside(let polygons, let border):
      let around = polygons.features(containing: coordinate)
      if accuracy == 0 { return around.isEmpty ? .unserved : .served }
      if around.isEmpty { return border.nearest(to: coordinate, within: accuracy) == nil ? .unserved : .doubtful }
      let near = Set(border.features(within: accuracy, of: coordinate).map(\.feature))
      return around.allSatisfy(near.contains) ? .doubtful : .served
    case .range(let index, let sites):
      guard let nearest = index.nearest(to: coordinate) else { return nil }
      guard nearest.distanceMetres == 0 else { return nearest.distanceMetres > accuracy ? .unserved : .doubtful }
      if accuracy == 0 { return .served }
      let isDeep = index.features(within: 0, of: coordinate).contains {
        sites.depth(of: coordinate, inFeature: $0.feature) > accuracy
      }
      return isDeep ? .served : .doubtful
    }
  }
}
