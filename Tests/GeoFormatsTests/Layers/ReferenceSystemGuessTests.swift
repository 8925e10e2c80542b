import Geospatial
import Testing

@testable import GeoFormats

@Suite struct ReferenceSystemGuessTests {
  /// Mường Tè (west), Hà Nội and Biên Hòa as a CSV in a plane, its numbers changed by `change`.
  private static func csv(
    _ places: [Coordinate], in definition: String, _ change: (Coordinate) -> Coordinate = { $0 }
  ) throws -> String {
    var planar = places
    try Transformation(from: .wgs84, to: CoordinateReferenceSystem(definition)).transform(&planar)
    return "code,x,y\n"
      + planar.map(change).enumerated().map { "\($0.offset),\($0.element.longitude),\($0.element.latitude)\n" }.joined()
  }

  private static let north = [
    Coordinate(longitude: 102.8, latitude: 22.38), Coordinate(longitude: 103.2, latitude: 21.9),
  ]
  private static let south = [
    Coordinate(longitude: 106.85, latitude: 10.95), Coordinate(longitude: 107.2, latitude: 10.9),
  ]

  private static func problem(_ text: String, crs: String) async -> String {
    do {
      _ = try await layer(text, ending: "csv", crs: crs)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("swapped", "EPSG:3405", "northing and easting seem to be swapped"),
    ("swapped", "EPSG:9205", "northing and easting seem to be swapped"),
    ("prefix 48", "EPSG:3405", "the eastings carry a zone prefix, 48, which EPSG:3405 does not have; take it away"),
    (
      "prefix 48, swapped", "EPSG:3405", "northing and easting seem to be swapped, and the eastings carry a zone prefix"
    ),
    ("no prefix", "EPSG:2044", "the eastings lack the zone prefix 18 of EPSG:2044"),
  ])
  func `wrong axes and prefixes are named`(fault: String, crs: String, expected: String) async throws {
    for places in [Self.north, Self.south] {
      let text = try Self.csv(places, in: crs) { place in
        var place = place
        if fault.hasPrefix("prefix 48") { place.longitude += 48_000_000 }
        if fault == "no prefix" { place.longitude -= 18_000_000 }
        return fault.hasSuffix("swapped") ? Coordinate(longitude: place.latitude, latitude: place.longitude) : place
      }
      let problem = await Self.problem(text, crs: crs)
      #expect(problem.contains("expected a place in Vietnam") || problem.contains("cannot be a place"))
      #expect(problem.contains(expected), "\(problem)")
    }
  }

  @Test func `a wrong zone is refused with the zones that fit`() async throws {
    // Lai Châu's own zone declared as one of the south: 5.5 degrees too far east.
    let text = try Self.csv(Self.north, in: "EPSG:9205")
    let problem = await Self.problem(text, crs: "EPSG:9218")
    #expect(problem.contains("expected a place in Vietnam; they fit"), "\(problem)")
    #expect(problem.contains("EPSG:9205 (VN-2000 / TM-3 103-00)"))
  }

  @Test(arguments: VietnameseZone.all.map { "EPSG:\($0.epsg)" } + ["EPSG:2044", "EPSG:2045", "EPSG:2093"])
  func `coordinates in their own system pass`(crs: String) async throws {
    // In the middle of the country, within 10 degrees of the area of every zone.
    let places = [Coordinate(longitude: 107, latitude: 16.5), Coordinate(longitude: 107.6, latitude: 16.2)]
    #expect(await Self.problem(try Self.csv(places, in: crs), crs: crs) == "none")
  }

  @Test(arguments: [
    Coordinate(longitude: 111.6, latitude: 16.5), Coordinate(longitude: 114.3, latitude: 11.4),
    Coordinate(longitude: 109.8, latitude: 9.5), Coordinate(longitude: 104.5, latitude: 20.3),
  ])
  func `islands, platforms and the border pass`(place: Coordinate) async throws {
    for crs in ["EPSG:3405", "EPSG:5899", "EPSG:9217"] {
      #expect(await Self.problem(try Self.csv([place], in: crs), crs: crs) == "none")
    }
  }

  @Test(arguments: [
    (
      "EPSG:9210", "VN-2000 / TM-3 105-45 (EPSG:9210) to WGS 84 by Inverse of Vietnam TM-3 105-45 + VN-2000 to WGS 84",
      true
    ),
    ("VN-2000 UTM 48N", "VN-2000 / UTM zone 48N (EPSG:3405) to WGS 84 by Inverse of UTM zone 48N + ", true),
    ("+proj=tmerc +lon_0=105.5 +k=0.9999 +x_0=500000 +ellps=bessel +units=m", "without datum shift", false),
  ])
  func `what was transformed is told, and warned of only when it is rough`(
    crs: String, expected: String, isInformation: Bool
  ) async throws {
    let layer = try await layer(try Self.csv(Self.south, in: crs), ending: "csv", crs: crs)
    let notice = try #require(layer.notices.first)
    #expect(notice.text.contains(expected), "\(notice.text)")
    #expect(notice.isInformation == isInformation)
    #expect(notice.isLoss == false)
    #expect(notice.text.contains("accuracy 1 m") == isInformation)
  }

  @Test func `the outline holds the country and not its neighbours`() {
    let inside = [
      Coordinate(longitude: 105.84, latitude: 21.03), Coordinate(longitude: 106.7, latitude: 10.78),
      Coordinate(longitude: 102.2, latitude: 22.4), Coordinate(longitude: 103.96, latitude: 10.2),
      Coordinate(longitude: 104.73, latitude: 8.6), Coordinate(longitude: 105.3, latitude: 23.36),
    ]
    let outside = [
      Coordinate(longitude: 102.6, latitude: 17.97), Coordinate(longitude: 100.5, latitude: 13.75),
      Coordinate(longitude: 108.3, latitude: 22.8), Coordinate(longitude: 106.5, latitude: 24),
      Coordinate(longitude: 110.3, latitude: 20),
    ]
    #expect(inside.allSatisfy(VietnamOutline.holds))
    #expect(!outside.contains(where: VietnamOutline.holds))
  }
}
