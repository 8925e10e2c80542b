import Geospatial

/// Finds coordinates that do not fit the reference system that is declared for them, and guesses what they are instead.
enum ReferenceSystemCheck {
  /// How far outside its area of use a system is still taken for the right one, in **degrees**. Vietnam's islands lie 7
  /// degrees east of the area that the register gives for VN-2000; swapped axes or a wrong unit miss by more than this.
  private static let toleranceDegrees = 10.0

  /// The error for coordinates that cannot be of `crs` by their size alone; nil when all may be.
  ///
  /// Degrees on earth as large as degrees may be; on a plane of metres not all of them within 360 of the origin.
  static func firstError(
    in column: GeometryColumn, declared crs: CoordinateReferenceSystem
  ) -> (feature: Int, problem: String)? {
    switch crs.kind {
    case .geographic:
      return CoordinateCheck.firstError(in: column).map { ($0.feature, "\($0.problem) (declared: \(crs.label))") }
    case .projected:
      guard let first = column.coordinates.first, column.coordinates.allSatisfy(looksLikeDegrees) else { return nil }
      let feature = (0..<column.count).first { !column.coordinates(ofFeature: $0).isEmpty } ?? 0
      return (
        feature,
        "\(position(first, crs)) does not fit \(crs); expected metres; these look like degrees: "
          + "declare crs EPSG:4326 for WGS 84, or EPSG:4756 for VN-2000"
      )
    case .other: return nil
    }
  }

  /// The error for the first coordinate that comes out far from where `crs` may be used; nil when all are near.
  static func firstError(
    in column: GeometryColumn, transformedFrom originals: GeometryColumn, of crs: CoordinateReferenceSystem
  ) -> (feature: Int, problem: String)? {
    if let found = firstErrorInVietnam(column, originals, crs) { return found }
    guard let area = crs.areaOfUse, let index = column.coordinates.firstIndex(where: { !isNear(area.box, $0) }) else {
      return nil
    }
    let feature = (0..<column.count).first { column.coordinates(ofFeature: $0).contains(index) } ?? 0
    let (result, original) = (column.coordinates[index], originals.coordinates[index])
    var problem =
      "\(position(original, crs)) by \(crs) is longitude \(rounded(result.longitude)), latitude \(rounded(result.latitude)); "
      + "expected a place in \(text(area.box))"
    var swapped = [Coordinate(longitude: original.latitude, latitude: original.longitude)]
    let isSwapped = (try? Transformation(from: crs).transform(&swapped)) != nil && isNear(area.box, swapped[0])
    problem += isSwapped ? "; the two seem to be swapped" : "; is it another crs?"
    return (feature, problem)
  }

  /// The error for coordinates of a Vietnamese plane none of which comes out in Vietnam, where a guess would bring all of
  /// them there; nil when one does, when no guess fits, and for places out at sea, where islands and cables are, unless
  /// the axes or the prefix are wrong.
  private static func firstErrorInVietnam(
    _ column: GeometryColumn, _ originals: GeometryColumn, _ crs: CoordinateReferenceSystem
  ) -> (feature: Int, problem: String)? {
    guard ReferenceSystemGuess.isVietnamesePlane(crs), let original = originals.coordinates.first,
      let result = column.coordinates.first, !column.coordinates.contains(where: VietnamOutline.holds),
      !column.coordinates.contains(where: VietnamOutline.isFarOut) || looksSwapped(original),
      let guess = ReferenceSystemGuess.guess(originals.coordinates, declared: crs)
    else { return nil }
    let feature = (0..<column.count).first { !column.coordinates(ofFeature: $0).isEmpty } ?? 0
    return (
      feature,
      "\(position(original, crs)) by \(crs) is longitude \(rounded(result.longitude)), latitude "
        + "\(rounded(result.latitude)); expected a place in Vietnam; \(guess)"
    )
  }

  /// The error for a coordinate that cannot be transformed at all.
  static func problem(untransformed original: Coordinate, in column: GeometryColumn, of crs: CoordinateReferenceSystem)
    -> String?
  {
    guard ReferenceSystemGuess.isVietnamesePlane(crs) else { return nil }
    return ReferenceSystemGuess.guess(column.coordinates, declared: crs).map {
      "\(position(original, crs)) cannot be a place by \(crs); \($0)"
    }
  }

  /// Whether an easting is so large, and a northing so small, that they can only be the other way round.
  private static func looksSwapped(_ coordinate: Coordinate) -> Bool {
    coordinate.longitude > 900_000 && coordinate.latitude < 900_000
  }

  private static func looksLikeDegrees(_ coordinate: Coordinate) -> Bool {
    abs(coordinate.longitude) <= 360 && abs(coordinate.latitude) <= 90
  }

  /// Boxes across the antimeridian run past 180.
  private static func isNear(_ box: BoundingBox, _ coordinate: Coordinate) -> Bool {
    let isNearLongitude = [0.0, 360, -360].contains { turn in
      let longitude = coordinate.longitude + turn
      return longitude >= box.west - toleranceDegrees && longitude <= box.east + toleranceDegrees
    }
    return isNearLongitude && coordinate.latitude >= box.south - toleranceDegrees
      && coordinate.latitude <= box.north + toleranceDegrees
  }

  private static func position(_ coordinate: Coordinate, _ crs: CoordinateReferenceSystem) -> String {
    let (x, y) = crs.kind == .geographic ? ("longitude", "latitude") : ("easting", "northing")
    return "\(x) \(coordinate.longitude), \(y) \(coordinate.latitude)"
  }

  private static func text(_ box: BoundingBox) -> String {
    "longitude \(rounded(box.west)) to \(rounded(box.east)), latitude \(rounded(box.south)) to \(rounded(box.north))"
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }
}
