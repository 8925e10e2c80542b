import Foundation
import GeoFormats

/// Finds the reference project that comes with the program.
enum ReferenceProject {
  private static let file = "GeoData/reference/phusong.yml"

  /// The path of the reference project: in the folder that `PHUSONG_DATA` names and nowhere else when it is set; else where
  /// the program was installed, in a folder above the program, or above the current folder.
  ///
  /// - Throws: `FormatError` when it is nowhere.
  static func path() throws -> String {
    let environment = ProcessInfo.processInfo.environment["PHUSONG_DATA"]
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    if let environment {
      let path = environment + "/reference/phusong.yml"
      if FileManager.default.fileExists(atPath: path) { return path }
      throw FormatError(file: path, problem: "no such file; PHUSONG_DATA should name the GeoData folder")
    }
    var candidates: [String] = []
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
