import Foundation
import Testing

/// The generator run as its user runs it, against the files that are committed.
@Suite struct ReferenceDataTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let layers = ["coverage", "fibre", "power", "roads", "towers", "villages"]

  @Test func `the seed and the commune table give the committed files byte for byte`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reference-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let status = try run(["--admin", Self.root.appendingPathComponent("GeoData/admin").path, "--output", folder.path])
    #expect(status == 0)
    for layer in Self.layers {
      let made = try Data(contentsOf: folder.appendingPathComponent("\(layer).geojson"))
      let committed = try Data(
        contentsOf: Self.root.appendingPathComponent("GeoData/reference/\(layer).geojson"))
      #expect(made == committed, "\(layer).geojson differs from the one that is committed")
    }
  }

  @Test func `another seed gives other villages, as many of them`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reference-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let admin = Self.root.appendingPathComponent("GeoData/admin").path
    #expect(try run(["--seed", "7", "--admin", admin, "--output", folder.path]) == 0)
    let made = try Data(contentsOf: folder.appendingPathComponent("villages.geojson"))
    let committed = try Data(contentsOf: Self.root.appendingPathComponent("GeoData/reference/villages.geojson"))
    #expect(made != committed)
    let collection = try #require(JSONSerialization.jsonObject(with: made) as? [String: Any])
    #expect((collection["features"] as? [Any])?.count == 6786)
  }

  @Test(arguments: layers)
  func `every file says that it is a model and stays under eight megabytes`(layer: String) throws {
    let file = Self.root.appendingPathComponent("GeoData/reference/\(layer).geojson")
    let data = try Data(contentsOf: file)
    #expect(data.count < 8_000_000)
    let collection = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((collection["description"] as? String)?.contains("MODELLED DATA, NOT A SURVEY") == true)
    #expect(collection["crs"] == nil)
  }

  @Test func `no property of a village gives its services away`() throws {
    let file = Self.root.appendingPathComponent("GeoData/reference/villages.geojson")
    let collection = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let features = try #require(collection["features"] as? [[String: Any]])
    let names = Set(features.flatMap { ($0["properties"] as? [String: Any] ?? [:]).keys })
    #expect(
      names == [
        "code", "name", "commune_code", "population", "households", "poverty_rate", "school", "health_post",
        "border_commune",
      ])
  }

  @Test func `a missing commune table is said, with exit code 3`() throws {
    #expect(try run(["--admin", "/nowhere", "--output", FileManager.default.temporaryDirectory.path]) == 3)
  }

  /// Runs the built generator quietly; its exit code.
  private func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    // The build puts the generator next to the test program.
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("ReferenceData")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
