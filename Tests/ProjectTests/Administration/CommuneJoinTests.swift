import Coverage
import Foundation
import GeoFormats
import Geospatial
import Testing

@testable import Project

/// Projects on the real administrative tables, run from a folder that goes away afterwards.
@Suite struct CommuneJoinTests {
  private func analysis(
    _ villages: String, project: String = "", layers: [String: String] = [:], isStrict: Bool = false,
    groupedBy level: GroupLevel? = nil
  ) async throws -> (analysis: Analysis, geojson: String, summary: String) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try villages.write(to: folder.appendingPathComponent("v.csv"), atomically: true, encoding: .utf8)
    for (name, text) in layers {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let text = "admin: \(RealUnits.folder)\n" + (project.isEmpty ? "villages: {file: v.csv}" : project)
    let file = try ProjectFile.parse(text, file: folder.path + "/p.yml")
    let analysis = try await Analysis.run(file, threads: 2, isStrict: isStrict, groupedBy: level)
    try await Results.write(analysis, toFolder: folder.path + "/out", threads: 1)
    let geojson = try String(contentsOf: folder.appendingPathComponent("out/villages.geojson"), encoding: .utf8)
    let summary = try String(contentsOf: folder.appendingPathComponent("out/summary.json"), encoding: .utf8)
    return (analysis, geojson, summary)
  }

  @Test func `villages get the code of their commune by code, by name and by position`() async throws {
    let (analysis, geojson, _) = try await analysis(
      """
      code,commune_code,commune,district,province,lon,lat
      1,3154,,,,102.25,22.38
      2,,xa sin thau,muong nhe,Điện Biên,102.25,22.38
      3,,,,,102.2204,22.3829
      4,,Mường Tè,Mường Tè,Lai Châu,0,0
      5,99999,,,,102.25,22.38
      """)
    let villages = analysis.inputs.villages
    #expect(villages.communeSources == [.code, .name, .inferred, .unknown, .unknown])
    for village in 0..<2 { #expect(villages.text(of: .communeCode, village: village) != nil) }
    #expect(villages.text(of: .communeCode, village: 1) == "03154")
    #expect(villages.text(of: .communeCode, village: 2) == "03154")
    #expect(villages.doubts.ambiguous == [3])
    #expect(villages.doubts.unrecognised == [4])
    let lines = geojson.split(separator: "\n").filter { $0.contains("\"code\":") }
    #expect(lines.map { $0.contains("\"commune_inferred\":true") } == [false, false, true, false, false])
    let texts = analysis.inputs.notices.map(\.text)
    #expect(texts.contains { $0.contains("several communes have") && $0.contains("1 of 5 villages") })
    #expect(texts.contains { $0.contains("inferred from the position") && $0.contains("1 of 5 villages") })
  }

  @Test func `an ambiguous name is settled by position only among its meanings, as an inference`() async throws {
    let units = try RealUnits.units.get()
    let township = try #require(units.index(ofCommune: "03433"))
    let point = try #require(units.communes[township].point)
    let (analysis, _, _) = try await analysis(
      "code,commune,district,province,lon,lat\n1,Mường Tè,Mường Tè,Lai Châu,\(point.longitude),\(point.latitude)\n")
    #expect(analysis.inputs.villages.communeSources == [.inferred])
    #expect(analysis.inputs.villages.communes == [Int32(township)])
  }

  @Test func `a divided commune keeps the default of 2025 and says so`() async throws {
    let units = try RealUnits.units.get()
    let divided = try #require(units.communes.first { $0.isDivided })
    let (analysis, _, _) = try await analysis("code,commune_code,lon,lat\n1,\(divided.code),105,21\n")
    #expect(analysis.inputs.villages.text(of: .communeCode2025, village: 0) == divided.code2025)
    #expect(analysis.inputs.notices.contains { $0.text.hasPrefix("1 of 1 villages lie in communes that were divided") })
  }

  @Test(arguments: GroupLevel.allCases)
  func `a summary by any level counts every village once`(level: GroupLevel) async throws {
    let (analysis, _, summary) = try await analysis(
      "code,commune_code,population,lon,lat\n1,03154,10,102.25,22.38\n2,03445,20,102.6,22.4\n3,03433,30,102.8,22.38\n"
        + "4,,5,0,0\n", groupedBy: level)
    let chosen = try #require(analysis.summary.chosen)
    #expect(chosen.level == level)
    #expect(chosen.groups.reduce(0) { $0 + $1.total.villages } == 4)
    #expect(chosen.groups.last?.name == "")
    #expect(chosen.groups.dropLast().allSatisfy { $0.code != nil })
    #expect(
      chosen.groups.dropLast().map(\.code) == chosen.groups.dropLast().map(\.code).sorted { ($0 ?? "") < ($1 ?? "") })
    #expect(summary.contains("\"group_by\": \"\(level.rawValue)\""))
    let object = try JSONSerialization.jsonObject(with: Data(summary.utf8)) as? [String: Any]
    #expect((object?["groups"] as? [Any])?.count == chosen.groups.count)
    #expect((object?["provinces"] as? [Any])?.isEmpty == false)
  }

  private static let line =
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","#
    + #""coordinates":[[102.0,22.38],[103.0,22.38]]}}]}"#
  private static let square =
    #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","#
    + #""coordinates":[[[102,22],[102.5,22],[102.5,23],[102,23],[102,22]]]}}"#

  @Test(arguments: [
    ("{provinces: [Điện Biên]}", ["served", "unknown"]), ("{provinces: [\"12\"]}", ["unknown", "served"]),
    ("{provinces_2025: [dien bien, Lai Châu]}", ["served", "served"]), ("{layer: square}", ["served", "unknown"]),
    ("square.geojson", ["served", "unknown"]),
  ])
  func `outside the extent of its layer a service is unknown`(extent: String, expected: [String]) async throws {
    let (analysis, geojson, _) = try await analysis(
      "code,commune_code,lon,lat\n1,03154,102.25,22.381\n2,03433,102.82,22.381\n",
      project: """
        villages: {file: v.csv}
        layers:
          fibre: {file: f.geojson, extent: \(extent)}
          square: square.geojson
        services: {fibre: [{layer: fibre, rule: within, metres: 500}]}
        """, layers: ["f.geojson": Self.line, "square.geojson": Self.square])
    #expect(analysis.assessment[.fibre].statuses.map(\.description) == expected)
    #expect(geojson.contains("\"fibre\":\"unknown\",\"fibre_distance_m\":null") == expected.contains("unknown"))
  }

  @Test(arguments: [("{provinces: [Điện Bien Phu]}", "province in extent of layer"), ("v.csv", "no polygon")])
  func `an extent that bounds nothing is refused`(extent: String, expected: String) async throws {
    let error = await #expect(throws: (any Error).self) {
      _ = try await analysis(
        "code,commune_code,lon,lat\n1,03154,102.25,22.38\n",
        project: """
          villages: {file: v.csv}
          layers: {fibre: {file: f.geojson, extent: \(extent)}}
          services: {fibre: [{layer: fibre, rule: within}]}
          """, layers: ["f.geojson": Self.line])
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains(expected))
  }

  @Test(arguments: [false, true])
  func `an accuracy gives confidences, and strict makes doubts unknown`(isStrict: Bool) async throws {
    let (analysis, geojson, summary) = try await analysis(
      "code,commune_code,sai_so,lon,lat\n1,03154,,102.25,22.381\n2,03154,1000,102.26,22.381\n3,03154,0,102.27,22.39\n",
      project: """
        villages: {file: v.csv, accuracy: 20, fields: {accuracy: sai_so}}
        layers: {fibre: f.geojson}
        services: {fibre: [{layer: fibre, rule: within, metres: 500}]}
        """, layers: ["f.geojson": Self.line], isStrict: isStrict)
    #expect(
      analysis.assessment[.fibre].statuses == [.served, isStrict ? .unknown : .served, .unserved])
    #expect(analysis.summary.all.doubtful[.fibre] == 1)
    let lines = geojson.split(separator: "\n").filter { $0.contains("\"code\":") }
    let words = ["certain", "doubtful", "certain"]
    for (line, word) in zip(lines, words) { #expect(line.contains("\"fibre_confidence\":\"\(word)\"")) }
    #expect(summary.contains("\"doubtful\": 1"))
  }

  @Test func `without accuracies nothing speaks of confidence`() async throws {
    let (_, geojson, summary) = try await analysis("code,commune_code,lon,lat\n1,03154,102.25,22.381\n")
    #expect(!geojson.contains("confidence") && !geojson.contains("commune_inferred"))
    #expect(!summary.contains("doubtful") && !summary.contains("group_by"))
  }
}
