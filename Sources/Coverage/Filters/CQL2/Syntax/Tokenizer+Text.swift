extension CQL2.Tokenizer {
  /// The rule `characterLiteral` with the escapes of requirement `/req/cql2-text/escaping`.
  ///
  /// `\\` is one backslash. `\%` and `\_` stay as they are, for it is LIKE that gives them a meaning.
  mutating func textLiteral() throws(CQL2.ExpressionError) -> String {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = peek() {
      position += 1
      switch scalar {
      case "'":
        guard peek() == "'" else { return String(text) }
        position += 1
        text.append(scalar)
      case "\\": try appendEscape(to: &text, from: start)
      default: text.append(scalar)
      }
    }
    throw unterminated(start)
  }

  private mutating func appendEscape(
    to text: inout String.UnicodeScalarView, from start: Int
  ) throws(CQL2.ExpressionError) {
    guard let escaped = peek() else { throw unterminated(start) }
    position += 1
    switch escaped {
    case "a": text.append("\u{07}")
    case "b": text.append("\u{08}")
    case "t": text.append("\t")
    case "n": text.append("\n")
    case "v": text.append("\u{0B}")
    case "f": text.append("\u{0C}")
    case "r": text.append("\r")
    case "'", "\\": text.append(escaped)
    case "%", "_":
      text.append("\\")
      text.append(escaped)
    default:
      throw error(
        CQL2.Span(start: position - 2, end: position),
        "found \\\(escaped) in a text; expected one of \\' \\\\ \\% \\_ \\a \\b \\t \\n \\v \\f \\r",
        hint: "a backslash itself is written \\\\")
    }
  }

  private func unterminated(_ start: Int) -> CQL2.ExpressionError {
    error(
      CQL2.Span(start: start, end: start + 1), "found a text that does not end; expected ' behind it",
      hint: "a ' inside a text is written ''")
  }

  // MARK: Symbols

  /// An operator or a parenthesis.
  mutating func symbol() throws(CQL2.ExpressionError) -> CQL2.Token.Symbol {
    let start = position
    guard let first = peek() else { throw unexpectedCharacter(start) }
    position += 1
    switch first {
    case "=":
      if peek() == "=" { throw foreign("==", "=", from: start) }
      return .equal
    case "<":
      if skipTo(">") { return .notEqual }
      return skipTo("=") ? .lessOrEqual : .less
    case ">": return skipTo("=") ? .greaterOrEqual : .greater
    case "!": throw peek() == "=" ? foreign("!=", "<>", from: start) : foreign("!", "NOT", from: start)
    case "&": throw foreign(peek() == "&" ? "&&" : "&", "AND", from: start)
    case "|": throw foreign(peek() == "|" ? "||" : "|", "OR", from: start)
    default:
      guard let symbol = CQL2.Token.Symbol(rawValue: String(first)) else { throw unexpectedCharacter(start) }
      return symbol
    }
  }

  /// Moves behind `scalar` if it comes next; annex B writes `<>` as two signs, which white space may part.
  private mutating func skipTo(_ scalar: Unicode.Scalar) -> Bool {
    var offset = 0
    while let space = peek(offset), CQL2.Identifier.isSpace(space) { offset += 1 }
    guard peek(offset) == scalar else { return false }
    position += offset + 1
    return true
  }

  private func foreign(_ found: String, _ wanted: String, from start: Int) -> CQL2.ExpressionError {
    error(
      CQL2.Span(start: start, end: start + found.unicodeScalars.count), "found \(found); expected an operator of CQL2",
      hint: "write \(wanted)")
  }

  /// What people and their text processors write, and what the language has for it.
  private static let lookalikes: [(found: String, wanted: String)] = [
    ("‘’‚‛´`", "' for text"), ("“”„‟«»", "' for text, \" for names"), ("−–—", "-"), ("≤", "<="), ("≥", ">="),
    ("≠", "<>"),
    ("×·", "*"), ("÷", "/"), ("¬", "NOT"), ("[{", "("), ("]}", ")"), ("،、，", ","), ("（", "("), ("）", ")"),
  ]

  private func unexpectedCharacter(_ start: Int) -> CQL2.ExpressionError {
    let scalar = start < scalars.count ? scalars[start] : " "
    let wanted = Self.lookalikes.first { $0.found.unicodeScalars.contains(scalar) }?.wanted
    return error(
      CQL2.Span(start: start, end: start + 1),
      "found \(CQL2.Quotation.character(scalar)); expected a value, a name or an operator",
      hint: wanted.map { "write \($0)" })
  }
}
