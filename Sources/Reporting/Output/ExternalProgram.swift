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

  /// How many **seconds** a program may take to make a file.
  static let limitSeconds = 120

  /// Runs the program to its end with an empty standard input; one that takes longer than ``limitSeconds`` is ended.
  ///
  /// - Throws: `AtomicFile.Failure` for `output`, which it was to write, with its last words when it failed.
  func run(_ arguments: [String], output: String, limitSeconds: Int = limitSeconds) async throws {
    func failure(_ problem: String) -> AtomicFile.Failure { .init(path: output, reason: "\(name) \(problem)") }
    let process = ChildProcess(program: path, arguments: arguments, leadsGroup: true)
    let ended: ChildProcess.Outcome?
    do {
      ended = try await process.run(limitSeconds: limitSeconds)
    } catch let error as ChildProcess.Failure {
      throw failure("could not be run: \(error.reason)")
    }
    guard let outcome = ended else { throw failure("took more than \(limitSeconds) seconds and was ended") }
    let last = outcome.errors.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
    switch outcome.ending {
    case .exit(0): return
    case .exit(let code): throw failure("failed with code \(code)\(last)")
    case .signal(let number): throw failure("was ended by signal \(number)\(last)")
    }
  }
}
