import Foundation

/// Files that are kept beside the package, in `../shared` or where `PHUSONG_SHARED` says.
enum KnownAnswers {
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["PHUSONG_SHARED"] { return folder }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  static let jsonParsing = folder + "/known-answers/json-parsing/test_parsing"

  static var hasJSONParsing: Bool { !files(in: jsonParsing).isEmpty }

  static func files(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}
