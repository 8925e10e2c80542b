extension CQL2.Parser {
  /// The rule `arithmeticExpression`, or any other value or parenthesis.
  mutating func sum() throws(ExpressionError) -> Expression {
    try chain { parser throws(ExpressionError) in
      try parser.chain { parser throws(ExpressionError) in
        try parser.power()
      } operator: { kind in
        switch kind {
        case .symbol(.times): .times
        case .symbol(.divide): .divide
        case .symbol(.modulo): .modulo
        case .word(_, .div): .integerDivide
        default: nil
        }
      }
    } operator: { kind in
      switch kind {
      case .symbol(.plus): .plus
      case .symbol(.minus): .minus
      default: nil
      }
    }
  }

  /// Operands joined by operators that bind alike.
  private mutating func chain(
    _ operand: (inout Self) throws(ExpressionError) -> Expression,
    operator: (CQL2.Token.Kind) -> CQL2.ArithmeticOperator?
  ) throws(ExpressionError) -> Expression {
    let first = try operand(&self)
    var steps: [Expression.ArithmeticStep] = []
    while let found = `operator`(current.kind) {
      try advance()
      steps.append(.init(operator: found, operand: try operand(&self)))
    }
    if steps.isEmpty { return first }
    return Expression(form: .arithmetic(first, steps), span: first.span.through(previous))
  }

  /// The rule `powerTerm`, which has one exponent.
  private mutating func power() throws(ExpressionError) -> Expression {
    let base = try signed()
    guard try take(.power) else { return base }
    let exponent = try signed()
    if current.kind == .symbol(.power) {
      throw error(
        "found a second ^; expected one, for the language does not say which comes first", hint: "use parentheses")
    }
    return Expression(form: .power(base, exponent), span: base.span.through(previous))
  }

  /// The rule `arithmeticFactor`: a sign belongs to what follows it, before any `^`.
  private mutating func signed() throws(ExpressionError) -> Expression {
    let start = current.span
    if try take(.plus) {
      guard case .number(let number) = current.kind else { throw error("found \(found) behind +; expected a number") }
      try advance()
      return Expression(form: .number(number), span: start.through(previous))
    }
    guard try take(.minus) else { return try primary() }
    if case .number(let number) = current.kind {
      try advance()
      return Expression(form: .number(-number), span: start.through(previous))
    }
    let operand = try primary()
    return Expression(form: .negated(operand), span: start.through(previous))
  }

  /// A literal, a property, a function, or anything in parentheses.
  private mutating func primary() throws(ExpressionError) -> Expression {
    let span = current.span
    switch current.kind {
    case .number(let number):
      try advance()
      return Expression(form: .number(number), span: span)
    case .text(let text):
      try advance()
      return Expression(form: .text(text), span: span)
    case .quotedName(let name):
      try advance()
      return Expression(form: .property(name), span: span)
    case .word(let word, nil):
      try advance()
      guard current.kind == .symbol(.open) else { return Expression(form: .property(word), span: span) }
      let arguments = try arguments(of: word)
      return Expression(form: .call(word, arguments), span: span.through(previous))
    case .word(_, let keyword?): return try keywordValue(keyword)
    case .symbol(.open): return try parenthesized()
    default: throw error("found \(found); expected a value", hint: valueHint)
    }
  }

  private var valueHint: String? {
    switch current.kind {
    case .symbol(.equal): "is a name missing before it?"
    case .symbol(.times): "% stands for any characters in LIKE"
    default: nil
    }
  }

  private mutating func keywordValue(_ keyword: CQL2.Keyword) throws(ExpressionError) -> Expression {
    let span = current.span
    switch keyword {
    case .trueWord, .falseWord:
      try advance()
      return Expression(form: .boolean(keyword == .trueWord), span: span)
    case .casei, .accenti:
      let arguments = try fixedArguments(1)
      let form: Expression.Form = keyword == .casei ? .caseFolded(arguments[0]) : .accentFolded(arguments[0])
      return Expression(form: form, span: span.through(previous))
    case .date, .timestamp, .interval: return try temporalLiteral(keyword)
    case .point, .lineString, .polygon, .multiPoint, .multiLineString, .multiPolygon, .geometryCollection, .bbox:
      let literal = try geometryLiteral(keyword)
      return Expression(form: .geometry(literal), span: span.through(previous))
    case .null:
      throw error("found NULL; expected a value", hint: "write name IS NULL")
    case .and, .or, .not, .isWord, .like, .between, .inWord, .div:
      throw error(
        "found \(keyword.rawValue); expected a value", hint: "a property of that name is written \"\(word)\"")
    default: return try relation(keyword)
    }
  }

  /// A predicate that looks like a function: `S_…`, `T_…` or `A_…` with two operands.
  private mutating func relation(_ keyword: CQL2.Keyword) throws(ExpressionError) -> Expression {
    let span = current.span
    let name = keyword.rawValue
    let arrays = CQL2.ArrayRelation(rawValue: name)
    let arguments = try fixedArguments(2, areArrays: arrays != nil)
    let (a, b) = (arguments[0], arguments[1])
    let form: Expression.Form? =
      if let arrays {
        .arrays(arrays, a, b)
      } else if let spatial = CQL2.SpatialRelation(rawValue: name) {
        .spatial(spatial, a, b)
      } else {
        CQL2.TemporalRelation(rawValue: name).map { .temporal($0, a, b) }
      }
    guard let form else { throw error(span, "found \(name); expected a value") }
    return Expression(form: form, span: span.through(previous))
  }

  private var word: String { if case .word(let word, _) = current.kind { word } else { "" } }

  // MARK: Parentheses

  /// The arguments of the keyword that comes next, as many as it takes.
  private mutating func fixedArguments(
    _ count: Int, areArrays: Bool = false
  ) throws(ExpressionError) -> [Expression] {
    let (name, written, span) = (found, word, current.span)
    try advance()
    if current.kind != .symbol(.open) {
      throw error(
        "found \(found); expected ( behind \(name)", hint: "a property of that name is written \"\(written)\"")
    }
    let arguments = try arguments(of: name, areArrays: areArrays)
    guard arguments.count == count else {
      throw error(
        span.through(previous),
        "found \(arguments.count) arguments of \(name); expected \(count == 1 ? "one" : "two")")
    }
    return arguments
  }

  /// The rule `argumentList` in its parentheses.
  private mutating func arguments(of name: String, areArrays: Bool = false) throws(ExpressionError) -> [Expression] {
    let opening = try open(behind: name)
    if try take(.close) { return [] }
    let arguments = try nested { parser throws(ExpressionError) in try parser.list(areArrays: areArrays) }
    try close(opening, expected: "a comma or ) behind an argument of \(CQL2.Quotation.plain(name))")
    return arguments
  }

  /// Values or conditions with commas between them, of which any may be an array.
  private mutating func list(areArrays: Bool) throws(ExpressionError) -> [Expression] {
    var elements: [Expression] = []
    repeat {
      arrayStart = (current.span.start, areArrays)
      elements.append(try disjunction())
    } while try take(.comma)
    return elements
  }

  /// A parenthesis: a value, a condition, or, where one may stand, an array.
  private mutating func parenthesized() throws(ExpressionError) -> Expression {
    let start = arrayStart?.position == current.span.start ? arrayStart : nil
    arrayStart = nil
    let opening = try advance()
    if start != nil, try take(.close) { return Expression(form: .array([]), span: opening.through(previous)) }
    let elements = try nested { parser throws(ExpressionError) in
      start == nil ? [try parser.disjunction()] : try parser.list(areArrays: start?.isCertain ?? false)
    }
    try close(opening, expected: start == nil ? "an operator or )" : "a comma or )")
    let span = opening.through(previous)
    if elements.count > 1 || (start?.isCertain == true && endsArgument) {
      return Expression(form: .array(elements), span: span)
    }
    return elements[0]
  }

  /// Whether no operator follows, so that what was read is a whole argument.
  private var endsArgument: Bool {
    switch current.kind {
    case .symbol(.comma), .symbol(.close), .end: true
    default: false
    }
  }
}
