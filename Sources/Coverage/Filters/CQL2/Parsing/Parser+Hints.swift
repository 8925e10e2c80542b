import Geospatial

extension CQL2.Parser {
  typealias Expression = CQL2.Expression
  typealias ExpressionError = CQL2.ExpressionError

  /// Words that people write for operators, and what the language has for them.
  private static let foreignWords = [
    "ILIKE": "CASEI(name) LIKE CASEI('…')", "MOD": "%", "EQ": "=", "EQUALS": "=", "NE": "<>", "NEQ": "<>", "LT": "<",
    "LTE": "<=", "GT": ">", "GTE": ">=", "CONTAINS": "LIKE '%…%'", "MATCHES": "LIKE", "REGEXP": "LIKE", "XOR": "<>",
  ]
  private static let operators: [CQL2.Keyword] = [.and, .or, .not, .isWord, .like, .between, .inWord, .div]

  /// An error about what comes next, which nothing that may follow `expression` is.
  func unexpected(after expression: Expression?, expected: String) -> ExpressionError {
    error("found \(found); expected \(expected)", hint: hint(after: expression))
  }

  /// What the next token was probably meant to be.
  private func hint(after expression: Expression?) -> String? {
    switch current.kind {
    case .word(let word, nil):
      if let known = Self.foreignWords[CQL2.ASCII.uppercased(word)] { return "write \(known)" }
      let near = EditDistance.nearest(to: word, among: Self.operators.map(\.rawValue))
      return near.map { "did you mean \($0)?" }
    case .symbol(.equal), .symbol(.less), .symbol(.greater), .symbol(.lessOrEqual), .symbol(.greaterOrEqual),
      .symbol(.notEqual):
      guard let expression, case .comparison = expression.form else { return nil }
      return "join two comparisons with AND"
    case .symbol(.comma): return "a decimal point is a period; a list stands behind IN"
    case .word(_, .isWord) where expression?.isPredicate == true:
      return "put the condition before IS in parentheses"
    case .text, .quotedName, .number: return expression == nil ? nil : "is an operator missing before it?"
    default: return nil
    }
  }

  /// Refuses `expression`, just read, unless it is a condition by itself.
  func requireCondition(_ expression: Expression, expected: String) throws(ExpressionError) {
    if expression.isCondition { return }
    switch expression.form {
    case .property(let name):
      let near = hint(after: nil)
      throw error(
        "found \(found) behind the name \(CQL2.Quotation.plain(name)); expected \(expected)",
        hint: near ?? Self.hint(forNameAlone: name))
    default:
      throw error(expression.span, "found a value alone; expected a condition", hint: "compare it with something")
    }
  }

  private static func hint(forNameAlone name: String) -> String {
    CQL2.Columns.geometryNames.contains(name)
      ? "a geometry stands in S_INTERSECTS, S_WITHIN or DISTANCE"
      : "a property alone is no condition; write \(CQL2.Expression.name(name)) = TRUE"
  }

  /// Refuses `expression` when it is a condition and not a value.
  func requireValue(_ expression: Expression) throws(ExpressionError) {
    if expression.isPredicate {
      throw error(expression.span, "found a condition; expected a value", hint: "join conditions with AND or OR")
    }
  }
}
