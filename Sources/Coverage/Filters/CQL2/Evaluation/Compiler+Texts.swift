import GeoFormats

extension CQL2.Compiler {
  /// What reads text, without white space at its ends.
  func text(_ expression: Expression) throws -> CQL2.TextReader {
    switch expression.form {
    case .text(let text):
      let bytes = CQL2.TextOrder.trimmed(text)
      return { _, buffer in
        buffer.append(contentsOf: bytes)
        return true
      }
    case .property(let name): return try text(source(name), expression)
    case .caseFolded(let inner): return try folded(inner, CQL2.TextFolding.foldCase)
    case .accentFolded(let inner): return try folded(inner, CQL2.TextFolding.stripAccents)
    default: throw unsupported(expression)
    }
  }

  /// Folds what `inner` reads; a literal once and for all.
  private func folded(
    _ inner: Expression, _ fold: @escaping (inout [UInt8], Int) -> Void
  ) throws -> CQL2.TextReader {
    let read = try text(inner)
    guard !inner.isPattern else {
      var bytes: [UInt8] = []
      _ = try read(0, &bytes)
      fold(&bytes, 0)
      return { [bytes] _, buffer in
        buffer.append(contentsOf: bytes)
        return true
      }
    }
    return { feature, buffer in
      let start = buffer.count
      guard try read(feature, &buffer) else { return false }
      fold(&buffer, start)
      return true
    }
  }

  private func text(_ source: CQL2.Columns.Source, _ expression: Expression) throws -> CQL2.TextReader {
    switch source {
    case .attribute(let key):
      guard let table = columns.attributes else { break }
      return { table.appendText(ofFeature: $0, key: key, to: &$1) }
    case .column(.texts(let texts)):
      return { feature, buffer in
        guard let text = texts[feature] else { return false }
        return CQL2.TextOrder.append(text, to: &buffer)
      }
    case .column(.coded(let places, let names)):
      let names = names.map { CQL2.TextOrder.trimmed($0) }
      return { feature, buffer in
        let place = Int(places[feature])
        guard place >= 0, !names[place].isEmpty else { return false }
        buffer.append(contentsOf: names[place])
        return true
      }
    case .column(.values(let value)):
      return { feature, buffer in
        switch value(feature) {
        case .text(let text): CQL2.TextOrder.append(text, to: &buffer)
        case .number(let number): CQL2.TextOrder.append(AttributeValue.number(number).spelling ?? "", to: &buffer)
        case .boolean, .structured, .null, nil: false
        }
      }
    case .column, .geometry: break
    }
    throw unsupported(expression)
  }

  /// What reads a boolean.
  func boolean(_ source: CQL2.Columns.Source, _ expression: Expression) throws -> CQL2.Condition {
    switch source {
    case .attribute(let key):
      guard let table = columns.attributes else { break }
      return { table.boolean(ofFeature: $0, key: key).map { CQL2.Truth($0) } ?? .unknown }
    case .column(.booleans(let flags)): return { flags[$0].map { CQL2.Truth($0) } ?? .unknown }
    case .column(.values(let value)):
      return { feature in
        guard let value = value(feature) else { return .unknown }
        return value.equals(.boolean(true)) ? .yes : value.equals(.boolean(false)) ? .no : .unknown
      }
    case .column, .geometry: break
    }
    throw unsupported(expression)
  }

  /// What matches text with a pattern.
  func like(_ value: Expression, _ pattern: Expression, _ isNegated: Bool) throws -> CQL2.Condition {
    let value = try text(value)
    var bytes: [UInt8] = []
    try appendPattern(pattern, to: &bytes)
    let pattern = CQL2.LikePattern(String(decoding: bytes, as: UTF8.self))
    var buffer: [UInt8] = []
    return { feature in
      buffer.removeAll(keepingCapacity: true)
      guard try value(feature, &buffer) else { return .unknown }
      return CQL2.Truth(pattern.matches(buffer) != isNegated)
    }
  }

  /// A pattern with its folding done; unlike other text it keeps white space at its ends.
  private func appendPattern(_ pattern: Expression, to bytes: inout [UInt8]) throws {
    switch pattern.form {
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .caseFolded(let inner):
      try appendPattern(inner, to: &bytes)
      CQL2.TextFolding.foldCase(&bytes, 0)
    case .accentFolded(let inner):
      try appendPattern(inner, to: &bytes)
      CQL2.TextFolding.stripAccents(&bytes, 0)
    default: throw unsupported(pattern)
    }
  }
}
