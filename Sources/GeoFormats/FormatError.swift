/// Why a file could not be read, in one line a person can act on.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// Where in it: `feature 12`, `line 7`, `byte 3015`; empty when the whole file is meant.
  public var place: String
  /// What is wrong, the value found and what was expected.
  public var problem: String

  /// An error at `place` of `file`.
  public init(file: String, place: String = "", problem: String) {
    self.file = file
    self.place = place
    self.problem = problem
  }

  /// `villages.geojson, feature 12: longitude 1059.3 is out of range; expected -180 to 180`
  ///
  /// Always one line: control characters, which may come from the file, stand as `\u{a}`.
  public var description: String {
    FormatError.oneLine(place.isEmpty ? "\(file): \(problem)" : "\(file), \(place): \(problem)")
  }

  /// `text` with control characters and line separators as `\u{..}`.
  static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
