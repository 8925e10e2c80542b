import Foundation
import GeoFormats

/// Finds the reference project that comes with the program.
enum ReferenceProject {
  private static let file = "GeoData/reference/phusong.yml"

  /// The path of the reference project: in the folder that `PHUSONG_DATA` names, else in a folder above the program, else
  /// where it was installed, else above the current folder.
  ///
  /// - Throws: `FormatError` when it is nowhere.
  static func path() throws -> String {
    let environment = ProcessInfo.processInfo.environment["PHUSONG_DATA"]
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    var candidates = environment.map { [$0 + "/reference/phusong.yml"] } ?? []
    candidates.append(program.appendingPathComponent("../share/phusong/\(file)").standardizedFileURL.path)
    for start in [program, URL(fileURLWithPath: FileManager.default.currentDirectoryPath)] {
      var folder = start
      while folder.path != "/" {
        candidates.append(folder.appendingPathComponent(file).path)
        folder.deleteLastPathComponent()
      }
    }
    if let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) { return found }
    throw FormatError(
      file: file,
      problem: "the reference project was not found; set PHUSONG_DATA to the GeoData folder or name a project")
  }
}
