import Geospatial

/// Finds coordinates that cannot be degrees, and guesses what they are instead.
enum CoordinateCheck {
  /// The error for the first coordinate of `layer` that is not on earth; nil when all are.
  ///
  /// Longitudes may run past ±180 in a part that crosses the antimeridian, never in a point.
  static func firstError(in column: GeometryColumn) -> (feature: Int, problem: String)? {
    // Nearly always all is well, which one plain look at all coordinates shows.
    if column.coordinates.allSatisfy(\.isOnEarth) { return nil }
    for feature in 0..<column.count {
      for part in column.parts(ofFeature: feature) {
        let range = column.coordinates(ofPart: part)
        let isUnwrapped =
          column.partKinds[part] != .point && column.coordinates[range].contains(where: \.isOnEarth)
        for index in range {
          let coordinate = column.coordinates[index]
          if coordinate.isOnEarth { continue }
          if isUnwrapped, abs(coordinate.longitude) <= 360, abs(coordinate.latitude) <= 90 { continue }
          return (feature, problem(with: coordinate))
        }
      }
    }
    return nil
  }

  private static func problem(with coordinate: Coordinate) -> String {
    let (x, y) = (coordinate.longitude, coordinate.latitude)
    let found = "longitude \(x), latitude \(y)"
    let expected = "expected longitude -180 to 180 and latitude -90 to 90 in degrees"
    guard x.isFinite, y.isFinite else { return "\(found) is not a position; \(expected)" }
    if abs(y) > 90, abs(y) <= 180, abs(x) <= 90 {
      return "\(found) is out of range; \(expected); the two seem to be swapped"
    }
    if abs(x) > 1000 || abs(y) > 1000 {
      return "\(found) is out of range; \(expected); these look like metres: declare their crs\(gridGuess(x, y))"
    }
    return "\(found) is out of range; \(expected)"
  }

  /// Vietnamese grids for an easting and a northing that fit one.
  private static func gridGuess(_ x: Double, _ y: Double) -> String {
    let isGrid = { (easting: Double, northing: Double) in
      (100_000...900_000).contains(easting) && (900_000...2_650_000).contains(northing)
    }
    if isGrid(x, y) {
      return ", for example EPSG:3405 (VN-2000 / UTM zone 48N) or the province's TM-3 zone such as EPSG:9210"
    }
    if isGrid(y, x) { return "; northing seems to stand before easting" }
    if (1_000_000...2_650_000).contains(y), (48_000_000...49_999_999).contains(x) {
      return "; the easting carries a zone prefix, 48 or 49"
    }
    return ""
  }
}
