extension CQL2.Expression: CustomStringConvertible {
  /// The expression in the text form, with no more parentheses than it needs; parsing it gives an equal tree.
  public var description: String {
    var writer = CQL2.Writer()
    writer.write(self)
    return writer.text
  }

  /// A property's name as it is written: in double quotes where it is no plain identifier.
  static func name(_ name: String) -> String {
    CQL2.Identifier.isPlain(name) ? name : "\"\(name.replacing("\"", with: "\"\""))\""
  }
}

extension CQL2 {
  /// Writes trees as text.
  struct Writer {
    private(set) var text = ""

    mutating func append(_ piece: String) { text += piece }

    mutating func write(_ expression: Expression) {
      switch expression.form {
      case .number(let number): text += Writer.spelling(number)
      case .text(let value): write(text: value)
      case .boolean(let flag): text += flag ? "TRUE" : "FALSE"
      case .instant(let instant): text += "\(instant.isDate ? "DATE" : "TIMESTAMP")('\(instant)')"
      case .interval(let start, let end): write(start, end)
      case .geometry(let literal): write(literal)
      case .array(let elements): write("", elements)
      case .property(let name): text += Expression.name(name)
      case .call(let name, let arguments): write(name, arguments)
      case .caseFolded(let inner): write("CASEI", [inner])
      case .accentFolded(let inner): write("ACCENTI", [inner])
      case .arithmetic, .power, .negated: writeArithmetic(expression)
      default: writeCondition(expression)
      }
    }

    static func spelling(_ number: Double) -> String {
      let isWhole = number == number.rounded() && abs(number) < 1e15
      return isWhole ? String(Int64(number)) : String(number)
    }

    /// What a text literal cannot hold as it is, escaped (`/req/cql2-text/escaping`).
    private mutating func write(text value: String) {
      text += "'"
      for scalar in value.unicodeScalars {
        switch scalar {
        case "'": text += "''"
        case "\\": text += "\\\\"
        case "\u{07}": text += "\\a"
        case "\u{08}": text += "\\b"
        case "\t": text += "\\t"
        case "\n": text += "\\n"
        case "\u{0B}": text += "\\v"
        case "\u{0C}": text += "\\f"
        case "\r": text += "\\r"
        default: text.unicodeScalars.append(scalar)
        }
      }
      text += "'"
    }

    private mutating func write(_ start: Expression.IntervalEnd, _ end: Expression.IntervalEnd) {
      text += "INTERVAL("
      for (index, end) in [start, end].enumerated() {
        if index > 0 { text += ", " }
        switch end {
        case .open: text += "'..'"
        case .instant(let instant): text += "'\(instant)'"
        case .value(let value): write(value)
        }
      }
      text += ")"
    }

    private mutating func write(_ name: String, _ arguments: [Expression]) {
      text += "\(name)("
      write(list: arguments)
      text += ")"
    }

    private mutating func write(list: [Expression]) {
      for (index, element) in list.enumerated() {
        if index > 0 { text += ", " }
        write(element)
      }
    }

    private mutating func write(_ expression: Expression, parenthesized: Bool) {
      if parenthesized { text += "(" }
      write(expression)
      if parenthesized { text += ")" }
    }

    // MARK: Arithmetic

    private mutating func writeArithmetic(_ expression: Expression) {
      switch expression.form {
      case .arithmetic(let first, let steps):
        let isAdditive = steps.first?.operator.isAdditive ?? true
        write(first, parenthesized: !first.isOperand(ofSum: isAdditive))
        for step in steps {
          text += " \(step.operator.rawValue) "
          write(step.operand, parenthesized: !step.operand.isOperand(ofSum: isAdditive))
        }
      case .power(let base, let exponent):
        write(base, parenthesized: !base.isFactor)
        text += " ^ "
        write(exponent, parenthesized: !exponent.isFactor)
      case .negated(let inner):
        text += "-"
        write(inner, parenthesized: !inner.isOperand)
      default: write(expression)
      }
    }

    // MARK: Conditions

    private mutating func writeCondition(_ expression: Expression) {
      switch expression.form {
      case .comparison(let comparison, let a, let b):
        writeOperand(a)
        text += " \(comparison.rawValue) "
        writeOperand(b)
      case .like(let value, let pattern, let isNegated):
        writeOperand(value)
        text += isNegated ? " NOT LIKE " : " LIKE "
        write(pattern)
      case .between(let value, let low, let high, let isNegated):
        writeOperand(value)
        text += isNegated ? " NOT BETWEEN " : " BETWEEN "
        writeOperand(low)
        text += " AND "
        writeOperand(high)
      case .inList(let value, let list, let isNegated):
        writeOperand(value)
        text += isNegated ? " NOT IN " : " IN "
        write("", list)
      case .isNull(let value, let isNegated):
        writeOperand(value)
        text += isNegated ? " IS NOT NULL" : " IS NULL"
      case .spatial(let relation, let a, let b): write(relation.rawValue, [a, b])
      case .temporal(let relation, let a, let b): write(relation.rawValue, [a, b])
      case .arrays(let relation, let a, let b): write(relation.rawValue, [a, b])
      case .and(let members): write(members, joinedBy: " AND ") { $0.isJoined }
      case .or(let members): write(members, joinedBy: " OR ") { if case .or = $0.form { true } else { false } }
      case .not(let inner):
        text += "NOT "
        write(inner, parenthesized: inner.isJoined || inner.isNegation)
      default: break
      }
    }

    private mutating func write(
      _ members: [Expression], joinedBy word: String, _ wantsParentheses: (Expression) -> Bool
    ) {
      for (index, member) in members.enumerated() {
        if index > 0 { text += word }
        write(member, parenthesized: wantsParentheses(member))
      }
    }

    /// An operand of a predicate: a condition wants parentheses there unless it looks like a function.
    private mutating func writeOperand(_ expression: Expression) {
      write(expression, parenthesized: expression.isPredicate && !expression.isRelation)
    }
  }
}

extension CQL2.Expression {
  /// Whether it stands for itself behind a minus: no literal with a sign, no operator.
  fileprivate var isOperand: Bool {
    switch form {
    case .property, .call, .caseFolded, .accentFolded, .text, .boolean, .instant, .interval, .geometry: true
    default: false
    }
  }

  /// Whether it can stand beside `^` without parentheses.
  fileprivate var isFactor: Bool {
    switch form {
    case .number, .negated: true
    default: isOperand
    }
  }

  /// Whether it can stand in a sum, or else in a product, without parentheses.
  fileprivate func isOperand(ofSum isSum: Bool) -> Bool {
    switch form {
    case .arithmetic(_, let steps): isSum && steps.first?.operator.isAdditive == false
    case .power: true
    default: isFactor
    }
  }

  fileprivate var isJoined: Bool {
    switch form {
    case .and, .or: true
    default: false
    }
  }

  fileprivate var isNegation: Bool { if case .not = form { true } else { false } }

  fileprivate var isRelation: Bool {
    switch form {
    case .spatial, .temporal, .arrays: true
    default: false
    }
  }
}
