import Foundation
import Geospatial
import Testing

/// Real files that nobody made for this program, with counts found independently by Shapely 2 (predicates) and pyproj 3.7
/// (Karney's geodesics, minimised along each segment).
@Suite(
  .enabled(if: SharedData.isPresent, "needs the folder shared beside the package, or PHUSONG_SHARED that names it"))
struct RealInputTests {
  @Test func `21,689 hamlets lie in the provinces that Shapely finds, 451 of them nowhere`() throws {
    let project = try Input.hamlets.analyzed.get()
    let run = project.run
    #expect(run.status == 4)
    #expect(
      run.errors
        == "warning: \(SharedData.folder)/data/hamlets/southern_hamlets.csv: without coordinates, so of unknown status: "
        + "451 of 21689 villages; the first is line 272\n")
    let output = try Output(project)
    #expect(output.summary["villages"] as? Int == 21689)
    #expect(output.numbers("place_distance_m").count { $0 == nil } == 451)
    for service in ["fibre", "signal", "power"] { #expect(output.counts(service) == [0, 0, 21689]) }
    // 402 with coordinates lie outside today's boundaries, in the sea or abroad.
    let expected = [
      "": 853, "An Giang": 830, "Cà Mau": 631, "Cần Thơ": 1171, "Gia Lai": 3336, "Huế": 596, "Hồ Chí Minh": 1576,
      "Khánh Hoà": 510, "Lâm Đồng": 1340, "Quảng Ngãi": 1846, "Quảng Trị": 793, "Tây Ninh": 1081, "Vĩnh Long": 1728,
      "Đà Nẵng": 1501, "Đắk Lắk": 1725, "Đồng Nai": 670, "Đồng Tháp": 1502,
    ]
    #expect(output.villages(by: "provinces_2025") == expected)
    #expect(output.villages(by: "provinces").isEmpty)
    try RFC7946.check(project.villages)
  }

  @Test func `10,035 communes keep their points and find their successors`() throws {
    let project = try Input.communes.analyzed.get()
    let run = project.run
    #expect(run.status == 0)
    let output = try Output(project)
    #expect(output.summary["villages"] as? Int == 10035)
    let provinces = output.villages(by: "provinces")
    let provinces2025 = output.villages(by: "provinces_2025")
    #expect(provinces.count == 63)
    #expect(provinces2025.count == 34)
    #expect(provinces["Tỉnh Thanh Hóa"] == 547)
    #expect(provinces2025["Thành phố Hà Nội"] == 526)
    #expect(provinces.values.reduce(0, +) == 10035)
    #expect(output.texts("commune_code_2025").allSatisfy { $0 != nil })
    // The first by code, in Hanoi.
    #expect(output.properties[0]["code"] as? String == "00001")
    #expect(output.properties[0]["district"] as? String == "Quận Ba Đình")
    try RFC7946.check(project.villages)
  }

  @Test func `a grid over Sierra Leone is as far from its fibre as pyproj says`() throws {
    let project = try Input.sierraLeone.analyzed.get()
    let run = project.run
    #expect(run.status == 0)
    #expect(run.errors.contains("a \"crs\" member as in GeoJSON of 2008 (urn:ogc:def:crs:OGC:1.3:CRS84); honoured"))
    #expect(run.errors.contains("no feature counts for signal, so the rule knows nothing"))
    let output = try Output(project)
    #expect(output.counts("fibre") == [115, 877, 0])
    // No line is planned, and what is not known is not the same as no service.
    #expect(output.counts("signal") == [0, 0, 992])
    #expect(output.numbers("node_distance_m").count { ($0 ?? .infinity) <= 5000 } == 32)
    for (code, line, node) in Self.sierraLeone {
      let village = try #require(output.byCode[code])
      #expect(village["line_distance_m"] as? Double == line)
      #expect(village["node_distance_m"] as? Double == node)
      #expect(village["fibre_distance_m"] as? Double == min(line, node))
    }
    try RFC7946.check(project.villages)
  }

  @Test func `130 of 212 Ugandan places lie within 1 km of a predicted line`() throws {
    let project = try Input.uganda.analyzed.get()
    let run = project.run
    #expect(run.status == 0)
    let output = try Output(project)
    #expect(output.counts("power") == [130, 82, 0])
    for (code, metres) in Self.uganda { #expect(output.byCode[code]?["power_distance_m"] as? Double == metres) }
    try RFC7946.check(project.villages)
  }

  @Test(.enabled(if: Validators.python != nil, "needs python3 with jsonschema"), arguments: Input.allCases)
  func `what is written of real files is valid by the JSON schema of RFC 7946`(_ input: Input) throws {
    try input.analyzed.get().checkSchema()
  }

  @Test(.enabled(if: Validators.ogrinfo != nil, "needs ogrinfo of GDAL"), arguments: Input.allCases)
  func `GDAL reads what is written of real files without a warning`(_ input: Input) throws {
    try input.analyzed.get().checkGDAL(features: input.villages)
  }
}

extension RealInputTests {
  enum Input: CaseIterable, Sendable {
    case hamlets, communes, sierraLeone, uganda

    /// The one run that all tests look at.
    var analyzed: Result<AnalyzedProject, any Error> {
      switch self {
      case .hamlets: Self.hamletsRun
      case .communes: Self.communesRun
      case .sierraLeone: Self.sierraLeoneRun
      case .uganda: Self.ugandaRun
      }
    }

    var villages: Int {
      switch self {
      case .hamlets: 21689
      case .communes: 10035
      case .sierraLeone: 992
      case .uganda: 212
      }
    }

    private static let hamletsRun = Result { try AnalyzedProject("southern_hamlets") }
    private static let communesRun = Result { try AnalyzedProject("communes") }
    private static let sierraLeoneRun = Result {
      // Points every tenth of a degree, row by row from the south-west, numbered from 1.
      let grid = SharedData.testFolder.appendingPathComponent("Projects/grid.csv")
      return try AnalyzedProject("sierra_leone", files: ["grid.csv": grid])
    }
    private static let ugandaRun = Result { try AnalyzedProject("uganda") }
  }
}

extension RealInputTests {
  /// Grid points and their distances in metres to the nearest line and node, by pyproj.
  private static let sierraLeone: [(code: String, line: Double, node: Double)] = [
    ("1", 141009.5, 143450.7), ("124", 99643.7, 99688.9), ("322", 15457.4, 17261.9), ("466", 3274.8, 3274.8),
    ("501", 6669.1, 15430.0), ("641", 30372.2, 35037.7), ("778", 29604.7, 29604.7), ("992", 144579.5, 144589.2),
  ]

  /// Places and their distances in metres to the nearest line, by pyproj.
  private static let uganda: [(code: String, metres: Double)] = [
    ("225797", 4276.0), ("225835", 117.8), ("229006", 290.8), ("231280", 1372.9), ("233114", 52.9), ("234658", 380.1),
    ("10942300", 59.9), ("13132719", 127.4),
  ]
}
