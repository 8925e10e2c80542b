import Coverage
import Foundation
import Project
import Testing

/// The checks over whole projects, from files.
@Suite struct ValidationTests {
  /// A folder with files, gone with its owner.
  private final class Folder: Sendable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString)").path

    init(_ files: [String: [UInt8]]) throws {
      for (name, bytes) in files {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func report(_ files: [String: String], _ bytes: [String: [UInt8]] = [:]) async throws -> QualityReport {
    let folder = try Folder(files.mapValues { Array($0.utf8) }.merging(bytes) { $1 })
    let project = try ProjectFile.read(contentsOf: folder.path + "/p.yml")
    let one = try await Validation.run(project, threads: 1)
    let four = try await Validation.run(project, threads: 4)
    #expect(QualityJSON.text(one) == QualityJSON.text(four))
    return one
  }

  private static let villages =
    "code,name,commune_code,population,households,lon,lat\n1,Một,00001,400,90,105,21\n2,Hai,00001,300,80,105.01,21\n"
  private static let admin = [
    "admin/communes_63_provinces.csv":
      "commune_code,commune,bounds_south,bounds_west,bounds_north,bounds_east\n,,,,,\n00001,Xã Một,20.9,104.9,21.1,105.1\n",
    "admin/commune_mapping_2025.csv": "commune_code_63,commune_code_34,share\n00001,90001,whole\n",
  ]
  private static let route = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"kind":"route"},"geometry":{"type":"LineString","coordinates":[[105,21],[105.01,21]]}},
    {"type":"Feature","properties":{"kind":"route"},"geometry":{"type":"LineString","coordinates":[[105.01,21],[105.02,21]]}}
    ]}
    """

  @Test func `a clean project has no finding`() async throws {
    let files = [
      "p.yml": "admin: admin\nvillages: {file: v.csv}\nlayers: {fibre: f.geojson}\n", "v.csv": Self.villages,
    ]
    let report = try await report(files.merging(Self.admin) { $1 }.merging(["f.geojson": Self.route]) { $1 })
    #expect(report.entries == [])
    #expect(report.layers.map(\.name) == ["villages", "fibre"])
    #expect(report.layers.map(\.featureCount) == [2, 2])
    #expect(!report.reaches(.note))
  }

  @Test func `what cannot be read is a finding, and the other layers are checked all the same`() async throws {
    let report = try await report(
      [
        "p.yml":
          "villages: {file: v.csv}\nlayers: {none: none.geojson, any: '*.shp', metres: m.csv, bad: b.csv, fibre: f.geojson}\n",
        "v.csv": Self.villages, "m.csv": "x,y\n503000,2322000\n", "f.geojson": Self.route,
      ], ["b.csv": Array("code,name,lon,lat\n1,B".utf8) + [0xEA, 0x6E] + Array(",105,21\n".utf8)])
    #expect(report.layers.map(\.featureCount) == [2, nil, nil, nil, nil, 2])
    let errors = report.entries.filter { $0.finding.severity == .error }.map(\.finding)
    #expect(errors.map(\.layer) == ["none", "any", "metres", "bad"])
    #expect(errors.allSatisfy { $0.kind == .unreadable })
    #expect(errors[2].message.contains("these look like metres: declare their crs"))
    let encoding = report.entries.filter { $0.finding.kind == .fileEncoding }
    #expect(encoding.map(\.finding.layer) == ["bad"])
    #expect(encoding.first?.finding.message.hasSuffix("not UTF-8: byte 0xEA in line 2; save the file as UTF-8") == true)
  }

  @Test func `findings of villages name file, line and the other village`() async throws {
    let report = try await report(
      [
        "p.yml": "admin: admin\nvillages: {file: v.csv}\n",
        "v.csv": Self.villages + "3,Ba,00001,0,0,105,21\n4,Tư,00001,5,2,110,21\n",
      ]
      .merging(Self.admin) { $1 })
    #expect(report.groups.map(\.kind) == [.outsideVietnam, .samePlace, .impossiblePopulation])
    #expect(report.groups.map(\.severity) == [.error, .warning, .warning])
    #expect(report.entries[0].place == "line 5")
    #expect(report.entries[0].text.hasSuffix("v.csv, line 5: \(report.entries[0].finding.message)"))
    #expect(report.entries[1].place == "line 4")
    #expect(report.entries[1].text.hasSuffix("expected places to differ; the other is line 2"))
    #expect(report.reaches(.error) && report.count(of: .warning) == 2)
  }

  @Test func `a layer is checked as its filter leaves it`() async throws {
    let files = [
      "p.yml":
        "villages: {file: v.csv}\nlayers: {a: {file: f.geojson, where: {kind: none}}, b: {file: f.geojson, where: {kind: route}}}\n",
      "v.csv": Self.villages, "f.geojson": Self.route,
    ]
    let report = try await report(files)
    #expect(report.entries.map(\.finding.layer) == ["a"])
    #expect(report.entries.map(\.text) == ["no feature passes the layer's where; expected at least one"])
  }

  @Test func `places are right in several files and behind a filter`() async throws {
    let zero = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"k":1},"geometry":{"type":"LineString","coordinates":[[105,21],[105.01,21]]}},
      {"type":"Feature","properties":{"k":2},"geometry":{"type":"LineString","coordinates":[[105.01,21],[105.01,21]]}}
      ]}
      """
    let report = try await report([
      "p.yml": "villages: {file: v.csv}\nlayers: {l: {file: [a.geojson, b.geojson], where: {k: 2}}}\n",
      "v.csv": Self.villages,
      "a.geojson": zero, "b.geojson": "\n\n" + zero,
    ])
    let lines = report.entries.filter { $0.finding.kind == .zeroLengthLine }
    #expect(lines.map(\.place) == ["feature 1, line 3", "feature 1, line 5"])
    #expect(lines.map { $0.file?.suffix(9) } == ["a.geojson", "b.geojson"])
  }

  @Test func `the JSON holds every finding and the map those with a place`() async throws {
    let report = try await report([
      "p.yml": "villages: {file: v.csv}\n", "v.csv": Self.villages + "3,Ba,00001,10,2,,\n4,Tư,00001,5,2,105,21\n",
    ])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(QualityJSON.text(report))) as? [String: Any])
    #expect(json["errors"] as? Int == 1 && json["warnings"] as? Int == 1 && json["notes"] as? Int == 0)
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["kind"] as? String } == ["missing-geometry", "same-place"])
    #expect(findings[0]["longitude"] is NSNull && findings[1]["longitude"] as? Double == 105)
    #expect(findings[1]["distance_m"] as? Double == 0 && findings[1]["feature"] as? Int == 3)
    let layers = try #require(json["layers"] as? [[String: Any]])
    #expect((layers[0]["findings"] as? [[String: Any]])?.map { $0["count"] as? Int } == [1, 1])
    let map = try #require(try JSONSerialization.jsonObject(with: Data(QualityJSON.map(report))) as? [String: Any])
    let features = try #require(map["features"] as? [[String: Any]])
    #expect(features.map { ($0["properties"] as? [String: Any])?["kind"] as? String } == ["same-place"])
    #expect((features[0]["geometry"] as? [String: Any])?["coordinates"] as? [Double] == [105, 21])
  }
}
