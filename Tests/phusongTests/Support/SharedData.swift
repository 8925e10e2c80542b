import Foundation

/// Data that does not come with the package: real inputs in the folder `shared` beside it, or where `PHUSONG_SHARED` says;
/// the benchmark's generated layers where `PHUSONG_BENCH_DATA` says.
enum SharedData {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let testFolder = package.appendingPathComponent("Tests/phusongTests")

  static let folder =
    ProcessInfo.processInfo.environment["PHUSONG_SHARED"]
    ?? package.deletingLastPathComponent().appendingPathComponent("shared").path
  static let isPresent = FileManager.default.fileExists(atPath: folder + "/data")

  static let benchmark = ProcessInfo.processInfo.environment["PHUSONG_BENCH_DATA"]
  static let reference = package.appendingPathComponent("GeoData/reference/phusong.yml").path

  /// A folder with the project `name` of Projects/, its paths to the shared data made absolute.
  static func project(_ name: String) throws -> Scratch {
    let text = try String(contentsOf: testFolder.appendingPathComponent("Projects/\(name).yml"), encoding: .utf8)
    return try Scratch(["project.yml": text.replacing("../../../../shared", with: folder)])
  }

  /// The text of a file of Expected/.
  static func expected(_ name: String) throws -> String {
    try String(contentsOf: testFolder.appendingPathComponent("Expected/\(name)"), encoding: .utf8)
  }
}
