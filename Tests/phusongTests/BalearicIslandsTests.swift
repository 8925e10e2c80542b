import Foundation
import Geospatial
import Testing

/// The small complete set of the ITU: points of interest against cell sites, with the distances of ITU's own tool.
///
/// That tool measures on a sphere of 6,371.0 km and rounds to whole metres: its distances differ from those on the
/// ellipsoid by up to 0.35 percent here, 23.7 m in 10.3 km, and agree with the sphere to half a metre.
@Suite(
  .enabled(if: SharedData.isPresent, "needs the folder shared beside the package, or PHUSONG_SHARED that names it"))
struct BalearicIslandsTests {
  @Test func `the nearest site of every point of interest is as near as pyproj says`() throws {
    let project = try Self.analyzed.get()
    #expect(project.run.status == 0)
    let output = try Output(project)
    #expect(output.counts("signal") == [97, 3, 0])
    let (points, sites) = (try Self.points(), try Self.sites())
    #expect(output.byCode.count == 100)
    for (code, village) in output.byCode {
      let point = try #require(points[code])
      let nearest = try #require(sites.values.map { Geodesic.distance(point, $0) }.min())
      let distance = try #require(village["signal_distance_m"] as? Double)
      #expect(abs(distance - nearest) <= 0.05 + 1e-9)
      #expect(try #require(village["site_4g_distance_m"] as? Double) >= distance)
    }
    // No line of sight is shorter than the way to the nearest site.
    for pair in try Self.pairs() {
      let distance = try #require(output.byCode[pair.point]?["signal_distance_m"] as? Double)
      #expect(distance <= pair.metres * (1 + Self.sphereError) + 2)
    }
    try RFC7946.check(project.villages)
  }

  @Test(.enabled(if: Validators.ogrinfo != nil, "needs ogrinfo of GDAL"))
  func `GDAL reads the points of interest without a warning`() throws {
    try Self.analyzed.get().checkGDAL(features: 100)
  }

  @Test func `the distances of the ITU are those of a sphere, within 0_35 percent of the geodesic`() throws {
    let (points, sites) = (try Self.points(), try Self.sites())
    let pairs = try Self.pairs()
    #expect(pairs.count == 233)
    var countWithin2Metres = 0
    for pair in pairs {
      let (point, site) = (try #require(points[pair.point]), try #require(sites[pair.site]))
      #expect(abs(Self.sphericalDistance(point, site) - pair.metres) <= 0.51)
      let geodesic = Geodesic.distance(point, site)
      #expect(abs(geodesic - pair.metres) <= Self.sphereError * pair.metres + 0.51)
      if abs(geodesic - pair.metres) <= 2 { countWithin2Metres += 1 }
    }
    #expect(countWithin2Metres == 108)
  }

  /// The one run that several tests look at.
  private static let analyzed = Result { try AnalyzedProject("itu_balearic") }

  /// How far the sphere and the ellipsoid differ at this latitude, for the worst direction.
  private static let sphereError = 0.0035

  /// The distance in **metres** on the sphere of the mean radius of the earth, by the haversine formula.
  private static func sphericalDistance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radians = Double.pi / 180
    let (south, north) = (a.latitude * radians, b.latitude * radians)
    let (height, width) = (sin((north - south) / 2), sin((b.longitude - a.longitude) * radians / 2))
    return 2 * 6_371_008.8 * asin((height * height + cos(south) * cos(north) * width * width).squareRoot())
  }

  private static func points() throws -> [String: Coordinate] {
    try coordinates("points-of-interest.csv", key: "poi_id")
  }

  private static func sites() throws -> [String: Coordinate] { try coordinates("cell-sites.csv", key: "ict_id") }

  private static func coordinates(_ file: String, key: String) throws -> [String: Coordinate] {
    var coordinates: [String: Coordinate] = [:]
    for row in try rows(file) {
      let (longitude, latitude) = (Double(row["lon"] ?? ""), Double(row["lat"] ?? ""))
      coordinates[row[key] ?? ""] = Coordinate(
        longitude: try #require(longitude), latitude: try #require(latitude))
    }
    return coordinates
  }

  /// The lines of sight: all rows that have an order and a site.
  private static func pairs() throws -> [(point: String, site: String, metres: Double)] {
    try rows("visibility.csv").compactMap { row in
      guard let metres = Double(row["ground_distance"] ?? ""), row["order"]?.isEmpty == false,
        let point = row["poi_id"], let site = row["ict_id"]
      else { return nil }
      return (point, site, metres)
    }
  }

  /// The rows of a table; a comma stands inside quotes in WKT only.
  private static func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: "\(SharedData.folder)/data/itu-balearic/\(file)", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      var isQuoted = false
      return line.split(omittingEmptySubsequences: false) { character in
        if character == "\"" { isQuoted.toggle() }
        return character == "," && !isQuoted
      }.map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }
}
