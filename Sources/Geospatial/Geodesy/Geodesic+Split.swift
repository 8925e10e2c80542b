extension Geodesic {
  /// The line without repeated positions, its segments split into equal parts of at most `longestMetres` **metres** along
  /// their geodesics.
  ///
  /// Longitudes of what is added are between -180 and 180 **degrees**.
  public static func split(_ line: some Collection<Coordinate>, longestMetres: Double) -> [Coordinate] {
    guard var last = line.first else { return [] }
    var result = [last]
    result.reserveCapacity(line.count)
    // No segment is longer than its degrees of latitude and of longitude together, of which each has at most 111.7 km.
    let certainlyShortDegrees = longestMetres / 111_700
    for next in line.dropFirst() where next != last {
      if abs(next.longitude - last.longitude) + abs(next.latitude - last.latitude) > certainlyShortDegrees {
        appendPlaces(between: last, next, longestMetres, to: &result)
      }
      result.append(next)
      last = next
    }
    return result
  }

  private static func appendPlaces(
    between start: Coordinate, _ end: Coordinate, _ longestMetres: Double, to line: inout [Coordinate]
  ) {
    let path = inverse(from: start, to: end)
    let count = Int((path.distanceMetres / longestMetres).rounded(.up))
    for part in 1..<max(1, count) {
      line.append(
        direct(
          from: start, azimuthDegrees: path.initialAzimuthDegrees,
          distanceMetres: path.distanceMetres * Double(part) / Double(count)
        ).coordinate)
    }
  }
}
