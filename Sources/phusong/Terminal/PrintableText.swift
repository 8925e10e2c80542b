extension String {
  /// The text on one line, without what a terminal would obey: line breaks and tabs are blanks, other control characters, as
  /// those that start escape sequences, and characters that turn the direction of writing stand as `\u{FFFD}`.
  var printable: String {
    // Printable ASCII is the rule.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: if text.last != " " { text.append(" ") }
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
