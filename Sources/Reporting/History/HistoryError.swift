/// Why a history cannot be used, in one line a person can act on.
public enum HistoryError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(file: String)
  /// The file is something else, for this reason.
  case notHistory(file: String, reason: String)
  /// A later version of PhuSong wrote the file.
  case newerSchema(file: String, found: Int, known: Int)
  /// The file holds the runs of another project.
  case otherProject(file: String, found: String, expected: String)
  /// Another process works with the file; `process` is its number where it could be told.
  case busy(file: String, process: Int?, waited: Double)
  /// No run fits what was asked for.
  case noSuchRun(file: String, wanted: String, known: [Int])
  /// What the system said when the file could not be opened or locked.
  case unusable(file: String, reason: String)
  /// What SQLite said.
  case database(file: String, reason: String)

  /// The history's path, as it was given.
  public var file: String {
    switch self {
    case .missing(let file), .notHistory(let file, _), .newerSchema(let file, _, _), .otherProject(let file, _, _),
      .busy(let file, _, _), .noSuchRun(let file, _, _), .unusable(let file, _), .database(let file, _):
      file
    }
  }
}

extension HistoryError: CustomStringConvertible {
  /// `history.sqlite: in use by process 1234; expected to be alone: wait with --wait SECONDS, or come back later`
  public var description: String { "\(file): \(problem)" }

  private var problem: String {
    switch self {
    case .missing: "no such file; expected a history, as phusong report writes it"
    case .notHistory(_, let reason): "\(reason); expected a history, as phusong report writes it"
    case .newerSchema(_, let found, let known):
      "was written by a later version of PhuSong: its schema is \(found); expected at most \(known): use that version"
    case .otherProject(_, let found, let expected):
      "holds the runs of the project \"\(found)\"; expected those of \"\(expected)\": name another file with --history"
    case .busy(_, let process, let waited):
      "in use by \(process.map { "process \($0)" } ?? "another process")"
        + (waited > 0 ? " for more than \(Self.seconds(waited)) seconds" : "")
        + "; expected to be alone: wait with --wait SECONDS, or come back later"
    case .noSuchRun(_, let wanted, let known):
      "there is no run \(wanted); "
        + (known.isEmpty
          ? "it holds none" : "expected first, last, previous or a number from \(Self.list(known))")
    case .unusable(_, let reason): "cannot be used: \(reason)"
    case .database(_, let reason): "SQLite: \(reason)"
    }
  }

  private static func seconds(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }

  private static func list(_ numbers: [Int]) -> String {
    guard let first = numbers.first, let last = numbers.last else { return "" }
    return numbers.count == last - first + 1 && numbers.count > 2
      ? "\(first) to \(last)" : numbers.suffix(20).map(String.init).joined(separator: ", ")
  }
}
