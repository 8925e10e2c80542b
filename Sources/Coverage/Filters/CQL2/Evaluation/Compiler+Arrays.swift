import GeoFormats

extension CQL2.Compiler {
  /// Reads the elements of an array; nil for NULL.
  private typealias ArrayReader = (Int) throws -> [AttributeValue]?

  /// What compares two arrays as sets (requirement `/req/array-functions/array-predicates`). Allocates.
  ///
  /// Elements are equal as by ``AttributeValue/equals(_:)``, in either direction; a NULL among them equals nothing.
  func arrays(_ relation: CQL2.ArrayRelation, _ a: Expression, _ b: Expression) throws -> CQL2.Condition {
    let (first, second) = (try array(a), try array(b))
    return { feature in
      guard let one = try first(feature), let other = try second(feature) else { return .unknown }
      return CQL2.Truth(Self.holds(relation, one, other))
    }
  }

  private static func holds(_ relation: CQL2.ArrayRelation, _ a: [AttributeValue], _ b: [AttributeValue]) -> Bool {
    switch relation {
    case .equals: isSubset(a, of: b) && isSubset(b, of: a)
    case .contains: isSubset(b, of: a)
    case .containedBy: isSubset(a, of: b)
    case .overlaps: a.contains { contains(b, $0) }
    }
  }

  private static func isSubset(_ a: [AttributeValue], of b: [AttributeValue]) -> Bool {
    a.allSatisfy { contains(b, $0) }
  }

  private static func contains(_ array: [AttributeValue], _ value: AttributeValue) -> Bool {
    array.contains { $0.equals(value) || value.equals($0) }
  }

  private func array(_ expression: Expression) throws -> ArrayReader {
    switch expression.form {
    case .array(let elements):
      let elements = try elements.map(element)
      return { feature in try elements.map { try $0(feature) } }
    case .property(let name): return try elements(source(name))
    default: throw unsupported(expression)
    }
  }

  /// What reads the elements of a property that is a JSON array, or text that holds one; nil for anything else.
  func elements(_ source: CQL2.Columns.Source) -> (Int) -> [AttributeValue]? {
    switch source {
    case .attribute(let key):
      guard let table = columns.attributes else { break }
      return { table.value(ofFeature: $0, key: key)?.elements }
    case .column(.values(let value)): return { value($0)?.elements }
    case .column(.texts(let texts)): return { texts[$0].flatMap { AttributeValue.text($0).elements } }
    case .column, .geometry: break
    }
    return { _ in nil }
  }

  /// What reads one element. An instant is the text that RFC 3339 writes for it.
  private func element(_ expression: Expression) throws -> (Int) throws -> AttributeValue {
    switch try type(of: expression) {
    case .number:
      let number = try number(expression)
      return { feature in
        let number = try number(feature)
        return number.isNaN ? .null : .number(number)
      }
    case .boolean:
      let condition = try condition(expression)
      return { feature in
        let truth = try condition(feature)
        return truth == .unknown ? .null : .boolean(truth == .yes)
      }
    case .date, .timestamp:
      let instant = try instant(expression)
      return { try instant($0).map { .text($0.description) } ?? .null }
    default: return try textElement(expression)
    }
  }

  private func textElement(_ expression: Expression) throws -> (Int) throws -> AttributeValue {
    if case .property(let name) = expression.form, case .attribute(let key) = try source(name),
      let table = columns.attributes
    {
      return { table.value(ofFeature: $0, key: key) ?? .null }
    }
    if case .property(let name) = expression.form, case .column(.values(let value)) = try source(name) {
      return { value($0) ?? .null }
    }
    let text = try text(expression)
    return { feature in
      var bytes: [UInt8] = []
      return try text(feature, &bytes) ? .text(String(decoding: bytes, as: UTF8.self)) : .null
    }
  }
}
