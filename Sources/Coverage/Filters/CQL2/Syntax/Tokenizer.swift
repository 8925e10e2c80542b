import Foundation

extension CQL2 {
  /// Cuts an expression into tokens, one at a time, so that the first thing wrong is the first thing told.
  struct Tokenizer {
    let text: String
    let scalars: [Unicode.Scalar]
    var position = 0

    init(_ text: String) {
      self.text = text
      scalars = Array(text.unicodeScalars)
    }

    /// The scalar at `position + offset`; nil past the end.
    func peek(_ offset: Int = 0) -> Unicode.Scalar? {
      position + offset < scalars.count ? scalars[position + offset] : nil
    }

    /// The next token; `.end` as often as one asks at the end. O(length of the token).
    mutating func next() throws(ExpressionError) -> Token {
      skipSpace()
      let start = position
      guard let first = peek() else { return Token(kind: .end, span: Span(start: start, end: start)) }
      let kind: Token.Kind
      switch first {
      case "'": kind = .text(try textLiteral())
      case "\"": kind = .quotedName(try quotedName())
      case "0"..."9": kind = .number(try number())
      case "." where peek(1).map(Self.isDigit) == true: kind = .number(try number())
      case _ where Identifier.isStart(first): kind = word()
      default: kind = .symbol(try symbol())
      }
      return Token(kind: kind, span: Span(start: start, end: position))
    }

    /// An error about a run of the text.
    func error(_ span: Span, _ problem: String, hint: String? = nil) -> ExpressionError {
      ExpressionError(text: text, span: span, problem: problem, hint: hint)
    }

    private mutating func skipSpace() {
      while let scalar = peek(), Identifier.isSpace(scalar) { position += 1 }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    private func slice(_ start: Int) -> String {
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: scalars[start..<position])
      return String(slice)
    }

    private mutating func word() -> Token.Kind {
      let start = position
      while let scalar = peek(), Identifier.isPart(scalar) { position += 1 }
      let word = slice(start)
      return .word(Self.composed(word), Keyword(word: word))
    }

    /// Names are kept as files write them, composed.
    private static func composed(_ name: String) -> String {
      name.utf8.allSatisfy { $0 < 0x80 } ? name : name.precomposedStringWithCanonicalMapping
    }

    // MARK: Numbers

    /// The rules `decimalNumericLiteral` and `scientificNumericLiteral`, without sign.
    private mutating func number() throws(ExpressionError) -> Double {
      let start = position
      skipDigits()
      if peek() == "." {
        position += 1
        skipDigits()
      }
      if peek() == "E" || peek() == "e" {
        let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
        if peek(1 + sign).map(Self.isDigit) == true {
          position += 1 + sign
          skipDigits()
        }
      }
      if let scalar = peek(), Identifier.isPart(scalar) { throw trailingLetters(start) }
      guard let number = Double(slice(start)), number.isFinite else {
        throw error(Span(start: start, end: position), "found a number that is too great; expected at most 1.797e308")
      }
      return number
    }

    private mutating func skipDigits() {
      while let scalar = peek(), Self.isDigit(scalar) { position += 1 }
    }

    private mutating func trailingLetters(_ start: Int) -> ExpressionError {
      let number = slice(start)
      while let scalar = peek(), Identifier.isPart(scalar) { position += 1 }
      let all = slice(start)
      return error(
        Span(start: start, end: position), "found \(all); expected a number alone",
        hint: "write \(number) without a unit, or a space before a word")
    }

    // MARK: Names

    private mutating func quotedName() throws(ExpressionError) -> String {
      let start = position
      position += 1
      var name = String.UnicodeScalarView()
      while let scalar = peek() {
        position += 1
        if scalar == "\"" {
          guard peek() == "\"" else {
            if name.isEmpty {
              throw error(Span(start: start, end: position), "found a name of no letters; expected a property's name")
            }
            return Self.composed(String(name))
          }
          position += 1
        }
        name.append(scalar)
      }
      throw error(
        Span(start: start, end: start + 1), "found a name that does not end; expected \" behind it",
        hint: "names stand in double quotes, text in single ones")
    }
  }
}
