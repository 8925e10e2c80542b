import GeoFormats
import Geospatial
import Testing

@testable import Coverage

@Suite struct VillagesTests {
  static let fields: [VillageField: String] = [
    .code: "code", .name: "name", .population: "people", .households: "homes", .communeCode: "commune",
    .communeCode2025: "commune2025", .province: "province",
  ]

  static func villages(_ text: String) async throws -> Villages {
    try Villages(try await Layers.table(text), fields: fields)
  }

  static func codes(_ codes: [String]) async throws -> Villages {
    let rows = codes.enumerated().map { "105.\($0.offset),21,\"\($0.element)\"\n" }.joined()
    return try await villages("lon,lat,code\n" + rows)
  }

  @Test func `columns are read in the order of the file`() async throws {
    let villages = try await Self.villages(
      "lon,lat,code,name,people,homes\n105.5,21.25,2,Bản A,350,70\n,,10,Bản B,,\n106,22,1,Bản C,0,1.5\n")
    #expect(villages.count == 3)
    #expect(villages.codes == ["2", "10", "1"])
    #expect(villages.order == [2, 0, 1])
    #expect(villages.coordinates[0] == Coordinate(longitude: 105.5, latitude: 21.25))
    #expect(villages.countWithoutPosition == 1)
    #expect(villages.people[0] == 350 && villages.people[1].isNaN && villages.people[2] == 0)
    #expect(villages.households[0] == 70 && villages.households[1].isNaN && villages.households[2] == 1.5)
    #expect(villages.text(of: .name, village: 1) == "Bản B")
    #expect(villages.text(of: .district, village: 1) == nil)
  }

  @Test(
    arguments: [
      (["10", "9", "100"], [1, 0, 2]), (["a10", "a9", "a100"], [0, 2, 1]), (["10", "9", "x"], [0, 1, 2]),
      (["7", "07", "007"], [2, 1, 0]), (["07", "7"], [0, 1]), (["00002", "00010", "00001"], [2, 0, 1]),
      (["999999999999999999", "1"], [1, 0]), (["1999999999999999999", "2"], [0, 1]), (["Ă", "B", "A"], [2, 1, 0]),
    ] as [([String], [UInt32])])
  func `codes of digits stand by their value and others by their text`(codes: [String], order: [UInt32]) async throws {
    #expect(try await Self.codes(codes).order == order)
  }

  @Test(arguments: [
    (["1", "2", "1"], 2, 0, "1"), (["7", "07", "7"], 2, 0, "7"), (["5", "a", "a"], 2, 1, "a"),
    (["Bă\u{301}c", "Bắc"], 1, 0, "Bă\u{301}c"), (["3", "2", "1", "03", "2"], 4, 1, "2"),
  ])
  func `a code that stands twice is refused`(codes: [String], feature: Int, other: Int, code: String) async throws {
    await #expect(
      throws: Villages.Failure(
        feature: feature, other: other, problem: "the code \(code) stands twice; codes must differ")
    ) { _ = try await Self.codes(codes) }
  }

  @Test func `without a code the id counts, and without ids the place in the file`() async throws {
    func village(_ id: String) -> String {
      #"{"type":"Feature",\#(id)"properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[105,21]}}"#
    }
    let ids = try await Layers.read(village(#""id":"b","#) + "\n" + village(#""id":7,"#), keys: ["name"])
    #expect(try Villages(ids, fields: [.code: "code"]).codes == ["b", "7"])
    let some = try await Layers.read(village(#""id":"b","#) + "\n" + village(""), keys: ["name"])
    #expect(try Villages(some, fields: [:]).codes == ["1", "2"])
    let null = try await Layers.read(village(#""id":null,"#), keys: ["name"])
    #expect(throws: Villages.Failure.self) { _ = try Villages(null, fields: [:]) }
  }

  @Test(arguments: [
    ("lon,lat,code\n1,1,a\n1,1,\n", 1, "the village has no code; expected a value in \"code\""),
    ("lon,lat,people\n1,1,5\n1,1,-1\n", 1, "people is -1; expected a number of at least 0, and at most 10 billion"),
    ("lon,lat,people\n1,1,many\n", 0, "people is many; expected a number of at least 0, and at most 10 billion"),
    ("lon,lat,people\n1,1,\"1,200\"\n", 0, "people is 1,200; expected a number of at least 0, and at most 10 billion"),
    ("lon,lat,people\n1,1,1e999\n", 0, "people is inf; expected a number of at least 0, and at most 10 billion"),
    (
      "lon,lat,people\n1,1,1e300\n", 0, "people is 1e+300; expected a number of at least 0, and at most 10 billion"
    ),
    ("lon,lat,homes\n1,1,x\n", 0, "homes is x; expected a number of at least 0, and at most 10 billion"),
  ])
  func `what is missing or no number is refused`(text: String, feature: Int, problem: String) async throws {
    await #expect(throws: Villages.Failure(feature: feature, problem: problem)) { _ = try await Self.villages(text) }
  }

  @Test(arguments: [
    (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "found a LineString"),
    (#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, "found a MultiPoint of 2 points"),
    (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, "found a Polygon"),
  ])
  func `a village is one point`(geometry: String, message: String) async throws {
    let layer = try await Layers.read(#"{"type":"Feature","geometry":\#(geometry)}"#)
    #expect(
      throws: Villages.Failure(feature: 0, problem: message + "; expected one Point, the village's centre")
    ) { _ = try Villages(layer, fields: [:]) }
  }

  static let units = AdministrativeUnits(
    communes: [
      .init(
        code: "00127", name: "Xã A", district: "Huyện X", provinceCode: "01", province: "Tỉnh P", code2025: "00200",
        provinceCode2025: "02", province2025: "Tỉnh Q"),
      .init(
        code: "00001", name: "Xã B", district: "Huyện Y", provinceCode: "01", province: "Tỉnh P", code2025: "00200"),
    ], communes2025: [.init(code: "00200", name: "Xã AB", provinceCode: "02", province: "Tỉnh Q")])

  @Test func `communes are found by either code, and fill what the file does not say`() async throws {
    var villages = try await Self.villages(
      "lon,lat,commune,commune2025,province\n1,1,127,,\n1,1,00001,,Own\n1,1,,200,\n1,1,99999,200,\n1,1,5,5,\n1,1,,,\n")
    #expect(villages.text(of: .commune, village: 0) == nil)
    villages.join(Self.units)
    // Two communes became the one of 2025, so its code alone does not tell which it was.
    #expect(villages.communes == [1, 0, -1, -1, -1, -1])
    #expect(villages.communes2025 == [0, 0, 0, 0, -1, -1])
    #expect(villages.text(of: .commune, village: 2) == "Xã AB")
    #expect(villages.text(of: .commune, village: 0) == "Xã A")
    #expect(villages.text(of: .province2025, village: 0) == "Tỉnh Q")
    #expect(villages.text(of: .province, village: 1) == "Own")
    #expect(villages.text(of: .province2025, village: 1) == "Tỉnh Q")
    let groups = villages.groups(by: .province)
    #expect(groups.names == ["Tỉnh P", "Own"])
    #expect(groups.groups == [0, 1, -1, -1, -1, -1])
    #expect(villages.groups(by: .province2025).names == ["Tỉnh Q"])
    #expect(villages.groups(by: .communeCode2025).names == ["00200", "200", "5"])
  }

  @Test func `areas fill what neither file nor commune says`() async throws {
    var villages = try await Self.villages("lon,lat,province\n0.5,0.5,\n5,5,\n0.5,0.5,Own\n,,\n1,1,\n")
    let areas = try await Layers.read(
      #"{"type":"Feature","properties":{"p":"West"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}"#,
      keys: ["p"])
    villages.join(areas: areas, fields: [.province: "p", .district: "missing"])
    #expect((0..<5).map { villages.text(of: .province, village: $0) } == ["West", nil, "Own", nil, "West"])
    #expect(villages.areas.first?.polygons == [0, -1, 0, -1, 0])
  }
}

@Suite struct AdministrativeUnitsTests {
  static let units = AdministrativeUnits(
    communes: [
      .init(code: "31000", name: "first", district: "", provinceCode: "92", province: "", code2025: "00007"),
      .init(code: "00127", name: "A", district: "", provinceCode: "01", province: "", code2025: "31000"),
      .init(code: "31000", name: "second", district: "", provinceCode: "92", province: "", code2025: "00007"),
    ],
    communes2025: [
      .init(code: "31000", name: "new", provinceCode: "92", province: ""),
      .init(code: "00007", name: "other", provinceCode: "92", province: ""),
    ])

  @Test(
    arguments: [
      ("31000", "first"), ("00127", "A"), ("127", "A"), ("0127", "A"), ("000127", nil), ("", nil), ("1", nil),
      ("x", nil),
    ] as [(String, String?)])
  func `communes are found by code, with or without leading zeros`(code: String, name: String?) {
    #expect(Self.units.index(ofCommune: code).map { Self.units.communes[$0].name } == name)
  }

  @Test func `communes stand by code and the new codes lead back`() throws {
    // Of two with the same code the first counts.
    #expect(Self.units.communes.map(\.name) == ["A", "first"])
    #expect(Self.units.index(ofCommune2025: "7") == 0)
    #expect(Self.units.index(ofCommune2025: "31000") == 1)
    #expect(Self.units.predecessors(ofCommune2025: "31000") == [0])
    #expect(Self.units.index(ofCommune2025: "127") == nil)
    #expect(Self.units.communes[0].text(of: .communeCode2025) == "31000")
    #expect(Self.units.communes[0].text(of: .population) == nil)
  }
}
