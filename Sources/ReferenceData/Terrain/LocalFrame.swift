import Geospatial
import Randomness

/// Metres east and north of an origin.
struct Offset: Hashable {
  /// **Metres** east.
  var east: Double
  /// **Metres** north.
  var north: Double

  /// The length in **metres**.
  var metres: Double { (east * east + north * north).squareRoot() }

  static func + (a: Offset, b: Offset) -> Offset { Offset(east: a.east + b.east, north: a.north + b.north) }
  static func - (a: Offset, b: Offset) -> Offset { Offset(east: a.east - b.east, north: a.north - b.north) }
  static func * (a: Offset, factor: Double) -> Offset { Offset(east: a.east * factor, north: a.north * factor) }
  static func dot(_ a: Offset, _ b: Offset) -> Double { a.east * b.east + a.north * b.north }

  /// The same length, turned counter-clockwise by an angle in **radians**.
  func turned(_ radians: Double) -> Offset {
    let cosine = Elementary.cosine(radians)
    let sine = Elementary.sine(radians)
    return Offset(east: east * cosine - north * sine, north: east * sine + north * cosine)
  }

  /// The direction with length 1; east for the zero offset.
  var unit: Offset { metres > 0 ? self * (1 / metres) : Offset(east: 1, north: 0) }
}

/// The plane that touches WGS 84 at an origin, scaled by the ellipsoid's radii of curvature there.
///
/// Within 1 km of the origin its distances differ from geodesic ones by some centimetres, within 40 km by a few tens
/// of metres; `Margins` keeps every village ten metres and more away from a threshold.
struct LocalFrame {
  let origin: Coordinate
  /// **Metres** to a degree of longitude.
  let metresPerDegreeEast: Double
  /// **Metres** to a degree of latitude.
  let metresPerDegreeNorth: Double

  /// Semi-major axis of WGS 84 in **metres** and the square of its first eccentricity (NGA.STND.0036, table 3.1).
  private static let semiMajorAxisMetres = 6_378_137.0
  private static let eccentricitySquared = 0.006_694_379_990_141_3

  init(at origin: Coordinate) {
    self.origin = origin
    let latitude = origin.latitude * Elementary.pi / 180
    let sine = Elementary.sine(latitude)
    let root = (1 - Self.eccentricitySquared * sine * sine).squareRoot()
    let primeVerticalMetres = Self.semiMajorAxisMetres / root
    let meridionalMetres = primeVerticalMetres * (1 - Self.eccentricitySquared) / (root * root)
    metresPerDegreeEast = primeVerticalMetres * Elementary.cosine(latitude) * Elementary.pi / 180
    metresPerDegreeNorth = meridionalMetres * Elementary.pi / 180
  }

  /// Where a position lies in the plane.
  func offset(of position: Coordinate) -> Offset {
    Offset(
      east: (position.longitude - origin.longitude) * metresPerDegreeEast,
      north: (position.latitude - origin.latitude) * metresPerDegreeNorth)
  }

  /// The position of a place in the plane, rounded as it will be written.
  func position(of offset: Offset) -> Coordinate {
    Coordinate(
      longitude: origin.longitude + offset.east / metresPerDegreeEast,
      latitude: origin.latitude + offset.north / metresPerDegreeNorth
    ).rounded
  }

  /// **Metres** from the origin to the nearest point of a segment.
  func metresToSegment(_ start: Coordinate, _ end: Coordinate) -> Double {
    let a = offset(of: start)
    let span = offset(of: end) - a
    let square = Offset.dot(span, span)
    guard square > 0 else { return a.metres }
    let along = min(1, max(0, -Offset.dot(a, span) / square))
    return (a + span * along).metres
  }

  /// **Metres** between two positions a few kilometres apart.
  static func metres(_ a: Coordinate, _ b: Coordinate) -> Double {
    let middle = Coordinate(longitude: a.longitude, latitude: (a.latitude + b.latitude) / 2)
    let frame = LocalFrame(at: middle)
    return (frame.offset(of: b) - frame.offset(of: a)).metres
  }
}

extension Coordinate {
  /// Steps to a degree in the written files: six decimals, about 0.1 m.
  static let stepsPerDegree = 1_000_000.0

  /// The position as it is written. Every decision of the model is taken on rounded positions.
  var rounded: Coordinate {
    Coordinate(
      longitude: (longitude * Self.stepsPerDegree).rounded() / Self.stepsPerDegree,
      latitude: (latitude * Self.stepsPerDegree).rounded() / Self.stepsPerDegree)
  }
}
