import Foundation
import Testing

/// A whole project that was analyzed, and what it wrote. Several tests look at one run, which takes long.
struct AnalyzedProject: Sendable {
  let run: Program.Run
  /// The bytes of `villages.geojson` and `summary.json`.
  let villages: Data
  let summary: Data

  /// Runs `analyze` in the folder of a project, with its result in `out`.
  init(_ scratch: Scratch, _ arguments: [String]) throws {
    run = try Program.run(["analyze"] + arguments + ["--output", "out"], in: scratch)
    villages = try scratch.data("out/villages.geojson")
    summary = try scratch.data("out/summary.json")
  }

  /// Runs the project `name` of Projects/, with `files` beside it.
  init(_ name: String, files: [String: URL] = [:]) throws {
    let scratch = try SharedData.project(name)
    for (file, url) in files { try scratch.write(Data(contentsOf: url), to: file) }
    try self.init(scratch, ["project.yml"])
  }

  /// Validates the villages against the JSON schema of RFC 7946.
  func checkSchema() throws {
    try withVillagesFile { try Validators.checkSchema(of: $0) }
  }

  /// Reads the villages with GDAL.
  func checkGDAL(features: Int) throws {
    try withVillagesFile { try Validators.checkGDAL($0, features: features) }
  }

  private func withVillagesFile(_ body: (String) throws -> Void) throws {
    let scratch = try Scratch()
    try scratch.write(villages, to: "villages.geojson")
    try withExtendedLifetime(scratch) { try body(scratch.file("villages.geojson")) }
  }
}
