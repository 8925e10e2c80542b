import CPROJ
import Glibc

/// Distance from a point to a line segment on the WGS 84 ellipsoid. The segment is the geodesic between its ends.
public enum SegmentDistance {
  /// Up to this the local frame is exact to a tenth of a millimetre, in **metres**.
  static let farthestForFrameMetres = 50_000.0
  /// Up to this length a segment's chord, lifted to the surface, is the geodesic to a tenth of a millimetre, in **metres**.
  static let longestForFrameMetres = 20_000.0
  /// No distance given here is off by more than this, in **metres**, up to 200 km.
  static let errorMetres = 0.01

  /// The geodesic distance in **metres** from `point` to the segment from `start` to `end`.
  ///
  /// Within 1 cm up to 200 km. From segments of at most 20 km within 0.2 mm between 1 m and 50 km, and within 5 mm nearer,
  /// for the foot is sought on the chord. The order of the two ends does not change a bit of the result.
  public static func metres(from point: Coordinate, toSegment start: Coordinate, _ end: Coordinate) -> Double {
    let frame = LocalFrame(at: point)
    return metres(from: frame, EarthCentred(start), EarthCentred(end)) { (start, end) }
  }

  /// The same with everything at hand; `coordinates` is asked for only where the frame does not reach.
  @inline(__always)
  static func metres(
    from frame: LocalFrame, _ start: EarthCentred, _ end: EarthCentred,
    coordinates: () -> (start: Coordinate, end: Coordinate)
  ) -> Double {
    let isSwapped = precedes(end, start)
    let a = isSwapped ? end : start
    let b = isSwapped ? start : end
    let along = b - a
    let toStart = a - frame.origin
    let lengthSquared = along.lengthSquared
    let foot = lengthSquared > 0 ? max(0, min(1, -toStart.dot(along) / lengthSquared)) : 0
    var chord = toStart + along * foot
    if foot > 0, foot < 1 {
      chord = chord + Ellipsoid.rise(toSurfaceFrom: chord + frame.origin)
    } else if foot == 1 {
      // The very numbers of the vertex, so that two segments that share it are equally far.
      chord = b - frame.origin
    }
    let distance = frame.surfaceDistance(chord: chord)
    if distance <= farthestForFrameMetres, chord.lengthSquared <= 4 * farthestForFrameMetres * farthestForFrameMetres,
      lengthSquared <= longestForFrameMetres * longestForFrameMetres
    {
      return distance
    }
    let ends = coordinates()
    return isSwapped
      ? longDistance(from: frame.coordinate, ends.end, ends.start, foot: foot)
      : longDistance(from: frame.coordinate, ends.start, ends.end, foot: foot)
  }

  /// An order of points, so that a segment and its reverse are computed alike.
  @inline(__always)
  private static func precedes(_ a: EarthCentred, _ b: EarthCentred) -> Bool {
    a.x != b.x ? a.x < b.x : (a.y != b.y ? a.y < b.y : a.z < b.z)
  }

  /// The same by Karney's geodesics, for points or segments that the frame does not reach.
  ///
  /// The foot of the perpendicular is found by walking along the segment's geodesic: at each step the right spherical
  /// triangle between the place reached, the point and the foot says how far to go on (S. Baselga and
  /// J. C. Martínez-Llario, *Intersection and point-to-line solutions for geodesics on the ellipsoid*, 2018). Three
  /// steps are the rule.
  static func longDistance(from point: Coordinate, _ start: Coordinate, _ end: Coordinate, foot: Double) -> Double {
    let path = Geodesic.inverse(from: start, to: end)
    let toStart = Geodesic.distance(point, start)
    guard path.distanceMetres > 0 else { return toStart }
    var nearest = min(toStart, Geodesic.distance(point, end))
    var line = geod_geodesicline()
    geod_lineinit(
      &line, Geodesic.wgs84, start.latitude, start.longitude, path.initialAzimuthDegrees,
      UInt32(GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue | GEOD_AZIMUTH.rawValue | GEOD_DISTANCE_IN.rawValue))
    var position = foot * path.distanceMetres
    for _ in 0..<20 {
      var latitude = 0.0
      var longitude = 0.0
      var direction = 0.0
      geod_position(&line, position, &latitude, &longitude, &direction)
      let there = Geodesic.inverse(from: Coordinate(longitude: longitude, latitude: latitude), to: point)
      nearest = min(nearest, there.distanceMetres)
      let angle = there.distanceMetres / Ellipsoid.meanRadiusMetres
      let turn = (there.initialAzimuthDegrees - direction) * (Double.pi / 180)
      let step = Ellipsoid.meanRadiusMetres * atan2(sin(angle) * cos(turn), cos(angle))
      let next = max(0, min(path.distanceMetres, position + step))
      // A step off by δ lengthens the distance by δ²/2s only: 1 cm is far more than enough.
      if abs(next - position) < 0.01 { break }
      position = next
    }
    return nearest
  }
}
