import Geospatial

/// Asks a network of lines, points and areas how near it is, and where.
struct NetworkReach {
  private let parts: GeometryColumn
  private let lattice: Lattice
  private let segments: SegmentIndex
  private let areas: PolygonIndex?

  /// The network of all parts of the features. O(n), but for the indexes.
  init(_ column: GeometryColumn) {
    var parts = GeometryColumn()
    var hasAreas = false
    for part in column.partKinds.indices {
      let range = column.coordinates(ofPart: part)
      if range.isEmpty { continue }
      hasAreas = hasAreas || column.partKinds[part] == .shell
      parts.coordinates.append(contentsOf: column.coordinates[range])
      parts.closePart(column.partKinds[part] == .point ? .point : .line)
      parts.closeFeature()
    }
    lattice = Lattice(around: parts.coordinates)
    segments = SegmentIndex(parts)
    areas = hasAreas ? PolygonIndex(column) : nil
    self.parts = parts
  }

  /// The nearest place within a limit and how far it is, in **metres**: 0 within an area.
  func nearest(to point: Coordinate, within limitMetres: Double) -> (place: Coordinate, metres: Double)? {
    if let areas, areas.lowestFeature(containing: point) != nil { return (point, 0) }
    guard let neighbour = segments.nearest(to: point, within: limitMetres) else { return nil }
    let line = parts.coordinates[parts.coordinates(ofFeature: neighbour.feature)]
    return (NearestPlace(on: line, to: point, lattice: lattice).position, neighbour.distanceMetres)
  }
}
