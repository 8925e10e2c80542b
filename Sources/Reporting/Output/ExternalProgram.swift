import Foundation
import GeoFormats

/// A program that is not part of PhuSong and does something for it where it is installed.
struct ExternalProgram: Sendable {
  /// Its path.
  let path: String

  /// The first of `names` that is on the `PATH`; nil when none is.
  init?(firstOf names: [String]) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    for name in names {
      if let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) {
        path = "\(folder)/\(name)"
        return
      }
    }
    return nil
  }

  /// The name without its folder.
  var name: String { URL(fileURLWithPath: path).lastPathComponent }

  /// Runs the program to its end with an empty standard input.
  ///
  /// - Throws: `AtomicFile.Failure` for `output`, which it was to write, with its last words when it failed.
  func run(_ arguments: [String], output: String) throws {
    let words = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: words) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // What it says goes through a file, so that it never waits for a reader.
    _ = FileManager.default.createFile(atPath: words.path, contents: nil)
    process.standardError = try? FileHandle(forWritingTo: words)
    do {
      try process.run()
    } catch {
      throw AtomicFile.Failure(path: output, reason: "\(name) could not be run: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    if process.terminationReason == .exit, process.terminationStatus == 0 { return }
    let text = (try? String(contentsOf: words, encoding: .utf8)) ?? ""
    let last = text.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
    throw AtomicFile.Failure(path: output, reason: "\(name) failed with code \(process.terminationStatus)\(last)")
  }
}
