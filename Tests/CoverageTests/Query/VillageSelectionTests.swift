import Coverage
import Geospatial
import Testing

@Suite struct VillageSelectionTests {
  @Test func `a distance is measured along the ellipsoid and holds at its end`() async throws {
    // A degree of longitude on the equator is 111,319.491 m, across the antimeridian too.
    let assessed = try await ResultScene.assessed([
      .init(code: "1", place: (179.5, 0)), .init(code: "2", place: (-179.5, 0)), .init(code: "3", place: nil),
    ])
    let place = Coordinate(longitude: 180, latitude: 0)
    let (mask, distances) = VillageSelection.near(place, withinMetres: 55_659.746, among: assessed)
    #expect(mask == [true, true, false])
    #expect(abs(distances[0] - 55_659.745) < 0.001 && abs(distances[1] - 55_659.745) < 0.001)
    #expect(distances[2].isNaN)
    #expect(VillageSelection.near(place, withinMetres: 55_659.7, among: assessed).mask == [false, false, false])
    #expect(VillageSelection.near(place, withinMetres: nil, among: assessed).mask == [true, true, false])
  }

  @Test func `villages inside polygons and on their borders are found`() async throws {
    let assessed = try await ResultScene.assessed([
      .init(code: "1", place: (105.5, 20.5)), .init(code: "2", place: (105, 20.5)),
      .init(code: "3", place: (104.9, 20.5)),
      .init(code: "4", place: nil),
    ])
    let polygon = Layers.column([[(.shell, Layers.square(105, 20, 1))]])
    #expect(VillageSelection.inside(polygon, among: assessed) == [true, true, false, false])
  }

  @Test func `villages that lack a service are found, and not those of unknown status`() async throws {
    let assessed = try await ResultScene.assessed([
      .init(code: "1", statuses: [.unserved, .served, .unknown]),
      .init(code: "2", statuses: [.served, .unserved, .unserved]),
    ])
    #expect(VillageSelection.unserved(.fibre, among: assessed) == [true, false])
    #expect(VillageSelection.unserved(.power, among: assessed) == [false, true])
  }

  @Test(arguments: [
    ("Điện Biên", [true, false, false, true]), ("dien bien", [true, false, false, true]),
    ("tỉnh Điện Biên", [true, false, false, true]), ("T. Điện Biên", [true, false, false, true]),
    ("TP Điện Biên", [false, false, false, true]), ("Điên Biên", [false, false, false, false]),
    ("Huế", [false, true, false, false]), ("thanh pho hue", [false, true, false, false]),
    ("bien", [false, false, false, false]),
  ])
  func `a province is found in any spelling`(name: String, expected: [Bool]) async throws {
    let assessed = try await ResultScene.assessed([
      .init(code: "1", more: ",\"province\":\"Tỉnh Điện Biên\""),
      .init(code: "2", more: ",\"province\":\"Thành phố Huế\""), .init(code: "3"),
      .init(code: "4", more: ",\"province\":\"Tỉnh Lai Châu\",\"province_2025\":\"Điện Biên\""),
    ])
    #expect(VillageSelection.inUnit(name, of: .province, among: assessed) == expected)
  }
}
