import GeoFormats
import Testing

@testable import Reporting

@Suite struct PlanOverviewTests {
  private static func plan(_ features: String...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}", to: "plan.geojson")
    return folder
  }

  private static func feature(_ properties: String, _ geometry: String) -> String {
    "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":{\(geometry)}}"
  }

  private static let point = "\"type\":\"Point\",\"coordinates\":[105,21]"
  private static let line = "\"type\":\"LineString\",\"coordinates\":[[105,21],[105.1,21]]"

  @Test func `a plan is summed by year and service`() async throws {
    let folder = try Self.plan(
      Self.feature(#""kind":"tower","service":"signal","year":2027,"cost":1200000000"#, Self.point),
      Self.feature(#""kind":"cable","service":"fibre","year":2027,"cost":300000000"#, Self.line),
      Self.feature(#""kind":"tower","service":"signal","year":2028,"cost":700000000"#, Self.point),
      Self.feature(#""kind":"mini_grid","service":"power","year":null,"cost":500"#, Self.point),
      Self.feature(#""kind":"village","code":"1","signal_year":2028,"fibre_year":2027"#, Self.point),
      Self.feature(#""kind":"village","code":"2","signal_year":2028,"fibre_year":null"#, Self.point))
    let plan = try await PlanOverview.read(contentsOf: folder.file("plan.geojson"))
    #expect(
      plan.years == [
        .init(year: 2027, costs: ["signal": 1_200_000_000, "fibre": 300_000_000], villages: ["fibre": 1]),
        .init(year: 2028, costs: ["signal": 700_000_000], villages: ["signal": 2]),
      ])
    #expect(plan.years[0].cost == 1_500_000_000)
    #expect(plan.features.map(\.kind) == ["tower", "cable", "tower", "mini_grid"])
    #expect(plan.features.map(\.places.count) == [1, 2, 1, 1])
    #expect(plan.features[3].year == nil)
  }

  @Test(arguments: [#""service":"signal""#, #""kind":"tower""#])
  func `what is no plan is refused`(properties: String) async throws {
    let folder = try Self.plan(Self.feature(properties, Self.point))
    await #expect(throws: FormatError.self) { try await PlanOverview.read(contentsOf: folder.file("plan.geojson")) }
  }
}
