import Coverage
import GeoFormats
import Geospatial
import Testing

/// Checks on lines and polygons.
@Suite struct ShapeChecksTests {
  private let limits = QualityLimits()

  @Test func `a line of no length and one that crosses itself are told with their places`() {
    let column = QualityLayers.lines(
      [(105, 21), (105.1, 21)], [(105, 21), (105, 21)], [(105, 21), (105.2, 21.2), (105.2, 21), (105, 21.2)])
    let findings = LineChecks.findings(in: column, layer: "l")
    #expect(findings.kinds == ["zero-length-line 1", "self-crossing-line 2"])
    #expect(findings[0].coordinate == Coordinate(longitude: 105, latitude: 21))
    #expect(findings[1].message == "is a line that crosses or touches itself at (105.1, 21.1)")
    #expect(findings.allSatisfy { $0.severity == .warning && $0.layer == "l" })
  }

  @Test func `an invalid polygon is told with the reason and place of GEOS`() async throws {
    var column = Layers.column([
      [(.shell, Layers.square(105, 21, 1))],
      [(.shell, [(104, 20), (106, 22), (106, 20), (104, 22), (104, 20)])],
      [(.shell, [(104, 20), (105, 21), (106, 22), (104, 20)])],
    ])
    let findings = LineChecks.findings(on: try await PolygonRepair.repair(&column), layer: "p")
    #expect(findings.map(\.feature) == [1, 2])
    #expect(findings.map(\.severity) == [.warning, .error])
    #expect(findings[0].message == "Self-intersection at (105.0, 21.0); an analysis repairs it")
    #expect(findings[0].coordinate == Coordinate(longitude: 105, latitude: 21))
  }

  /// 0.00001 degrees of longitude are 1.04 m at 21 degrees north.
  @Test(arguments: [
    (0.00001, true), (0.000045, true), (0.00005, false), (0.000_000_05, false), (0.0, false),
  ])
  func `a line end dangles between one centimetre and five metres from another line`(gap: Double, dangles: Bool) throws
  {
    let column = QualityLayers.lines([(105, 21), (105, 21.1)], [(105 + gap, 21.05), (105.05, 21.05)])
    let findings = NetworkChecks.findings(in: column, layer: "l", limits: limits).filter { $0.kind == .danglingEnd }
    #expect(findings.map(\.feature) == (dangles ? [1] : []))
    guard dangles else { return }
    let metres = try #require(findings[0].distanceMetres)
    #expect(abs(metres - gap * 103_930) < 0.05)
    #expect(findings[0].other == 0)
    #expect(findings[0].coordinate == Coordinate(longitude: 105 + gap, latitude: 21.05))
  }

  @Test func `an end that GIS snapped to the middle of a long segment meets it, a metre from the geodesic`() {
    let column = QualityLayers.lines([(105, 21), (105.1, 21)], [(105.05, 21), (105.05, 21.1)])
    let end = Coordinate(longitude: 105.05, latitude: 21)
    #expect(SegmentIndex(column) { $0 == 0 }.nearest(to: end)?.distanceMetres ?? 0 > 0.8)
    #expect(NetworkChecks.findings(in: column, layer: "l", limits: limits).isEmpty)
  }

  @Test func `the snapping distance is the caller's`() {
    var wide = QualityLimits()
    wide.snapMetres = 200
    let column = QualityLayers.lines([(105, 21), (105.1, 21)], [(105.05, 21.001), (105.05, 21.1)])
    #expect(NetworkChecks.findings(in: column, layer: "l", limits: limits).kinds == ["disconnected-network 0"])
    #expect(
      NetworkChecks.findings(in: column, layer: "l", limits: wide).kinds == [
        "dangling-end 1", "disconnected-network 0",
      ])
  }

  @Test func `lines that share a vertex or end on each other are one network, whatever hangs apart is told`() {
    let column = QualityLayers.lines(
      [(105, 21), (105.1, 21), (105.2, 21)], [(105.1, 21), (105.1, 21.1)], [(105.15, 21), (105.15, 20.9)],
      [(107, 21), (107.01, 21)], [(107.01, 21), (107.01, 21.01)], [(108, 21), (108.001, 21)])
    let findings = NetworkChecks.findings(in: column, layer: "l", limits: limits)
    #expect(findings.kinds == ["disconnected-network 3", "disconnected-network 5"])
    #expect(
      findings[0].message == "2 lines of 2.147 km not joined to the greatest network of the layer, one of 3")
    #expect(findings[1].message.hasPrefix("1 line of 0.104 km"))
  }

  @Test func `a layer without lines has no network`() {
    let column = Layers.points([(105, 21), (106, 21)])
    #expect(NetworkChecks.findings(in: column, layer: "p", limits: limits).isEmpty)
  }

  private static func polygon(_ properties: String, _ west: Double, _ south: Double, _ side: Double) -> String {
    let ring = Layers.square(west, south, side).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return QualityLayers.feature(properties, "{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}")
  }

  @Test func `overlaps count within operator and technology, with their area on the ellipsoid`() async throws {
    let layer = try await Layers.read(
      QualityLayers.collection([
        Self.polygon("{\"operator\":\"A\",\"technology\":\"4G\"}", 105, 21, 0.02),
        Self.polygon("{\"operator\":\"B\",\"technology\":\"4G\"}", 105, 21, 0.02),
        Self.polygon("{\"operator\":\"A\",\"technology\":\"4G\"}", 105.01, 21, 0.02),
        Self.polygon("{\"operator\":\"A\",\"technology\":\"4G\"}", 105.03, 21, 0.02),
      ]))
    let findings = try await OverlapChecks.findings(in: layer, name: "c", limits: limits)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect((finding.severity, finding.feature, finding.other) == (.note, 0, 2))
    // 0.01 by 0.02 degrees at 21 degrees north.
    let expected = Geodesic.areaAndPerimeter(
      ofRing: [(105.01, 21), (105.02, 21), (105.02, 21.02), (105.01, 21.02)].map {
        Coordinate(longitude: $0.0, latitude: $0.1)
      }
    ).squareMetres
    let squareKilometres = (expected / 1e6 * 1e6).rounded() / 1e6
    #expect(finding.message.hasPrefix("1 pair of polygons of A 4G overlap, by \(squareKilometres) km² together"))
  }

  @Test func `without operators all polygons are one group, and touching is no overlap`() async throws {
    let touching = try await Layers.read(
      QualityLayers.collection([Self.polygon("{}", 105, 21, 1), Self.polygon("{}", 106, 21, 1)]))
    #expect(try await OverlapChecks.findings(in: touching, name: "c", limits: limits).isEmpty)
    let inside = try await Layers.read(
      QualityLayers.collection([Self.polygon("{}", 105, 21, 1), Self.polygon("{}", 105.4, 21.4, 0.1)]))
    #expect(
      try await OverlapChecks.findings(in: inside, name: "c", limits: limits).first?.message.hasPrefix(
        "1 pair of polygons overlap, by ") == true)
  }

  @Test(
    arguments: [
      ("{\"a\":1}", "[[105,21],[106,21],[106,22]]", QualitySeverity.warning),
      ("{\"a\":1}", "[[106,22],[106,21],[105,21]]", .warning),
      ("{\"a\":2}", "[[105,21],[106,21],[106,22]]", .note),
      ("{\"a\":1}", "[[105,21],[106,22],[106,21]]", nil),
    ] as [(String, String, QualitySeverity?)])
  func `a line with the coordinates of another, also reversed, is a duplicate`(
    properties: String, coordinates: String, severity: QualitySeverity?
  ) async throws {
    let line: (String) -> String = { "{\"type\":\"LineString\",\"coordinates\":\($0)}" }
    let layer = try await Layers.read(
      QualityLayers.collection([
        QualityLayers.feature("{\"a\":1}", line("[[105,21],[106,21],[106,22]]")),
        QualityLayers.feature(properties, line(coordinates)),
      ]))
    let findings = DuplicateFeatures.findings(in: layer, name: "l")
    #expect(findings.map(\.severity) == [severity].compactMap { $0 })
    #expect(findings.allSatisfy { $0.feature == 1 && $0.other == 0 })
  }

  @Test(arguments: [
    ("[[105,21],[106,21],[106,22],[105,21]]", true), ("[[106,21],[106,22],[105,21],[106,21]]", true),
    ("[[105,21],[106,22],[106,21],[105,21]]", true), ("[[105,21],[106,21],[105,22],[105,21]]", false),
  ])
  func `a ring is the same wherever it starts and whichever way it runs`(ring: String, isSame: Bool) async throws {
    let polygon: (String) -> String = { "{\"type\":\"Polygon\",\"coordinates\":[\($0)]}" }
    let layer = try await Layers.read(
      QualityLayers.collection([
        QualityLayers.feature("{}", polygon("[[105,21],[106,21],[106,22],[105,21]]")),
        QualityLayers.feature("{}", polygon(ring)),
      ]))
    #expect(DuplicateFeatures.findings(in: layer, name: "p").isEmpty == !isSame)
  }

  @Test func `points at one place are no duplicates, for a mast may carry two antennas`() async throws {
    let layer = try await Layers.read(
      QualityLayers.collection([QualityLayers.village("{}"), QualityLayers.village("{}")]))
    #expect(DuplicateFeatures.findings(in: layer, name: "towers").isEmpty)
  }
}
