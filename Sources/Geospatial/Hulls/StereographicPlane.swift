/// The sphere of the normals of the ellipsoid, seen from the point opposite to a centre on the plane that touches it there.
///
/// Circles of the sphere are circles of the plane, so the Delaunay triangles of the plane are those of the sphere, whether
/// or not a pole or the antimeridian lies among them.
struct StereographicPlane {
  private let centre: EarthCentred
  private let east: EarthCentred
  private let north: EarthCentred

  /// The plane that touches the sphere in the middle of `coordinates`.
  init(around coordinates: [Coordinate]) {
    let sum = coordinates.reduce(EarthCentred(x: 0, y: 0, z: 0)) { $0 + Self.normal($1) }
    let length = sum.lengthSquared.squareRoot()
    centre = length > 0 ? sum * (1 / length) : EarthCentred(x: 1, y: 0, z: 0)
    let level = (centre.x * centre.x + centre.y * centre.y).squareRoot()
    east =
      level > 0
      ? EarthCentred(x: -centre.y / level, y: centre.x / level, z: 0) : EarthCentred(x: 0, y: 1, z: 0)
    north = EarthCentred(
      x: -centre.z * east.y, y: centre.z * east.x, z: centre.x * east.y - centre.y * east.x)
  }

  /// Where a coordinate lies, in about **metres** east and north of the centre (scaled up by less than a thousandth up to
  /// 400 km away); nil for the point opposite to it.
  func place(_ coordinate: Coordinate) -> Coordinate? {
    let normal = Self.normal(coordinate)
    let depth = 1 + normal.dot(centre)
    guard depth > 1e-9 else { return nil }
    let scale = 2 * Ellipsoid.meanRadiusMetres / depth
    return Coordinate(longitude: normal.dot(east) * scale, latitude: normal.dot(north) * scale)
  }

  private static func normal(_ coordinate: Coordinate) -> EarthCentred {
    let angles = SineAndCosine(coordinate)
    return EarthCentred(
      x: angles.cosine.y * angles.cosine.x, y: angles.cosine.y * angles.sine.x, z: angles.sine.y)
  }
}
