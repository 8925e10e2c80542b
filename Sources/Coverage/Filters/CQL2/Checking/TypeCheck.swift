extension CQL2 {
  /// Finds the type of each node and refuses what can never be compared.
  ///
  /// The same check runs twice: with the text alone, when every property may be anything, and again with the columns.
  struct TypeCheck {
    let text: String
    /// What a property is known to be.
    let property: (String) -> ValueType

    /// Checks a whole expression.
    func check(_ expression: Expression) throws(ExpressionError) { try expect(.boolean, expression, "a condition") }

    /// What a node is; throws where it or something below it makes no sense.
    func type(of expression: Expression) throws(ExpressionError) -> ValueType {
      switch expression.form {
      case .number: return .number
      case .text: return .text
      case .boolean: return .boolean
      case .instant(let instant): return instant.isDate ? .date : .timestamp
      case .interval(let start, let end):
        for case .value(let value) in [start, end] { try expectInstant(value) }
        return .interval
      case .geometry: return .geometry
      case .array(let elements):
        for element in elements { try checkElement(element) }
        return .array
      case .property(let name): return property(name)
      case .call(let name, let arguments): return try call(name, arguments, expression.span)
      case .caseFolded(let inner), .accentFolded(let inner):
        try expect(.text, inner, "text")
        return .text
      case .arithmetic, .power, .negated:
        for operand in expression.children { try expect(.number, operand, "a number") }
        return .number
      default:
        try checkCondition(expression)
        return .boolean
      }
    }

    private func error(_ expression: Expression, _ problem: String, hint: String? = nil) -> ExpressionError {
      ExpressionError(text: text, span: expression.span, problem: problem, hint: hint)
    }

    private func expect(
      _ wanted: ValueType, _ expression: Expression, _ what: String, hint: String? = nil
    ) throws(ExpressionError) {
      let found = try type(of: expression)
      // A property alone stands for a boolean only inside a comparison.
      guard found == wanted || (found == .any && wanted != .boolean) else {
        throw error(expression, "found \(describe(expression, found)); expected \(what)", hint: hint)
      }
    }

    private func describe(_ expression: Expression, _ type: ValueType) -> String {
      if case .property(let name) = expression.form, type != .any {
        return "\(Quotation.plain(name)), which is \(type.rawValue)"
      }
      return expression.isPredicate ? "a condition" : type.rawValue
    }

    private func expectInstant(_ expression: Expression) throws(ExpressionError) {
      let found = try type(of: expression)
      // A column of text may hold dates.
      if case .property = expression.form, found == .text { return }
      guard found == .any || found.isInstant else {
        throw error(expression, "found \(describe(expression, found)); expected a date or a timestamp")
      }
    }

    private func checkElement(_ element: Expression) throws(ExpressionError) {
      let found = try type(of: element)
      guard found.isScalar, !element.isPredicate else {
        throw error(
          element,
          "found \(describe(element, found)) in an array; supported are text, numbers, booleans, dates and properties")
      }
    }

    private func call(
      _ name: String, _ arguments: [Expression], _ span: Span
    ) throws(ExpressionError) -> ValueType {
      guard let function = Function(named: name) else {
        throw ExpressionError(
          text: text, span: Span(start: span.start, end: span.start + name.unicodeScalars.count),
          problem: "found the function \(Quotation.plain(name)), which is not known", hint: Function.hint(for: name))
      }
      guard arguments.count == function.parameters.count else {
        throw ExpressionError(
          text: text, span: span, problem: "found \(arguments.count) arguments; expected \(function.signature)")
      }
      for (argument, parameter) in zip(arguments, function.parameters) {
        try expect(parameter, argument, "\(parameter.rawValue), as in \(function.signature)")
      }
      return function.result
    }

    // MARK: Conditions

    private func checkCondition(_ expression: Expression) throws(ExpressionError) {
      switch expression.form {
      case .comparison(_, let a, let b): try checkComparison(a, [b])
      case .inList(let value, let list, _): try checkComparison(value, list)
      case .like(let value, let pattern, _):
        try expect(.text, value, "text")
        try expect(.text, pattern, "text")
      case .between:
        for operand in expression.children {
          try expect(
            .number, operand, "a number", hint: "for other values write name >= least AND name <= greatest")
        }
      case .isNull(let value, _): _ = try type(of: value)
      case .spatial(let relation, let a, let b): try checkSpatial(relation, [a, b])
      case .temporal(let relation, let a, let b): for operand in [a, b] { try checkTemporal(relation, operand) }
      case .arrays(let relation, let a, let b):
        for operand in [a, b] { try expect(.array, operand, "an array, for \(relation.rawValue) compares arrays") }
      case .and(let members), .or(let members):
        for member in members { try expect(.boolean, member, "a condition") }
      case .not(let inner): try expect(.boolean, inner, "a condition")
      default: break
      }
    }

    private func checkComparison(_ value: Expression, _ others: [Expression]) throws(ExpressionError) {
      let first = try type(of: value)
      guard first.isScalar else {
        throw error(value, "found \(describe(value, first)); expected a number, text, boolean, date or timestamp")
      }
      for other in others {
        let second = try type(of: other)
        guard !first.compares(with: second) else { continue }
        throw error(
          other, "found \(describe(other, second)); expected \(first.rawValue), as on the left",
          hint: hint(first, value, second, other))
      }
    }

    private func hint(_ a: ValueType, _ first: Expression, _ b: ValueType, _ second: Expression) -> String? {
      for (type, other) in [(a, second), (b, first)] {
        guard case .text(let text) = other.form else { continue }
        if type == .number, Double(text) != nil { return "write \(text) without quotes" }
        if type.isInstant { return "write \(type == .date ? "DATE" : "TIMESTAMP")('\(Quotation.plain(text))')" }
      }
      return nil
    }

    private func checkSpatial(_ relation: SpatialRelation, _ operands: [Expression]) throws(ExpressionError) {
      for operand in operands {
        try expect(.geometry, operand, "a geometry, for \(relation.rawValue) compares geometries")
        guard case .geometry(let literal) = operand.form, relation != .intersects, relation != .disjoint else {
          continue
        }
        if Set(literal.column.partKinds.map { $0 == .hole ? .shell : $0 }).count > 1 {
          throw error(
            operand, "found a GEOMETRYCOLLECTION of different kinds; \(relation.rawValue) takes one kind",
            hint: "S_INTERSECTS and S_DISJOINT take any")
        }
      }
    }

    private func checkTemporal(_ relation: TemporalRelation, _ operand: Expression) throws(ExpressionError) {
      let found = try type(of: operand)
      if found == .interval { return }
      if found.isInstant, !relation.takesInstants {
        throw error(
          operand, "found \(found.rawValue); expected an interval, for \(relation.rawValue) compares intervals alone",
          hint: "T_AFTER, T_BEFORE, T_DISJOINT, T_EQUALS and T_INTERSECTS take instants")
      }
      try expectInstant(operand)
    }
  }
}
