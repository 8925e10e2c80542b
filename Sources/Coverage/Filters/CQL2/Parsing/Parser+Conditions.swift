extension CQL2.Parser {
  /// The rule `booleanExpression`.
  mutating func disjunction() throws(ExpressionError) -> Expression {
    try chain(of: .or, { parser throws(ExpressionError) in try parser.conjunction() }, { .or($0) })
  }

  /// The rule `booleanTerm`.
  private mutating func conjunction() throws(ExpressionError) -> Expression {
    try chain(of: .and, { parser throws(ExpressionError) in try parser.factor() }, { .and($0) })
  }

  private mutating func chain(
    of keyword: CQL2.Keyword, _ member: (inout Self) throws(ExpressionError) -> Expression,
    _ form: ([Expression]) -> Expression.Form
  ) throws(ExpressionError) -> Expression {
    let first = try member(&self)
    guard self.keyword == keyword else { return first }
    var members = [first]
    try requireCondition(first, expected: "an operator before \(keyword.rawValue)")
    while try take(keyword) {
      let next = try member(&self)
      try requireCondition(next, expected: "an operator, as in a condition")
      members.append(next)
    }
    return Expression(form: form(members), span: first.span.through(previous))
  }

  /// The rule `booleanFactor`.
  private mutating func factor() throws(ExpressionError) -> Expression {
    let start = current.span
    guard try take(.not) else { return try predicate() }
    if keyword == .not { throw error("found NOT behind NOT; expected a condition", hint: "write NOT (NOT …)") }
    let condition = try predicate()
    try requireCondition(condition, expected: "an operator, as in a condition")
    return Expression(form: .not(condition), span: start.through(previous))
  }

  /// The rule `predicate`, or a value where no operator of a predicate follows.
  private mutating func predicate() throws(ExpressionError) -> Expression {
    let left = try sum()
    if let comparison = comparisonOperator {
      try requireValue(left)
      try advance()
      let right = try sum()
      try requireValue(right)
      return node(.comparison(comparison, left, right), from: left)
    }
    let isNegated = try take(.not)
    switch keyword {
    case .like: return try like(left, isNegated)
    case .between: return try between(left, isNegated)
    case .inWord: return try inList(left, isNegated)
    case .isWord where !isNegated: return try isNull(left)
    default:
      if isNegated { throw unexpected(after: left, expected: "LIKE, BETWEEN or IN behind NOT") }
      return left
    }
  }

  private func node(_ form: Expression.Form, from first: Expression) -> Expression {
    Expression(form: form, span: first.span.through(previous))
  }

  private var comparisonOperator: CQL2.ComparisonOperator? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    return CQL2.ComparisonOperator(rawValue: symbol.rawValue)
  }

  /// The rule `isLikePredicate` behind its first operand.
  private mutating func like(_ value: Expression, _ isNegated: Bool) throws(ExpressionError) -> Expression {
    try requireValue(value)
    try advance()
    let pattern = try sum()
    guard pattern.isPattern else {
      throw error(
        pattern.span, "found no text behind LIKE; expected a pattern such as 'Bản%'",
        hint: "text stands in single quotes; it may be inside CASEI or ACCENTI")
    }
    return node(.like(value, pattern: pattern, isNegated: isNegated), from: value)
  }

  /// The rule `isBetweenPredicate` behind its first operand.
  private mutating func between(_ value: Expression, _ isNegated: Bool) throws(ExpressionError) -> Expression {
    try requireValue(value)
    try advance()
    let low = try sum()
    try requireValue(low)
    guard try take(.and) else {
      throw unexpected(after: nil, expected: "AND and the upper end of BETWEEN")
    }
    let high = try sum()
    try requireValue(high)
    return node(.between(value, low, high, isNegated: isNegated), from: value)
  }

  /// The rule `isInListPredicate` behind its first operand.
  private mutating func inList(_ value: Expression, _ isNegated: Bool) throws(ExpressionError) -> Expression {
    try requireValue(value)
    try advance()
    let opening = try open(behind: "IN")
    let list = try nested { parser throws(ExpressionError) in
      var list: [Expression] = []
      repeat {
        let item = try parser.sum()
        try parser.requireValue(item)
        list.append(item)
      } while try parser.take(.comma)
      return list
    }
    try close(opening, expected: "a comma or ) in the list")
    return node(.inList(value, list, isNegated: isNegated), from: value)
  }

  /// The rule `isNullPredicate` behind its operand.
  private mutating func isNull(_ value: Expression) throws(ExpressionError) -> Expression {
    try advance()
    let isNegated = try take(.not)
    guard try take(.null) else { throw unexpected(after: nil, expected: isNegated ? "NULL" : "NULL or NOT NULL") }
    return node(.isNull(value, isNegated: isNegated), from: value)
  }
}

extension CQL2.Expression {
  /// The rule `patternExpression`.
  var isPattern: Bool {
    switch form {
    case .text: true
    case .caseFolded(let inner), .accentFolded(let inner): inner.isPattern
    default: false
    }
  }
}
