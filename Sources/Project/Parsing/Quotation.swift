/// Text of a file inside a message: on one line, and no longer than a reader needs.
enum Quotation {
  /// The greatest number of characters quoted.
  static let greatestLength = 60

  /// `text` in double quotes, shortened, control characters as `\u{..}`.
  static func quoted(_ text: String) -> String {
    let shown = text.count > greatestLength ? text.prefix(greatestLength) + "…" : text[...]
    return "\"\(plain(String(shown)))\""
  }

  /// `text` with control characters and line separators as `\u{..}`.
  static func plain(_ text: String) -> String {
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
