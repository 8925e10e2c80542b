import Geospatial

/// Polygons that no new cable may cross. Lines that only touch a border, or run along it, are allowed: an area counts from
/// two centimetres inside its border, so that the rounding of a line that follows the border does not close it.
///
/// Lines are straight in longitude and latitude here. Belongs to one task, like everything of GEOS.
final class ForbiddenAreas {
  /// How far inside its border an area begins, in **degrees**: two units of the lattice.
  private static let borderDegrees = 2 / Lattice.unitsPerDegree

  private let areas: [(feature: Int, box: BoundingBox, geometry: PreparedGeometry)]
  private let index: BoxIndex
  private let points: PolygonIndex
  private let context: GEOSContext

  /// Prepares the polygons of a layer; other parts are passed over, invalid polygons are repaired.
  ///
  /// Throws `CandidateNetworkError.unusableForbiddenArea` for a polygon that GEOS cannot use.
  init(_ column: GeometryColumn) throws {
    context = try GEOSContext()
    var column = column
    column.unwrapPolygons()
    var areas: [(Int, BoundingBox, PreparedGeometry)] = []
    for feature in 0..<column.count {
      for parts in column.polygons(ofFeature: feature) {
        var polygon = GeometryColumn()
        polygon.appendFeature(ofParts: parts, of: column)
        do {
          var geometry = try GEOSGeometry(feature: 0, of: polygon, in: context)
          if try geometry.validity() != .valid { geometry = try geometry.madeValid() }
          geometry = try geometry.buffer(distanceInCoordinateUnits: -Self.borderDegrees)
          if try geometry.isEmpty() { continue }
          areas.append((feature, polygon.boundingBox, try PreparedGeometry(geometry)))
        } catch let error as GEOSError {
          throw CandidateNetworkError.unusableForbiddenArea(feature: feature, reason: error.message)
        }
      }
    }
    self.areas = areas
    index = BoxIndex(areas.map { $0.1 })
    points = PolygonIndex(column)
  }

  /// The lowest area that holds a point in its inside or on its border; nil when none does.
  func area(containing point: Coordinate) -> Int? { points.lowestFeature(containing: point) }

  /// Whether a line passes through the inside of an area.
  func cross(_ line: some Collection<Coordinate>) throws -> Bool {
    guard !areas.isEmpty, let first = line.first else { return false }
    // Across the antimeridian the line goes on past 180 degrees.
    func continued(_ position: Coordinate) -> Coordinate {
      let turn = 360 * ((position.longitude - first.longitude) / 360).rounded()
      return Coordinate(longitude: position.longitude - turn, latitude: position.latitude)
    }
    var box = BoundingBox.empty
    for position in line { box.include(continued(position)) }
    let near = index.boxes(meeting: box)
    if near.isEmpty { return false }
    var column = GeometryColumn()
    for position in line { column.append(continued(position)) }
    column.closePart(.line)
    column.closeFeature()
    for place in near {
      let area = areas[place]
      for turn in [0.0, 360, -360] {
        let turned = BoundingBox(
          west: box.west + turn, south: box.south, east: box.east + turn, north: box.north)
        guard turned.intersects(area.box) else { continue }
        var shifted = column
        for index in shifted.coordinates.indices { shifted.coordinates[index].longitude += turn }
        let geometry = try GEOSGeometry(feature: 0, of: shifted, in: context)
        if try area.geometry.intersects(geometry) { return true }
      }
    }
    return false
  }
}
