import Glibc

extension Geodesic {
  /// The line with places added until, drawn straight in longitude and latitude, it is nowhere farther than about
  /// `errorMetres` **metres** from the geodesics between its own positions.
  ///
  /// Most edges of a map are left alone after a handful of multiplications. Longitudes of what is added are between -180
  /// and 180 **degrees**.
  public static func densified(_ line: [Coordinate], errorMetres: Double) -> [Coordinate] {
    guard var last = line.first else { return [] }
    var result = [last]
    result.reserveCapacity(line.count)
    for next in line.dropFirst() {
      append(from: last, to: next, errorMetres: errorMetres, depth: 0, to: &result)
      last = next
    }
    return result
  }

  /// No edge is halved more often, which is enough for one of 1,000 km past a pole.
  private static let deepestHalving = 14

  private static func append(
    from start: Coordinate, to end: Coordinate, errorMetres: Double, depth: Int, to line: inout [Coordinate]
  ) {
    if depth == deepestHalving || bulgeMetres(from: start, to: end) <= errorMetres {
      line.append(end)
      return
    }
    let path = inverse(from: start, to: end)
    let middle = direct(
      from: start, azimuthDegrees: path.initialAzimuthDegrees, distanceMetres: path.distanceMetres / 2
    ).coordinate
    append(from: start, to: middle, errorMetres: errorMetres, depth: depth + 1, to: &line)
    append(from: middle, to: end, errorMetres: errorMetres, depth: depth + 1, to: &line)
  }

  /// How far the geodesic between two positions is from the straight line in longitude and latitude, in **metres**, to
  /// the second order.
  ///
  /// A geodesic turns off that line by `λ'² sin φ cos φ` north and `-2 λ' φ' tan φ` east (the equation of geodesics on the
  /// sphere); its sagitta is an eighth of that.
  private static func bulgeMetres(from start: Coordinate, to end: Coordinate) -> Double {
    let radians = Double.pi / 180
    let east = abs(remainder(end.longitude - start.longitude, 360)) * radians
    let north = abs(end.latitude - start.latitude) * radians
    let latitude = min(90, max(abs(start.latitude), abs(end.latitude))) * radians
    let sine = sin(latitude)
    return Ellipsoid.meanRadiusMetres / 8 * (east * east * sine * cos(latitude) + 2 * east * north * sine)
  }
}
