extension CQL2 {
  /// Pieces of an expression inside a message: on one line and no longer than a reader needs.
  enum Quotation {
    /// The greatest number of characters quoted.
    static let greatestLength = 40

    /// `text`, shortened, with control characters and line separators as `\u{..}`.
    static func plain(_ text: String) -> String {
      let shown = text.count > greatestLength ? text.prefix(greatestLength) + "…" : text[...]
      var line = ""
      for scalar in shown.unicodeScalars { line += isPrintable(scalar) ? String(scalar) : escape(scalar) }
      return line
    }

    /// A character as a message shows it: itself, or its number where it would not be seen.
    static func character(_ scalar: Unicode.Scalar) -> String {
      let isVisible = isPrintable(scalar) && !isMark(scalar) && scalar.properties.generalCategory != .format
      return isVisible ? String(scalar) : "the character \(escape(scalar))"
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: true
      default: false
      }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
      "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal(scalar).count)) + hexadecimal(scalar)
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
      String(scalar.value, radix: 16, uppercase: true)
    }
  }
}
