import GeoFormats
import Geospatial
import Testing

@testable import Coverage

/// Spatial operators and distances on points, a line and squares whose answers are plain to see or published.
@Suite struct SpatialMeaningTests {
  private static let text = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [5, 5]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [10, 5]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [15, 5]}},
    {"type": "Feature", "properties": {}, "geometry": null},
    {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[5, 5], [15, 5]]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon",
    "coordinates": [[[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]]]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon",
    "coordinates": [[[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]]]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [179.5, 0]}},
    {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [-179.5, 0]}}
    ]}
    """
  private static let square = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))"

  private func truths(_ text: String) async throws -> String {
    try Features.truths(text, CQL2.Columns(try await Layers.read(Self.text)))
  }

  // Inside, on the border, outside, none, across, inside, beside, two far away.
  @Test(arguments: [
    ("S_INTERSECTS(geometry, \(square))", "TTF?TTTFF"), ("S_DISJOINT(geometry, \(square))", "FFT?FFFTT"),
    ("S_WITHIN(geometry, \(square))", "TFF?FTFFF"), ("S_CONTAINS(\(square), geometry)", "TFF?FTFFF"),
    ("S_TOUCHES(geometry, \(square))", "FTF?FFTFF"), ("S_CROSSES(geometry, \(square))", "FFF?TFFFF"),
    ("S_OVERLAPS(geometry, BBOX(3, 3, 12, 12))", "FFF?FTTFF"), ("S_EQUALS(geometry, BBOX(2, 2, 4, 4))", "FFF?FTFFF"),
    ("S_EQUALS(geometry, POINT(5 5))", "TFF?FFFFF"), ("S_INTERSECTS(geometry, BBOX(179, -1, -179, 1))", "FFF?FFFTT"),
    ("S_WITHIN(geometry, BBOX(179, -1, 180, 1))", "FFF?FFFTF"), ("NOT S_WITHIN(geom, \(square))", "FTT?TFTTT"),
    ("S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(5 5), LINESTRING(14 4, 16 6)))", "TFT?TFTFF"),
    ("S_INTERSECTS(geometry, geometry)", "TTT?TTTTT"), ("S_CONTAINS(geometry, POINT(3 3))", "FFF?FTFFF"),
    ("S_WITHIN(geometry, POLYGON((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4)))", "FFF?FTFFF"),
  ])
  func `relations are those of the plane of longitude and latitude`(text: String, expected: String) async throws {
    #expect(try await truths(text) == expected)
  }

  private func distances(_ geometry: String, within metres: ClosedRange<Double>) throws -> Bool {
    var columns = CQL2.Columns(count: 1)
    columns["x"] = .numbers([0])
    let text = "DISTANCE(\(geometry)) BETWEEN \(metres.lowerBound) AND \(metres.upperBound)"
    return try CQL2.Filter(text).bound(to: columns).mask() == [true]
  }

  @Test(arguments: [
    // A degree of the equator is 6378137 π / 180 m; a quadrant of the meridian 10,001,965.729 m (Karney 2013, table 2).
    ("POINT(0 0), POINT(1 0)", 111_319.4908, 0.001), ("POINT(0 0), POINT(0 90)", 10_001_965.729, 0.001),
    // JFK to LHR, the example of GeographicLib's GeodSolve.
    ("POINT(-73.8 40.6), POINT(-0.5 51.6)", 5_551_759.4, 0.1), ("POINT(179.5 0), POINT(-179.5 0)", 111_319.4908, 0.001),
    ("POINT(5 5), POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", 0, 0),
    ("POINT(1 0), LINESTRING(0 -1, 0 1)", 111_319.4908, 0.01),
    ("POINT(1 0), MULTIPOINT(5 0, 0 0, 9 9)", 111_319.4908, 0.001),
    ("LINESTRING(2 -1, 2 1), LINESTRING(1 0, 0 0)", 111_319.4908, 0.01),
    ("LINESTRING(0 0, 2 2), LINESTRING(0 2, 2 0)", 0, 0),
    ("BBOX(0, 0, 1, 1), BBOX(0.2, 0.2, 0.4, 0.4)", 0, 0), ("BBOX(0, -1, 1, 1), BBOX(2, -1, 3, 1)", 111_302.65, 0.2),
  ])
  func `distances are geodesic metres`(operands: String, metres: Double, error: Double) throws {
    #expect(try distances(operands, within: (metres - error)...(metres + error)))
    let swapped = try CQL2.Parser.parse("DISTANCE(\(operands)) < 1").children[0].children.map(\.description)
    #expect(try distances(swapped.reversed().joined(separator: ", "), within: (metres - error)...(metres + error)))
  }

  @Test func `a feature without geometry has no distance, area or length`() async throws {
    #expect(try await truths("DISTANCE(geometry, POINT(5 5)) < 2e6") == "TTT?TTTFF")
    #expect(try await truths("DISTANCE(geometry, POINT(5 5)) = 0") == "TFF?TFFFF")
    #expect(try await truths("AREA(geometry) > 1e10") == "FFF?FTTFF")
    #expect(try await truths("LENGTH(geometry) BETWEEN 1.1089e6 AND 1.1091e6") == "FFF?TFFFF")
    #expect(try await truths("geometry IS NULL") == "FFFTFFFFF")
  }

  /// The distance to a feature is that of the geodesic solver, wherever the two are.
  @Test(arguments: (1...5).map(UInt64.init))
  func `distances to points are those of the geodesic solver`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func place() -> (Double, Double) {
      (.random(in: -180...180, using: &random), .random(in: -90...90, using: &random))
    }
    let (centre, places) = (place(), (0..<50).map { _ in place() })
    let columns = CQL2.Columns(count: 50, geometries: Layers.points(places))
    let metres = places.map {
      Geodesic.distance(
        Coordinate(longitude: centre.0, latitude: centre.1), Coordinate(longitude: $0.0, latitude: $0.1))
    }
    for limit in metres.prefix(5) {
      let text = "DISTANCE(POINT(\(centre.0) \(centre.1)), geometry) <= \(limit)"
      #expect(try Features.matching(text, columns) == metres.indices.filter { metres[$0] <= limit })
    }
  }
}
