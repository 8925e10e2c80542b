extension CQL2 {
  /// A recursive descent through the grammar of annex B, one token ahead.
  ///
  /// Conditions and values share one descent, for nothing before the closing parenthesis tells which of the two a `(`
  /// opens; where the grammar wants one of them, it is asked for once it is read.
  struct Parser {
    private var tokenizer: Tokenizer
    /// The token that comes next.
    private(set) var current: Token
    /// Where the token before it stands.
    private(set) var previous = Span(start: 0, end: 0)
    /// How many parentheses, of whatever meaning, are open.
    private var depth = 0
    /// Where an argument starts that may be an array, and whether it can be nothing else; nil where none may.
    var arrayStart: (position: Int, isCertain: Bool)?

    /// How deep parentheses, functions and arrays may be nested in each other.
    static let greatestDepth = 100

    init(_ text: String) throws(ExpressionError) {
      tokenizer = Tokenizer(text)
      current = try tokenizer.next()
    }

    /// The whole text as one condition or value.
    static func parse(_ text: String) throws(ExpressionError) -> Expression {
      var parser = try Parser(text)
      if parser.current.kind == .end {
        throw parser.error("found nothing; expected a condition", hint: "for example population > 200")
      }
      let expression = try parser.disjunction()
      switch parser.current.kind {
      case .end: break
      case .symbol(.close): throw parser.error("found ) without a ( before it; expected AND, OR or the end")
      default: throw parser.unexpected(after: expression, expected: "AND, OR or the end")
      }
      try parser.requireCondition(expression, expected: "an operator, as in a condition")
      return expression
    }

    // MARK: Tokens

    /// Moves on; returns where the token passed stands.
    @discardableResult
    mutating func advance() throws(ExpressionError) -> Span {
      previous = current.span
      current = try tokenizer.next()
      return previous
    }

    /// Moves on if `symbol` comes next.
    mutating func take(_ symbol: Token.Symbol) throws(ExpressionError) -> Bool {
      guard current.kind == .symbol(symbol) else { return false }
      try advance()
      return true
    }

    /// Moves on if `keyword` comes next.
    mutating func take(_ keyword: Keyword) throws(ExpressionError) -> Bool {
      guard self.keyword == keyword else { return false }
      try advance()
      return true
    }

    /// The keyword that comes next; nil when it is something else.
    var keyword: Keyword? {
      if case .word(_, let keyword) = current.kind { keyword } else { nil }
    }

    /// Opens a parenthesis behind `what`.
    mutating func open(behind what: String) throws(ExpressionError) -> Span {
      guard current.kind == .symbol(.open) else { throw error("found \(found); expected ( behind \(what)") }
      return try advance()
    }

    /// Closes the parenthesis that stands at `opening`.
    mutating func close(_ opening: Span, expected: String) throws(ExpressionError) {
      if try take(.close) { return }
      if current.kind == .end {
        throw error(opening, "found a ( that is never closed; expected a ) for it")
      }
      throw unexpected(after: nil, expected: expected)
    }

    /// Runs `body` one level deeper.
    mutating func nested<Result>(
      _ body: (inout Parser) throws(ExpressionError) -> Result
    ) throws(ExpressionError) -> Result {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Parser.greatestDepth else {
        throw error(previous, "found more than \(Parser.greatestDepth) parentheses inside each other; expected fewer")
      }
      return try body(&self)
    }

    // MARK: Errors

    /// What comes next, as a message calls it.
    var found: String {
      switch current.kind {
      case .number: Quotation.plain(source(current.span))
      case .text(let text): "the text '\(Quotation.plain(text))'"
      case .word(let word, let keyword): keyword?.rawValue ?? Quotation.plain(word)
      case .quotedName(let name): "\"\(Quotation.plain(name))\""
      case .symbol(let symbol): symbol.rawValue
      case .end: "the end"
      }
    }

    private func source(_ span: Span) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: tokenizer.scalars[span.start..<span.end])
      return String(view)
    }

    /// An error about what comes next.
    func error(_ problem: String, hint: String? = nil) -> ExpressionError {
      tokenizer.error(current.span, problem, hint: hint)
    }

    /// An error about a run of the text.
    func error(_ span: Span, _ problem: String, hint: String? = nil) -> ExpressionError {
      tokenizer.error(span, problem, hint: hint)
    }
  }
}
