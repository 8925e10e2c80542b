extension CQL2.Parser {
  /// The rules `dateInstant`, `timestampInstant` and `intervalInstance`, from the keyword on.
  mutating func temporalLiteral(_ keyword: CQL2.Keyword) throws(ExpressionError) -> Expression {
    let span = current.span
    let written = if case .word(let word, _) = current.kind { word } else { keyword.rawValue }
    try advance()
    guard current.kind == .symbol(.open) else {
      throw error(
        "found \(found); expected ( behind \(keyword.rawValue)",
        hint: "a property of that name is written \"\(written)\"")
    }
    let opening = try advance()
    let form: Expression.Form =
      keyword == .interval ? try interval() : .instant(try instant(wantsDate: keyword == .date))
    try close(opening, expected: ")")
    return Expression(form: form, span: span.through(previous))
  }

  private mutating func instant(wantsDate: Bool) throws(ExpressionError) -> CQL2.Instant {
    let expected = wantsDate ? "a date such as '2024-01-10'" : "a time in UTC such as '2024-01-10T07:30:00Z'"
    guard case .text(let text) = current.kind else { throw error("found \(found); expected \(expected)") }
    let instant = try instant(text, expected: expected)
    guard instant.isDate == wantsDate else {
      throw error(
        "found \(found); expected \(expected)", hint: wantsDate ? "write TIMESTAMP('…')" : "write DATE('…')")
    }
    try advance()
    return instant
  }

  private func instant(_ text: String, expected: String) throws(ExpressionError) -> CQL2.Instant {
    do {
      return try CQL2.Instant(rfc3339: text.utf8, offset: .utcOnly)
    } catch {
      switch error {
      case .form: throw self.error("found \(found); expected \(expected)")
      case .calendar: throw self.error("found \(found), which no calendar or clock shows; expected \(expected)")
      case .offset:
        throw self.error("found \(found); expected a time in UTC, with Z at its end", hint: "Vietnam is 7 hours ahead")
      }
    }
  }

  /// The two rules `instantParameter` of an interval.
  private mutating func interval() throws(ExpressionError) -> Expression.Form {
    let span = current.span
    let start = try intervalEnd()
    guard try take(.comma) else { throw error("found \(found); expected a comma and the end of the interval") }
    let end = try intervalEnd()
    if case (.instant(let first), .instant(let last)) = (start, end), first.order(to: last) > 0 {
      throw error(span.through(previous), "found an interval that ends before it starts; expected the start first")
    }
    return .interval(start, end)
  }

  private mutating func intervalEnd() throws(ExpressionError) -> Expression.IntervalEnd {
    let expected = "a date or time in quotes, '..' for no end, or a property"
    if case .text(let text) = current.kind {
      let end: Expression.IntervalEnd = text == ".." ? .open : .instant(try instant(text, expected: expected))
      try advance()
      return end
    }
    let value = try nested { parser throws(ExpressionError) in try parser.sum() }
    switch value.form {
    case .instant(let instant): return .instant(instant)
    case .property, .call: return .value(value)
    default: throw error(value.span, "found something else; expected \(expected)")
    }
  }
}
