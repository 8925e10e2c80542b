import CPROJ

/// Measures on the WGS 84 ellipsoid: shortest paths, lengths and areas.
///
/// Distances are those of C. F. F. Karney, *Algorithms for geodesics*, Journal of Geodesy 87 (2013) 43-55,
/// https://doi.org/10.1007/s00190-012-0578-z, as implemented in PROJ's `geodesic.h`: right to 15 nanometres for any two
/// points, antipodal ones included.
///
/// ```swift
/// let newYork = Coordinate(longitude: -73.8, latitude: 40.6)  // JFK
/// let london = Coordinate(longitude: -0.5, latitude: 51.6)  // LHR
/// Geodesic.distance(newYork, london)  // 5 551 759.4 metres
/// ```
///
/// Longitudes may lie outside ±180 **degrees**; latitudes outside ±90 and values that are not finite give NaN. All
/// functions are safe to call from any task.
public enum Geodesic {
  /// The shortest path between two positions.
  public struct Line: Hashable, Sendable {
    /// The length of the path, in **metres**.
    public var distanceMetres: Double
    /// The direction at the first position, in **degrees** clockwise from north, -180 to 180.
    public var initialAzimuthDegrees: Double
    /// The direction at the last position, still going forward, in **degrees** clockwise from north, -180 to 180.
    public var finalAzimuthDegrees: Double
  }

  /// Where a path of a given direction and length ends.
  public struct Destination: Hashable, Sendable {
    /// The end of the path.
    public var coordinate: Coordinate
    /// The direction at the end, still going forward, in **degrees** clockwise from north, -180 to 180.
    public var finalAzimuthDegrees: Double
  }

  /// WGS 84: equatorial radius 6 378 137 m, flattening 1/298.257223563 (EPSG:7030).
  ///
  /// Lives as long as the process, so that no call copies its 51 numbers. Unsafe only to the compiler: nothing writes to
  /// it once it is initialised, and `geodesic.h` takes it as a pointer to const.
  nonisolated(unsafe) static let wgs84: UnsafePointer<geod_geodesic> = {
    let ellipsoid = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
    ellipsoid.initialize(to: geod_geodesic())
    geod_init(ellipsoid, 6_378_137, 1 / 298.257_223_563)
    return UnsafePointer(ellipsoid)
  }()

  /// The length of the shortest path between two positions, in **metres**.
  ///
  /// The cheapest of the measures: azimuths are not computed.
  public static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    var metres = 0.0
    geod_inverse(wgs84, a.latitude, a.longitude, b.latitude, b.longitude, &metres, nil, nil)
    return metres
  }

  /// The shortest path between two positions: its length in **metres** and its direction at both ends.
  public static func inverse(from start: Coordinate, to end: Coordinate) -> Line {
    var line = Line(distanceMetres: 0, initialAzimuthDegrees: 0, finalAzimuthDegrees: 0)
    geod_inverse(
      wgs84, start.latitude, start.longitude, end.latitude, end.longitude,
      &line.distanceMetres, &line.initialAzimuthDegrees, &line.finalAzimuthDegrees)
    return line
  }

  /// Where one arrives from `start` after `distanceMetres` **metres** in the direction `azimuthDegrees`, **degrees**
  /// clockwise from north. A negative distance goes backwards. The longitude comes back between -180 and 180.
  public static func direct(
    from start: Coordinate, azimuthDegrees: Double, distanceMetres: Double
  ) -> Destination {
    var end = Destination(coordinate: Coordinate(longitude: 0, latitude: 0), finalAzimuthDegrees: 0)
    geod_direct(
      wgs84, start.latitude, start.longitude, azimuthDegrees, distanceMetres,
      &end.coordinate.latitude, &end.coordinate.longitude, &end.finalAzimuthDegrees)
    return end
  }

  /// The length of the geodesics that join consecutive positions, in **metres**; 0 for fewer than two.
  public static func length(of line: some Collection<Coordinate>) -> Double {
    guard var previous = line.first else { return 0 }
    var metres = 0.0
    for coordinate in line.dropFirst() {
      metres += distance(previous, coordinate)
      previous = coordinate
    }
    return metres
  }

  /// The area enclosed by a ring of geodesics in **square metres**, positive when it runs counter-clockwise, and its
  /// length in **metres**.
  ///
  /// The ring is closed whether or not its last position repeats the first. It may contain a pole. The area of a ring
  /// that crosses itself is the sum of its loops with their signs.
  public static func areaAndPerimeter(
    ofRing ring: some Collection<Coordinate>
  ) -> (squareMetres: Double, perimeterMetres: Double) {
    var polygon = geod_polygon()
    geod_polygon_init(&polygon, 0)
    for coordinate in ring {
      geod_polygon_addpoint(wgs84, &polygon, coordinate.latitude, coordinate.longitude)
    }
    var squareMetres = 0.0
    var perimeterMetres = 0.0
    geod_polygon_compute(wgs84, &polygon, 0, 1, &squareMetres, &perimeterMetres)
    return (squareMetres, perimeterMetres)
  }

  /// The area of the polygons of a feature, in **square metres**: shells less their holes, whichever way they run; 0 for
  /// a feature without polygons.
  public static func areaSquareMetres(ofFeature feature: Int, of column: GeometryColumn) -> Double {
    var squareMetres = 0.0
    for part in column.parts(ofFeature: feature) {
      let kind = column.partKinds[part]
      guard kind == .shell || kind == .hole else { continue }
      let ring = abs(areaAndPerimeter(ofRing: column.coordinates[column.coordinates(ofPart: part)]).squareMetres)
      squareMetres += kind == .shell ? ring : -ring
    }
    return squareMetres
  }

  /// The length of the lines of a feature, in **metres**; the rings of polygons do not count.
  public static func lengthMetres(ofLinesOfFeature feature: Int, of column: GeometryColumn) -> Double {
    var metres = 0.0
    for part in column.parts(ofFeature: feature) where column.partKinds[part] == .line {
      metres += length(of: column.coordinates[column.coordinates(ofPart: part)])
    }
    return metres
  }
}
