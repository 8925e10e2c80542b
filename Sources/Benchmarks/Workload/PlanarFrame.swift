import Geospatial
import Randomness

/// The plane of longitude and latitude in which the workload is drawn. A benchmark needs no true shapes, so a kilometre is
/// the same part of a degree both ways.
enum PlanarFrame {
  /// A kilometre in **degrees**.
  static let degreesPerKilometre = 1 / 111.0

  /// The land that the workload lies in.
  static let vietnam = BoundingBox(west: 102.1, south: 8.5, east: 109.5, north: 23.4)

  /// The nearest position inside `box`.
  static func clamped(_ position: Coordinate, to box: BoundingBox = vietnam) -> Coordinate {
    Coordinate(
      longitude: min(max(position.longitude, box.west), box.east),
      latitude: min(max(position.latitude, box.south), box.north))
  }
}

/// A vector in the plane, in **degrees**, or a direction of length 1.
struct PlanarVector {
  var x: Double
  var y: Double

  /// A direction at an angle in **radians** from east.
  init(angle radians: Double) {
    x = Elementary.cosine(radians)
    y = Elementary.sine(radians)
  }

  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The vector turned counter-clockwise by an angle in **radians**.
  func turned(_ radians: Double) -> PlanarVector {
    let (sine, cosine) = (Elementary.sine(radians), Elementary.cosine(radians))
    return PlanarVector(x: x * cosine - y * sine, y: x * sine + y * cosine)
  }

  static func * (vector: PlanarVector, factor: Double) -> PlanarVector {
    PlanarVector(x: vector.x * factor, y: vector.y * factor)
  }

  static func + (position: Coordinate, vector: PlanarVector) -> Coordinate {
    Coordinate(longitude: position.longitude + vector.x, latitude: position.latitude + vector.y)
  }
}

extension SeededGenerator {
  /// A normal offset both ways with a spread in **kilometres**.
  mutating func offset(kilometres spread: Double) -> PlanarVector {
    let degrees = spread * PlanarFrame.degreesPerKilometre
    return PlanarVector(x: degrees * normal(), y: degrees * normal())
  }
}
