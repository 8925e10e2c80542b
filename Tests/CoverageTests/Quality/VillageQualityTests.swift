import Coverage
import GeoFormats
import Geospatial
import Testing

/// Checks on villages.
@Suite struct VillageQualityTests {
  private let limits = QualityLimits()

  @Test func `villages as they should be give no finding`() async throws {
    let villages = try await QualityLayers.villages(
      QualityLayers.village(
        "{\"code\":\"1\",\"name\":\"Bản Một\",\"commune_code\":\"00001\",\"population\":400,\"households\":90}", 105, 21
      ),
      QualityLayers.village(
        "{\"code\":\"2\",\"name\":\"Bản Hai\",\"commune_code\":\"00001\",\"population\":35,\"households\":9}", 105.001,
        21),
      QualityLayers.village("{\"code\":\"3\",\"name\":\"Bản Một\",\"commune_code\":\"00002\"}", 105.2, 21))
    let all =
      VillageChecks.places(of: villages, layer: "v") + VillageChecks.codes(of: villages, layer: "v")
      + VillageChecks.populations(of: villages, layer: "v", limits: limits)
      + VillageDuplicates.findings(in: villages, layer: "v", limits: limits)
      + CommuneChecks.findings(in: villages, bounds: Self.bounds, layer: "v", limits: limits)
      + FieldChecks.findings(in: villages.layer, name: "v", limits: limits)
    #expect(all == [])
  }

  @Test func `a village without coordinates, or with other than one point, is an error`() async throws {
    let villages = try await QualityLayers.villages(
      QualityLayers.feature("{\"code\":\"1\"}"), QualityLayers.village("{\"code\":\"2\"}"),
      QualityLayers.feature("{}", "{\"type\":\"MultiPoint\",\"coordinates\":[[105,21],[106,21]]}"),
      QualityLayers.feature("{}", "{\"type\":\"LineString\",\"coordinates\":[[105,21],[106,21]]}"))
    let findings = VillageChecks.places(of: villages, layer: "v")
    #expect(findings.kinds == ["missing-geometry 0", "not-a-point 2", "not-a-point 3"])
    #expect(findings.map(\.severity) == [.error, .error, .error])
    #expect(findings[1].message == "is a MultiPoint of 2 points; expected one Point, the village's centre")
    #expect(findings[2].message.hasPrefix("is a LineString"))
  }

  @Test func `a missing code and one that stands twice are errors, no codes at all are none`() async throws {
    let villages = try await QualityLayers.villages(
      QualityLayers.village("{\"code\":\"1\"}"), QualityLayers.village("{\"code\":\"1\"}"),
      QualityLayers.village("{\"code\":\" \"}"))
    #expect(VillageChecks.codes(of: villages, layer: "v").kinds == ["missing-code 2", "duplicate-code 1"])
    let nameless = try await QualityLayers.villages(QualityLayers.village("{}"), QualityLayers.village("{}"))
    #expect(VillageChecks.codes(of: nameless, layer: "v").isEmpty)
  }

  @Test(
    arguments: [
      ("0", "0", "has 0 people", QualitySeverity.warning), ("90", "400", "has 400 households and 90 people", .error),
      ("2100", "100", "has 2100 people in 100 households", .warning), ("50001", "12000", "has 50001 people", .warning),
      ("\"many\"", "9", "population is \"many\"", .error), ("400", "-1", "households is \"-1\"", .error),
      ("50000", "12000", "", nil), ("2000", "100", "", nil), ("4", "4", "", nil), ("null", "null", "", nil),
      ("\"400\"", "\"90\"", "", nil),
    ] as [(String, String, String, QualitySeverity?)])
  func `people and households that cannot be are told`(
    people: String, households: String, message: String, severity: QualitySeverity?
  ) async throws {
    let villages = try await QualityLayers.villages(
      QualityLayers.village("{\"population\":\(people),\"households\":\(households)}"))
    let findings = VillageChecks.populations(of: villages, layer: "v", limits: limits)
    #expect(findings.map(\.severity) == [severity].compactMap { $0 })
    #expect(findings.allSatisfy { $0.message.hasPrefix(message) && $0.coordinate != nil })
  }

  @Test func `villages at one place, near each other and of one name are told once each`() async throws {
    let villages = try await QualityLayers.villages(
      QualityLayers.village("{\"name\":\"A\",\"commune_code\":\"00001\"}", 105, 21),
      QualityLayers.village("{\"name\":\"B\",\"commune_code\":\"00001\"}", 105, 21),
      QualityLayers.village("{\"name\":\"C\",\"commune_code\":\"00001\"}", 105.0002, 21),
      QualityLayers.village("{\"name\":\"c \",\"commune_code\":\"00001\"}", 105.0003, 21),
      QualityLayers.village("{\"name\":\"C\",\"commune_code\":\"00001\"}", 105.1, 21),
      QualityLayers.village("{\"name\":\"C\",\"commune_code\":\"00002\"}", 105.2, 21))
    let findings = VillageDuplicates.findings(in: villages, layer: "v", limits: limits)
      .sorted(by: QualityFinding.precedes)
    #expect(findings.kinds == ["same-place 1", "near-duplicate 3", "same-name 4", "near-duplicate 2"])
    #expect(findings.map(\.severity) == [.warning, .warning, .warning, .note])
    #expect(findings.map(\.other) == [0, 2, 2, 0])
    let metres = try #require(findings[1].distanceMetres)
    #expect(abs(metres - 10.4) < 0.05)
  }

  @Test(arguments: ["H\u{C0}", "H\u{41}\u{300}", "hà", " Hà  "])
  func `a name is the same composed or not, in any case of letters`(name: String) async throws {
    let villages = try await QualityLayers.villages(
      QualityLayers.village("{\"name\":\"Hà\",\"commune_code\":\"00001\"}", 105, 21),
      QualityLayers.village("{\"name\":\"\(name)\",\"commune_code\":\"00001\"}", 105.1, 21))
    #expect(VillageDuplicates.findings(in: villages, layer: "v", limits: limits).kinds == ["same-name 1"])
  }

  private static let bounds = CommuneBounds([
    CommuneBounds.Commune(
      code: "00001", name: "Xã Một", codes2025: ["90001"],
      box: BoundingBox(west: 104.9, south: 20.9, east: 105.1, north: 21.1)),
    CommuneBounds.Commune(
      code: "00002", name: "Xã Hai", codes2025: ["90001"],
      box: BoundingBox(west: 105.1, south: 20.9, east: 105.3, north: 21.1)),
  ])

  @Test(
    arguments: [
      ("{\"commune_code\":\"00001\"}", 105.0, "", nil), ("{\"commune_code\":1}", 105.1, "", nil),
      ("{\"commune_code_2025\":\"90001\"}", 105.2, "", nil), ("{}", 105.2, "", nil),
      (
        "{\"commune_code\":\"00001\"}", 105.11, "lies 1040 m outside the bounds of its commune, Xã Một (00001)",
        QualitySeverity.warning
      ),
      ("{\"commune_code\":\"00001\"}", 105.31, "lies 21.8 km outside the bounds of its commune", .warning),
      ("{}", 105.31, "lies outside the bounds of every commune; the nearest, Xã Hai (00002), is 1040 m away", .warning),
      ("{\"commune_code\":\"00001\"}", 106, "lies outside the bounds of every commune, in the sea or abroad", .error),
      ("{\"commune_code\":\"77777\"}", 105, "has the commune code \"77777\"", .warning),
    ] as [(String, Double, String, QualitySeverity?)])
  func `a village lies in its commune or is told with its distance`(
    properties: String, longitude: Double, message: String, severity: QualitySeverity?
  ) async throws {
    let villages = try await QualityLayers.villages(QualityLayers.village(properties, longitude, 21))
    let findings = CommuneChecks.findings(in: villages, bounds: Self.bounds, layer: "v", limits: limits)
    #expect(findings.map(\.severity) == [severity].compactMap { $0 })
    if let finding = findings.first { #expect(finding.message.hasPrefix(message), "\(finding.message)") }
  }
}
