import Rollout

/// What can be wrong with a `.gr` file.
enum PACEError: Error, Equatable, CustomStringConvertible {
  /// The file could not be read.
  case unreadable(file: String, reason: String)
  /// A line is not what the format has there.
  case unexpected(file: String, line: Int, found: String, expected: String)
  /// A section ends, or the file does, before the number it announced was there.
  case wrongCount(file: String, line: Int, what: String, found: Int, expected: Int)
  /// What the file describes is no instance.
  case unsound(file: String, GraphError)

  var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .unexpected(let file, let line, let found, let expected):
      "\(file), line \(line): found \"\(found)\"; expected \(expected)"
    case .wrongCount(let file, let line, let what, let found, let expected):
      "\(file), line \(line): found \(found) \(what); expected \(expected)"
    case .unsound(let file, let error): "\(file): \(error)"
    }
  }
}
