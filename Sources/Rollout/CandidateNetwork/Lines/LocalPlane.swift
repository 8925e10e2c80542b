import Geospatial
import Glibc

/// East and north of a point in **metres**, to find the nearest place of a line with; what is found is measured along the
/// ellipsoid afterwards.
///
/// Longitudes are scaled by the cosine of the middle latitude, so that distances are right to a few parts in a million at
/// 20 km.
struct LocalPlane {
  private let origin: Coordinate
  private let metresPerDegreeNorth: Double
  private let metresPerDegreeEast: Double
  /// How much less a degree of longitude is for each degree farther north, halved.
  private let lossPerDegreeNorth: Double

  init(at origin: Coordinate) {
    self.origin = origin
    let radians = Double.pi / 180
    let latitude = origin.latitude * radians
    let flattening = Ellipsoid.flattening
    let eccentricitySquared = flattening * (2 - flattening)
    let w = 1 - eccentricitySquared * sin(latitude) * sin(latitude)
    let primeVertical = Ellipsoid.equatorialRadiusMetres / w.squareRoot()
    metresPerDegreeNorth = primeVertical * (1 - eccentricitySquared) / w * radians
    metresPerDegreeEast = primeVertical * cos(latitude) * radians
    lossPerDegreeNorth = primeVertical * sin(latitude) * radians * radians / 2
  }

  /// How far east and north of the origin a position is, in **metres**.
  @inline(__always)
  func offset(of position: Coordinate) -> SIMD2<Double> {
    let north = position.latitude - origin.latitude
    var east = position.longitude - origin.longitude
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    return SIMD2(east * (metresPerDegreeEast - lossPerDegreeNorth * north), north * metresPerDegreeNorth)
  }

  /// The squared distance of a position, in **square metres**.
  @inline(__always)
  func squaredMetres(to position: Coordinate) -> Double {
    let offset = offset(of: position)
    return (offset * offset).sum()
  }
}
