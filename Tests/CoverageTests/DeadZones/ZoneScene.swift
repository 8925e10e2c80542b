import GeoFormats
import Geospatial

@testable import Coverage

/// Villages and what serves them, made from a seed, and their zones.
struct ZoneScene {
  let villages: Villages
  var column: ServiceColumn
  let sources: [ServiceSource]

  /// Villages at these places, with codes from 1, one at NaN without a position; statuses by the overlay over `sources`.
  init(_ places: [Coordinate], people: [String]? = nil, sources: [ServiceSource]) async throws {
    let rows = places.enumerated().map { index, place in
      (place.longitude.isNaN ? "," : "\(place.longitude),\(place.latitude)")
        + ",\(index + 1),\(people?[index] ?? "100"),20"
    }
    villages = try Villages(
      await Layers.table("lon,lat,code,people,homes\n" + rows.joined(separator: "\n") + "\n"),
      fields: VillagesTests.fields)
    column = try await Overlay(services: [.signal: sources], measures: [], threads: 2)
      .assess(villages.coordinates)[.signal]
    self.sources = sources
  }

  /// A scene in which polygons, ranges and lines serve a part of the villages.
  static func random(around centre: Coordinate, seed: UInt64, radiusMetres: Double = 30_000) async throws -> ZoneScene {
    var random = SeededRandom(seed: seed)
    func place(_ metres: Double) -> Coordinate {
      Geodesic.direct(
        from: centre, azimuthDegrees: .random(in: -180...180, using: &random),
        distanceMetres: metres * Double.random(in: 0...1, using: &random).squareRoot()
      ).coordinate
    }
    func around(_ centre: Coordinate, _ metres: Double, _ azimuth: Double) -> Coordinate {
      Geodesic.direct(from: centre, azimuthDegrees: azimuth, distanceMetres: metres).coordinate
    }
    var (areas, lines, towers) = (GeometryColumn(), GeometryColumn(), GeometryColumn())
    for _ in 0..<6 {
      let middle = place(radiusMetres)
      let radius = Double.random(in: 1500...6000, using: &random)
      for corner in 0...8 { areas.append(around(middle, radius, 180 - Double(corner % 8) * 45)) }
      areas.closePart(.shell)
      areas.closeFeature()
    }
    areas.unwrapPolygons()
    for _ in 0..<5 {
      var end = place(radiusMetres)
      for _ in 0..<4 {
        lines.append(end)
        end = around(end, .random(in: 1000...9000, using: &random), .random(in: -180...180, using: &random))
      }
      lines.closePart(.line)
      lines.closeFeature()
    }
    for _ in 0..<8 {
      towers.append(place(radiusMetres))
      towers.closePart(.point)
      towers.closeFeature()
    }
    let sources = [
      ServiceSource(kind: .inside, geometries: areas),
      ServiceSource(kind: .within(metres: 800), geometries: lines),
      ServiceSource(kind: .range(field: nil, metres: 2500), geometries: towers),
    ]
    return try await ZoneScene((0..<110).map { _ in place(radiusMetres) }, sources: sources)
  }

  func zones(
    _ settings: DeadZoneSettings = DeadZoneSettings(), scores: [Double]? = nil, earlier: [EarlierZone] = [],
    threads: Int = 2
  ) async throws -> DeadZones {
    try await DeadZones.find(
      .signal, villages: villages, column: column, sources: sources, scores: scores, settings: settings,
      earlier: earlier, threads: threads)
  }
}
