import GeoFormats

extension CQL2.Compiler {
  /// What compares two values, by the type that either side has.
  func comparison(_ comparison: CQL2.ComparisonOperator, _ a: Expression, _ b: Expression) throws -> CQL2.Condition {
    switch (try type(of: a), try type(of: b)) {
    case (.any, .any): return try properties(comparison, a, b)
    case (.number, _), (_, .number): return numbers(comparison, try number(a), try number(b))
    case (.text, _), (_, .text): return texts(comparison, try text(a), try text(b))
    case (.boolean, _), (_, .boolean): return booleans(comparison, try condition(a), try condition(b))
    default: return instants(comparison, try instant(a), try instant(b))
    }
  }

  private func numbers(
    _ comparison: CQL2.ComparisonOperator, _ a: @escaping CQL2.NumberReader, _ b: @escaping CQL2.NumberReader
  ) -> CQL2.Condition {
    { feature in
      let (a, b) = (try a(feature), try b(feature))
      if a.isNaN || b.isNaN { return .unknown }
      return CQL2.Truth(comparison.holds(a, b))
    }
  }

  private func texts(
    _ comparison: CQL2.ComparisonOperator, _ a: @escaping CQL2.TextReader, _ b: @escaping CQL2.TextReader
  ) -> CQL2.Condition {
    var first: [UInt8] = []
    var second: [UInt8] = []
    return { feature in
      first.removeAll(keepingCapacity: true)
      second.removeAll(keepingCapacity: true)
      guard try a(feature, &first), try b(feature, &second) else { return .unknown }
      return CQL2.Truth(comparison.holds(CQL2.TextOrder.order(first, second)))
    }
  }

  /// FALSE comes before TRUE.
  private func booleans(
    _ comparison: CQL2.ComparisonOperator, _ a: @escaping CQL2.Condition, _ b: @escaping CQL2.Condition
  ) -> CQL2.Condition {
    { feature in
      let (a, b) = (try a(feature), try b(feature))
      if a == .unknown || b == .unknown { return .unknown }
      return CQL2.Truth(comparison.holds(Int(a.rawValue) - Int(b.rawValue)))
    }
  }

  private func instants(
    _ comparison: CQL2.ComparisonOperator, _ a: @escaping CQL2.InstantReader, _ b: @escaping CQL2.InstantReader
  ) -> CQL2.Condition {
    { feature in
      guard let a = try a(feature), let b = try b(feature) else { return .unknown }
      return CQL2.Truth(comparison.holds(a.order(to: b)))
    }
  }

  /// Two properties: as numbers where both can be read so, else as text, else as booleans, else NULL.
  private func properties(
    _ comparison: CQL2.ComparisonOperator, _ a: Expression, _ b: Expression
  ) throws -> CQL2.Condition {
    let asNumbers = numbers(comparison, try number(a), try number(b))
    let asTexts = texts(comparison, try text(a), try text(b))
    let asBooleans = booleans(comparison, try condition(a), try condition(b))
    return { feature in
      for compare in [asNumbers, asTexts] {
        let truth = try compare(feature)
        if truth != .unknown { return truth }
      }
      return try asBooleans(feature)
    }
  }

  // MARK: Lists

  /// TRUE when a member equals the value, else NULL when one could, for it is NULL, else FALSE.
  func inList(_ value: Expression, _ list: [Expression], _ isNegated: Bool) throws -> CQL2.Condition {
    let type = try type(of: value)
    let numbers = Set(list.compactMap { if case .number(let number) = $0.form { number } else { nil } })
    let texts = Set(list.compactMap { CQL2.TextOrder.key(ofLiteral: $0) })
    if type == .any || type == .number, list.allSatisfy(\.isNumber) {
      let value = try number(value)
      return { feature in
        let number = try value(feature)
        return number.isNaN ? .unknown : CQL2.Truth(numbers.contains(number) != isNegated)
      }
    }
    if type == .any || type == .text, list.allSatisfy({ CQL2.TextOrder.key(ofLiteral: $0) != nil }) {
      let value = try text(value)
      var buffer: [UInt8] = []
      return { feature in
        buffer.removeAll(keepingCapacity: true)
        guard try value(feature, &buffer) else { return .unknown }
        CQL2.TextOrder.compose(&buffer)
        return CQL2.Truth(texts.contains(buffer) != isNegated)
      }
    }
    let members = try list.map { try comparison(.equal, value, $0) }
    return { feature in
      var truth = CQL2.Truth.no
      for member in members {
        let equal = try member(feature)
        if equal == .yes { return CQL2.Truth(!isNegated) }
        if equal == .unknown { truth = .unknown }
      }
      return truth.negated(if: isNegated)
    }
  }

  /// Whether there is no value.
  func isNull(_ value: Expression, _ isNegated: Bool) throws -> CQL2.Condition {
    let isMissing = try isMissing(value)
    return { CQL2.Truth(try isMissing($0) != isNegated) }
  }

  private func isMissing(_ value: Expression) throws -> (Int) throws -> Bool {
    if case .property(let name) = value.form { return try isMissing(source(name)) }
    switch try type(of: value) {
    case .number:
      let number = try number(value)
      return { try number($0).isNaN }
    case .text:
      let text = try text(value)
      var buffer: [UInt8] = []
      return { feature in
        buffer.removeAll(keepingCapacity: true)
        return try !text(feature, &buffer)
      }
    case .boolean:
      let condition = try condition(value)
      return { try condition($0) == .unknown }
    case .interval:
      let extent = try temporal(value)
      return { try extent($0) == nil }
    case .date, .timestamp, .geometry, .array, .any: return { _ in false }
    }
  }

  private func isMissing(_ source: CQL2.Columns.Source) -> (Int) throws -> Bool {
    switch source {
    case .geometry:
      guard let geometries = columns.geometries else { return { _ in true } }
      return { geometries.parts(ofFeature: $0).isEmpty }
    case .attribute(let key):
      guard let table = columns.attributes else { return { _ in true } }
      return { table.isMissing(ofFeature: $0, key: key) }
    case .column(.numbers(let numbers)): return { numbers[$0].isNaN }
    case .column(.integers): return { _ in false }
    case .column(.texts(let texts)): return { texts[$0].map { $0.allSatisfy(\.isWhitespace) } ?? true }
    case .column(.coded(let places, let names)):
      let isBlank = names.map { $0.allSatisfy(\.isWhitespace) }
      return { places[$0] < 0 || isBlank[Int(places[$0])] }
    case .column(.booleans(let flags)): return { flags[$0] == nil }
    case .column(.values(let value)): return { value($0)?.isEmpty ?? true }
    }
  }
}

extension CQL2.ComparisonOperator {
  /// Whether it holds for two numbers, neither of them NaN.
  @inline(__always)
  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .greater: a > b
    case .lessOrEqual: a <= b
    case .greaterOrEqual: a >= b
    }
  }
}

extension CQL2.Expression {
  fileprivate var isNumber: Bool { if case .number = form { true } else { false } }
}
