/// East, north and up at a point of the ellipsoid, with the curvatures there.
///
/// It turns straight lines through the earth into geodesic distances: the part of a chord that is level at the point,
/// corrected for the curvature of the surface in its direction (Euler's formula), is the geodesic distance to within
/// **0.1 mm** up to 50 km, for the first neglected term is `e² s⁴ / 8R³` (0.02 mm at 50 km).
struct LocalFrame {
  /// Where the frame stands.
  let coordinate: Coordinate
  /// The same point, earth-centred.
  let origin: EarthCentred
  private let east: EarthCentred
  private let north: EarthCentred
  /// One over the radius of curvature along the meridian and across it, per **metre**.
  private let meridianCurvature: Double
  private let primeVerticalCurvature: Double

  @inline(__always)
  init(at coordinate: Coordinate) {
    self.coordinate = coordinate
    let angles = SineAndCosine(coordinate)
    let (sineOfLatitude, cosineOfLatitude) = (angles.sine.y, angles.cosine.y)
    origin = EarthCentred(angles)
    east = EarthCentred(x: -angles.sine.x, y: angles.cosine.x, z: 0)
    north = EarthCentred(
      x: -sineOfLatitude * angles.cosine.x, y: -sineOfLatitude * angles.sine.x, z: cosineOfLatitude)
    let e2 = Ellipsoid.eccentricitySquared
    let w2 = 1 - e2 * sineOfLatitude * sineOfLatitude
    let w = w2.squareRoot()
    primeVerticalCurvature = w / Ellipsoid.equatorialRadiusMetres
    meridianCurvature = w * w2 / (Ellipsoid.equatorialRadiusMetres * (1 - e2))
  }

  /// The geodesic distance in **metres** from the origin to a point near the surface, `chord` away from the origin.
  ///
  /// What of the chord is vertical does not count, so the point may lie a little below the surface. Exact as the type
  /// says up to 50 km; beyond, too small.
  @inline(__always)
  func surfaceDistance(chord: EarthCentred) -> Double {
    let e = chord.x * east.x + chord.y * east.y
    let n = chord.dot(north)
    let levelSquared = e * e + n * n
    guard levelSquared > 0 else { return 0 }
    // (curvature × level)², with Euler's curvature in the direction of the chord.
    let bend = (n * n * meridianCurvature + e * e * primeVerticalCurvature)
    let bendSquared = bend * bend / levelSquared
    // arcsin(u)/u = 1 + u²/6 + 3u⁴/40 + …
    return levelSquared.squareRoot() * (1 + bendSquared * (1 / 6.0 + bendSquared * (3 / 40.0)))
  }
}
