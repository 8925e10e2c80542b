import Foundation
import GeoFormats

/// Finds what comes with the program: the folder GeoData.
enum GeoDataFolder {
  /// The path of the reference project.
  ///
  /// - Throws: `FormatError` when it is nowhere.
  static func referenceProject() throws -> String {
    try path(to: "reference/phusong.yml", what: "the reference project")
  }

  /// The path of the catalogue of prices.
  ///
  /// - Throws: `FormatError` when it is nowhere.
  static func costCatalogue() throws -> String { try path(to: "costs.yml", what: "the catalogue of prices") }

  /// A file is in the folder that `PHUSONG_DATA` names and nowhere else when it is set; else where the
  /// program was installed, in a folder above the program, or above the current folder.
  ///
  /// - Throws: `FormatError` when it is nowhere; `what` names it there, with an article.
  private static func path(to file: String, what: String) throws -> String {
    if let environment = ProcessInfo.processInfo.environment["PHUSONG_DATA"] {
      let path = environment + "/" + file
      if FileManager.default.fileExists(atPath: path) { return path }
      throw FormatError(file: path, problem: "no such file; PHUSONG_DATA should name the GeoData folder")
    }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let inFolder = "GeoData/" + file
    var candidates = [program.appendingPathComponent("../share/phusong/\(inFolder)").standardizedFileURL.path]
    for start in [program, URL(fileURLWithPath: FileManager.default.currentDirectoryPath)] {
      var folder = start
      while folder.path != "/" {
        candidates.append(folder.appendingPathComponent(inFolder).path)
        folder.deleteLastPathComponent()
      }
    }
    if let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) { return found }
    throw FormatError(
      file: inFolder, problem: "\(what) was not found; set PHUSONG_DATA to the GeoData folder or name a project")
  }
}
