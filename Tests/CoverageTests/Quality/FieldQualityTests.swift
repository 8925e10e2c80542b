import Coverage
import GeoFormats
import Geospatial
import Testing

/// Checks on fields, texts and whole layers.
@Suite struct FieldQualityTests {
  private func findings(_ properties: String...) async throws -> [QualityFinding] {
    let layer = try await Layers.read(QualityLayers.collection(properties.map { QualityLayers.village($0) }))
    return FieldChecks.findings(in: layer, name: "l", limits: QualityLimits())
  }

  @Test func `a field that no feature fills is a note`() async throws {
    let found = try await findings("{\"a\":null,\"b\":1}", "{\"a\":\" \",\"b\":null}", "{\"b\":2}")
    #expect(found.map(\.kind) == [.emptyField])
    #expect(found.map(\.message) == ["\"a\" is never filled, in 2 features"])
  }

  @Test func `a field of several types is told at the first of the rarest`() async throws {
    let found = try await findings("{\"v\":22}", "{\"v\":35}", "{\"v\":\"35;22\"}", "{\"v\":null}")
    #expect(found.kinds == ["mixed-field 2"])
    #expect(found[0].message == "\"v\" has values of several types: text in 1, a number in 2; expected one")
  }

  @Test(arguments: [(10, true), (9, true), (8, false), (0, false)])
  func `a word among texts that are nearly all numbers is told`(numbers: Int, isTold: Bool) async throws {
    let rows = (0..<numbers).map { "1,1,\"\($0)\"" } + (numbers..<10).map { _ in "1,1,\"n/a\"" } + ["1,1,x"]
    let layer = try await Layers.read("lon,lat,kv\n\(rows.joined(separator: "\n"))\n", ending: "csv")
    let found = FieldChecks.findings(in: layer, name: "l", limits: QualityLimits())
    #expect(found.kinds == (isTold && Double(numbers) >= 0.9 * 11 ? ["mixed-field 10"] : []))
  }

  @Test(
    arguments: [
      ("Bản Mường", nil), ("Xã Đắk Ơ", nil), ("GIÃ TÂN", nil), ("Đà Nẵng – Huế", nil), ("Xuân Hà…", nil),
      ("Tân Á ”", nil),
      ("Ba\u{309}n", QualityKind.decomposedText), ("B\u{FFFD}n", .garbledText), ("Báº£n", .garbledText),
      ("Ä‘Æ°á»ng", .garbledText), ("xÃ£", .garbledText), ("\\u00c3\\u00a1", .garbledText),
    ] as [(String, QualityKind?)])
  func `text that was decoded wrongly is told, Vietnamese as it should be is not`(
    text: String, kind: QualityKind?
  ) async throws {
    let found = try await findings("{\"name\":\"\(text)\"}")
    #expect(found.map(\.kind) == [kind].compactMap { $0 })
    #expect(found.allSatisfy { $0.feature == 0 && $0.coordinate != nil })
  }

  @Test(arguments: [
    ("Báº£n MÆ°á»\u{9D}ng", "Bản Mường"), ("Ä\u{90}áº¯k Æ\u{A0}", "Đắk Ơ"), ("â€œThÃ´nâ€\u{9D}", "“Thôn”"),
  ])
  func `what was meant is offered`(text: String, meant: String) async throws {
    #expect(try await findings("{\"name\":\"\(text)\"}").first?.message.hasSuffix("expected \"\(meant)\"") == true)
  }

  @Test func `the name of a field is looked at too`() async throws {
    let found = try await findings("{\"tÃªn\":\"A\"}", "{\"tÃªn\":\"B\"}")
    #expect(found.map(\.feature) == [nil])
    #expect(found[0].message.hasPrefix("the name of the field \"tÃªn\" is"))
  }

  @Test func `an empty layer is told, and whether a filter emptied it`() {
    let none = GeometryColumn()
    let plain = LayerChecks.emptiness(of: none, layer: "l", severity: .warning, isFiltered: false)
    let filtered = LayerChecks.emptiness(of: none, layer: "l", severity: .error, isFiltered: true)
    #expect(plain.map(\.message) == ["the layer has no features; expected at least one"])
    #expect(filtered.map(\.message) == ["no feature passes the layer's where; expected at least one"])
    #expect(filtered.map(\.severity) == [.error])
    #expect(
      LayerChecks.emptiness(of: Layers.points([(1, 1)]), layer: "l", severity: .error, isFiltered: false).isEmpty)
  }

  @Test func `geometry types that mix and features without geometry are told`() {
    let column = Layers.column([
      [(.point, [(105, 21)])], [(.line, [(105, 21), (106, 21)])], [],
      [(.line, [(1, 1), (2, 2)]), (.line, [(3, 3), (4, 4)])],
    ])
    #expect(LayerChecks.missingGeometries(in: column, layer: "l").kinds == ["missing-geometry 2"])
    let mixed = LayerChecks.mixedGeometries(in: column, layer: "l")
    #expect(mixed.first?.message.hasPrefix("has geometries of several types: 1 Point, 2 LineString;") == true)
    #expect(LayerChecks.mixedGeometries(in: Layers.points([(1, 1), (2, 2)]), layer: "l").isEmpty)
  }

  private static let vietnam = BoundingBox(west: 104, south: 20, east: 106, north: 22)

  @Test(arguments: [
    (BoundingBox(west: 105, south: 21, east: 109, north: 22), vietnam, ""),
    (BoundingBox(west: 30, south: 0, east: 34, north: 2), vietnam, "outside Vietnam, where the villages are"),
    (BoundingBox(west: 107, south: 11, east: 109, north: 12), vietnam, "expected them to meet"),
    (BoundingBox(west: 30, south: 0, east: 34, north: 2), BoundingBox(west: 31, south: 1, east: 32, north: 3), ""),
    (
      BoundingBox(west: -180, south: 0, east: -179, north: 2), BoundingBox(west: 179, south: 1, east: 181, north: 3), ""
    ),
    (.empty, vietnam, ""), (vietnam, .empty, ""),
  ])
  func `a layer that lies elsewhere than the villages is doubted`(
    extent: BoundingBox, villages: BoundingBox, message: String
  ) {
    let findings = LayerChecks.place(of: extent, villages: villages, layer: "l")
    #expect(findings.isEmpty == message.isEmpty)
    #expect(findings.allSatisfy { $0.kind == .crsDoubt && $0.severity == .warning && $0.message.contains(message) })
  }
}
