/// Text in Markdown.
enum MarkdownText {
  /// A text that means itself wherever it stands in a line: signs that Markdown or HTML would obey are escaped, line breaks are
  /// blanks.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!", "#": escaped += "\\\(scalar)"
      case "\n", "\r", "\t": escaped += " "
      default: escaped.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }

  /// A table; the first column keeps to the left.
  static func table(_ header: [String], _ rows: some Sequence<[String]>) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |\n" }
    return line(header) + "|" + header.indices.map { _ in " --- |" }.joined() + "\n" + rows.map(line).joined()
  }
}
