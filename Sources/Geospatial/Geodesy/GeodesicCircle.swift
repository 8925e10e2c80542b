import Glibc

/// Circles on the ellipsoid: the places at one geodesic distance from a centre.
///
/// ```swift
/// let ring = GeodesicCircle.ring(around: tower, radiusMetres: 3000, vertexCount: 64)
/// ```
///
/// Right in metres at any latitude, also around a pole and across the antimeridian, for every vertex is placed by Karney's
/// solution of the direct problem (see ``Geodesic``).
public enum GeodesicCircle {
  /// The closed ring of `vertexCount` places at `radiusMetres` **metres** from `centre`, counter-clockwise from the
  /// north; the first place stands again at the end.
  ///
  /// Longitudes are between -180 and 180 **degrees**, so the ring may jump there; ``GeometryColumn/unwrapPolygons()``
  /// makes it continuous.
  public static func ring(around centre: Coordinate, radiusMetres: Double, vertexCount: Int) -> [Coordinate] {
    var ring = (0..<max(3, vertexCount)).map { index in
      Geodesic.direct(
        from: centre, azimuthDegrees: -360 * Double(index) / Double(max(3, vertexCount)), distanceMetres: radiusMetres
      ).coordinate
    }
    ring.append(ring[0])
    return ring
  }

  /// How many vertices a ring needs so that its sides are nowhere more than `errorMetres` **metres** inside the circle: a
  /// multiple of 4, from 8 to 360.
  ///
  /// The middle of a side is `r (1 - cos(π / n))` inside, and curvature changes this for no radius on a map.
  public static func vertexCount(radiusMetres: Double, errorMetres: Double) -> Int {
    guard errorMetres < radiusMetres else { return 8 }
    let count = Double.pi / acos(1 - errorMetres / radiusMetres)
    return min(360, max(8, Int((count / 4).rounded(.up)) * 4))
  }
}
