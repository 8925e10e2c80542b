import Geospatial

/// Checks on a whole layer: is something in it, of one type, and in the right place.
public enum LayerChecks {
  /// The land, islands and near sea of Vietnam, Trường Sa included, in **degrees**.
  public static let vietnam = BoundingBox(west: 102, south: 6, east: 118, north: 24)

  /// Findings on a layer without features.
  ///
  /// - Parameter isFiltered: whether features were there that the project's filter left out.
  public static func emptiness(
    of geometries: GeometryColumn, layer: String, severity: QualitySeverity, isFiltered: Bool
  ) -> [QualityFinding] {
    guard geometries.count == 0 else { return [] }
    let why = isFiltered ? "no feature passes the layer's where" : "the layer has no features"
    return [QualityFinding(severity, .emptyLayer, layer: layer, "\(why); expected at least one")]
  }

  /// Findings on features without geometry, one for each.
  public static func missingGeometries(in geometries: GeometryColumn, layer: String) -> [QualityFinding] {
    (0..<geometries.count).filter { geometries.parts(ofFeature: $0).isEmpty }.map { feature in
      QualityFinding(
        .warning, .missingGeometry, layer: layer, feature: feature, "has no geometry, so it serves nobody")
    }
  }

  /// A finding when points, lines and polygons stand in one layer; a Multi geometry is of the type of its members.
  public static func mixedGeometries(in geometries: GeometryColumn, layer: String) -> [QualityFinding] {
    var counts = [(name: "Point", count: 0), (name: "LineString", count: 0), (name: "Polygon", count: 0)]
    var mixed = 0
    for feature in 0..<geometries.count {
      var types: Set<Int> = []
      for part in geometries.parts(ofFeature: feature) {
        switch geometries.partKinds[part] {
        case .point: types.insert(0)
        case .line: types.insert(1)
        case .shell, .hole: types.insert(2)
        }
      }
      if types.count > 1 { mixed += 1 }
      if types.count == 1, let type = types.first { counts[type].count += 1 }
    }
    var found = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }
    if mixed > 0 { found.append("\(mixed) GeometryCollection") }
    guard found.count > 1 else { return [] }
    return [
      QualityFinding(
        .note, .mixedGeometry, layer: layer,
        "has geometries of several types: \(found.joined(separator: ", ")); GIS programs expect one to a layer")
    ]
  }

  /// A finding when a layer lies elsewhere than the villages, which hints at another reference system.
  ///
  /// - Parameters:
  ///   - extent: the box around the layer, in **degrees**.
  ///   - villages: the box around the villages, in **degrees**; empty when it is not known.
  public static func place(of extent: BoundingBox, villages: BoundingBox, layer: String) -> [QualityFinding] {
    guard !extent.isEmpty, !villages.isEmpty else { return [] }
    let centre = Coordinate(longitude: (extent.west + extent.east) / 2, latitude: (extent.south + extent.north) / 2)
    if contains(vietnam, villages), !vietnam.intersects(extent) {
      return [
        QualityFinding(
          .warning, .crsDoubt, layer: layer,
          "lies at \(text(extent)), outside Vietnam, where the villages are; is its crs right?", at: centre)
      ]
    }
    guard !meets(extent, villages) else { return [] }
    return [
      QualityFinding(
        .warning, .crsDoubt, layer: layer,
        "lies at \(text(extent)) and the villages at \(text(villages)); expected them to meet; is its crs right?",
        at: centre)
    ]
  }

  /// Whether two boxes share a point, one of them perhaps once around the earth.
  private static func meets(_ a: BoundingBox, _ b: BoundingBox) -> Bool {
    [0.0, 360, -360].contains { turn in
      a.intersects(BoundingBox(west: b.west + turn, south: b.south, east: b.east + turn, north: b.north))
    }
  }

  private static func contains(_ outer: BoundingBox, _ inner: BoundingBox) -> Bool {
    outer.contains(Coordinate(longitude: inner.west, latitude: inner.south))
      && outer.contains(Coordinate(longitude: inner.east, latitude: inner.north))
  }

  private static func text(_ box: BoundingBox) -> String {
    "longitude \(Rounded.text(box.west, 2)) to \(Rounded.text(box.east, 2)), "
      + "latitude \(Rounded.text(box.south, 2)) to \(Rounded.text(box.north, 2))"
  }
}
