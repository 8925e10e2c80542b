/// The WGS 84 ellipsoid (NIMA TR8350.2).
public enum Ellipsoid {
  /// The equatorial radius, in **metres**.
  public static let equatorialRadiusMetres = 6_378_137.0
  /// The flattening.
  public static let flattening = 1 / 298.257_223_563
  /// The square of the first eccentricity.
  static let eccentricitySquared = flattening * (2 - flattening)
  /// Smaller than every radius of curvature of the ellipsoid, in **metres**; the least is 6,335,439 at the equator.
  static let leastRadiusOfCurvatureMetres = 6_335_000.0
  /// The mean radius, in **metres**, for terms where half a per cent does not matter.
  static let meanRadiusMetres = 6_371_008.8
}
