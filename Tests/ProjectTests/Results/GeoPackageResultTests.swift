import Foundation
import GeoFormats
import Testing

@testable import Project

@Suite struct GeoPackageResultTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "phusong-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private func properties(_ layer: Layer) -> [[String]] {
    (0..<layer.count).map { feature in
      var members: [String] = []
      layer.attributes.forEachProperty(ofFeature: feature) { key, value in
        members.append(String(decoding: key, as: UTF8.self) + "=" + String(decoding: value, as: UTF8.self))
      }
      return members
    }
  }

  private func analyze(to name: String, _ project: String, _ formats: Set<ResultFormat>) async throws -> String {
    try write(project, as: "\(name).yml")
    let project = try ProjectFile.read(contentsOf: "\(folder)/\(name).yml")
    let output = "\(folder)/\(name)"
    try await Results.write(try await Analysis.run(project, threads: 2), toFolder: output, threads: 2, formats: formats)
    return output
  }

  @Test func `villages.gpkg has the columns of villages.geojson, and can be analysed again`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("code,name,lon,lat,kept\nb,Bản,103,21,x\na,Thôn,104,22,\n", as: "v.csv")
    try write("lon,lat\n104,22\n", as: "fibre.csv")
    let rules = "services: {fibre: [{layer: fibre, rule: within, metres: 500}]}\n"
    let first = try await analyze(
      to: "first", "villages: {file: v.csv}\nlayers: {fibre: fibre.csv}\n" + rules, [.geojson, .gpkg])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: first).sorted()
        == ["summary.json", "villages.geojson", "villages.gpkg"])
    let own = try await LayerReader.read(LayerRequest(name: "v", paths: [first + "/villages.gpkg:villages"]))
    let json = try await LayerReader.read(LayerRequest(name: "v", paths: [first + "/villages.geojson"]))
    #expect(own.geometries.coordinates == json.geometries.coordinates)
    // Columns of fractions are spelled otherwise.
    let fractions = ["_distance_m=", "score="]
    let plain = [own, json].map {
      properties($0).map { $0.filter { text in !fractions.contains { text.contains($0) } } }
    }
    #expect(plain[0] == plain[1])
    #expect(plain[0].allSatisfy { $0.contains { $0.hasPrefix("rank=") } })
    let second = try await analyze(
      to: "second", "villages: {file: first/villages.gpkg}\nlayers: {fibre: 'fibre.csv'}\n" + rules, [.gpkg])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: second).sorted() == ["summary.json", "villages.gpkg"])
  }

  @Test func `a result may not take the place of an input, also when that names a layer`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("x", as: "villages.gpkg")
    try write("villages: {file: 'villages.gpkg:villages'}\n", as: "p.yml")
    let project = try ProjectFile.read(contentsOf: "\(folder)/p.yml")
    #expect(throws: AtomicFile.Failure.self) {
      try Results.checkFolder(folder, of: project, results: Results.names(of: [.gpkg]))
    }
    try Results.checkFolder(folder, of: project, results: Results.names(of: [.geojson]))
  }

  @Test(arguments: [VillageStyle.style.qml, VillageStyle.style.sld])
  func `the styles name the column and a colour for each number of missing services`(style: String) {
    #expect(style.contains("missing"))
    for category in VillageStyle.categories {
      let colour = category.colour
      #expect(
        style.contains(category.hexadecimal) || style.contains("\"\(colour.red),\(colour.green),\(colour.blue),255\""))
      #expect(style.contains(category.label))
    }
    #expect(style.components(separatedBy: "<").count == style.components(separatedBy: ">").count)
  }
}
