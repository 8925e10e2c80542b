import Foundation
import Testing

/// Whether other programs can read what is written.
@Suite struct OutputFormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var villages: String
    var features: Int
  }

  static let cases: [Case] = [
    Case(testDescription: "plain villages", villages: GeoJSONText.twoVillages, features: 2),
    Case(
      testDescription: "villages without coordinates",
      villages: GeoJSONText.collection(
        GeoJSONText.village("1", "105,21"), GeoJSONText.feature("{\"code\":2}", "null"),
        GeoJSONText.feature("{\"code\":3}", "{\"type\":\"Point\",\"coordinates\":[]}")),
      features: 3),
    Case(
      testDescription: "only villages without coordinates",
      villages: GeoJSONText.collection(GeoJSONText.feature("{\"code\":2}", "null")), features: 1),
    Case(
      testDescription: "villages around the antimeridian and at the poles",
      villages: GeoJSONText.collection(
        GeoJSONText.village("1", "179.99999999,-16.5"), GeoJSONText.village("2", "-180,-90"),
        GeoJSONText.village("3", "1e-9,89.99999995"), GeoJSONText.village("4", "-0.00000001,-0.0")),
      features: 4),
    Case(
      testDescription: "heights, ids, members of other standards and a crs",
      villages: "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}},"
        + "\"features\":[{\"type\":\"Feature\",\"id\":5,\"extra\":{},\"properties\":null,\"geometry\":"
        + "{\"type\":\"Point\",\"bbox\":[1,2,1,2],\"coordinates\":[105.123456789,21.5,800.25]}}]}",
      features: 1),
    Case(
      testDescription: "a text sequence by RFC 8142",
      villages: "\u{1E}\(GeoJSONText.village("1", "105,21"))\n\u{1E}\(GeoJSONText.village("2", "105,22"))\n",
      features: 2),
    Case(
      testDescription: "a byte-order mark and a feature to a line",
      villages: "\u{FEFF}\(GeoJSONText.village("1", "105,21"))\n\(GeoJSONText.village("2", "105,22"))\n", features: 2),
    Case(testDescription: "a single point", villages: GeoJSONText.point("105,21"), features: 1),
  ]

  @Test(arguments: cases)
  func `every output follows RFC 7946`(_ input: Case) throws {
    let scratch = try analyzed(input)
    try RFC7946.check(scratch.data("out/villages.geojson"))
    #expect(try Output(scratch).features.count == input.features)
  }

  @Test(.enabled(if: Validators.python != nil, "needs python3 with jsonschema"), arguments: cases)
  func `every output is valid by the JSON schema of RFC 7946`(_ input: Case) throws {
    let scratch = try analyzed(input)
    try withExtendedLifetime(scratch) { try Validators.checkSchema(of: scratch.file("out/villages.geojson")) }
  }

  @Test(.enabled(if: Validators.ogrinfo != nil, "needs ogrinfo of GDAL"), arguments: cases)
  func `GDAL reads every output without a warning`(_ input: Case) throws {
    let scratch = try analyzed(input)
    try withExtendedLifetime(scratch) {
      try Validators.checkGDAL(scratch.file("out/villages.geojson"), features: input.features)
    }
  }

  /// The checker itself, so that it cannot pass everything.
  @Test(arguments: [
    "{\"type\":\"Feature\"}", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}",
    "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":null}",
    "{\"type\":\"FeatureCollection\",\"features\":[],\"bbox\":[0,0,1,1]}",
    GeoJSONText.collection(GeoJSONText.village("1", "200,0")), GeoJSONText.collection(GeoJSONText.village("1", "0")),
    GeoJSONText.collection(GeoJSONText.village("1", "0.12345678,0")),
    GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.polygon("[0,0],[0,1],[1,1],[0,0]"))),
    GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.polygon("[0,0],[1,0],[1,1],[0,1]"))),
    GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.line("[0,0]"))),
  ])
  func `the check of RFC 7946 finds what is wrong`(text: String) {
    #expect(throws: RFC7946.Violation.self) { try RFC7946.check(Data(text.utf8)) }
  }

  private func analyzed(_ input: Case) throws -> Scratch {
    let scratch = try Scratch([
      "p.yml": """
      villages: {file: v.geojson}
      layers: {cable: cable.geojson}
      services: {fibre: [{layer: cable, rule: within}]}

      """,
      "v.geojson": input.villages,
      "cable.geojson": GeoJSONText.collection(GeoJSONText.feature("{}", GeoJSONText.line("[105,20],[105,22]"))),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect([0, 4].contains(run.status))
    return scratch
  }
}
