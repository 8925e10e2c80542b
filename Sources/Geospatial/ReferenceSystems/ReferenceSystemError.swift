/// Why a coordinate reference system or a transformation could not be used; each case carries PROJ's own message.
public enum ReferenceSystemError: Error, Equatable, Sendable {
  /// PROJ does not understand the definition.
  case unknownDefinition(_ definition: String, message: String)
  /// The name may mean several systems, each of `choices` one, as code and name.
  case ambiguousName(_ name: String, choices: [String])
  /// The name means no system; `nearest` are names or codes like it.
  case unknownName(_ name: String, nearest: [String])
  /// The definition is well formed but defines something else, such as an ellipsoid or a conversion; `found` is its name.
  case notAReferenceSystem(_ definition: String, found: String)
  /// The system measures heights, times or three geocentric axes, where two horizontal axes are needed.
  case notHorizontal(_ definition: String, name: String)
  /// PROJ knows no operation between the two systems.
  case noOperation(from: String, to: String, message: String)
  /// One coordinate could not be transformed: the first that failed, by its index in the array given.
  case coordinateFailed(index: Int, coordinate: Coordinate, from: String, to: String, message: String)
  /// PROJ could not start.
  case libraryUnavailable(message: String)
}

extension ReferenceSystemError: CustomStringConvertible {
  /// One line a person can act on.
  public var description: String {
    switch self {
    case .unknownDefinition(let definition, let message):
      "unknown coordinate reference system \"\(Self.shortened(definition))\": \(message)"
    case .ambiguousName(let name, let choices):
      "\"\(Self.shortened(name))\" may mean several reference systems; choose by code: \(choices.joined(separator: ", "))"
    case .unknownName(let name, let nearest):
      "unknown coordinate reference system \"\(Self.shortened(name))\""
        + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?")
    case .notAReferenceSystem(let definition, let found):
      "\"\(Self.shortened(definition))\" is not a coordinate reference system but \(found)"
    case .notHorizontal(let definition, let name):
      "\(name) (\(Self.shortened(definition))) has no pair of horizontal axes"
    case .noOperation(let from, let to, let message):
      "no transformation from \(Self.shortened(from)) to \(Self.shortened(to)): \(message)"
    case .coordinateFailed(let index, let coordinate, let from, let to, let message):
      "coordinate \(index), \(coordinate), cannot be transformed from \(Self.shortened(from)) "
        + "to \(Self.shortened(to)): \(message)"
    case .libraryUnavailable(let message):
      "PROJ could not start: \(message)"
    }
  }

  /// The first 100 characters, so that a page of WKT does not bury the message.
  private static func shortened(_ text: String) -> String {
    text.count > 100 ? text.prefix(100) + "…" : text
  }
}
