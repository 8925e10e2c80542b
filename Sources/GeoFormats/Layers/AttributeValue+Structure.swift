extension AttributeValue {
  /// The value of `key` in an object, or in text that holds one, as GDAL leaves nested JSON; nil for anything else and
  /// where the object lacks the key.
  public func member(_ key: String) -> AttributeValue? {
    guard var text = structure(startingWith: "{") else { return nil }
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      guard scanner.take(UInt8(ascii: "{")) else { return nil }
      while let name = try? scanner.string(), (try? scanner.expect(UInt8(ascii: ":"), "':'")) != nil,
        let value = try? scanner.value()
      {
        if JSONText.unescaped(UnsafeBufferPointer(rebasing: bytes[name])) == key {
          return AttributeValue(json: UnsafeBufferPointer(rebasing: bytes[value]))
        }
        guard scanner.take(UInt8(ascii: ",")) else { break }
      }
      return nil
    }
  }

  /// The elements of an array, or of text that holds one; nil for anything else.
  public var elements: [AttributeValue]? {
    guard var text = structure(startingWith: "[") else { return nil }
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      var elements: [AttributeValue] = []
      guard scanner.take(UInt8(ascii: "[")) else { return nil }
      while let value = try? scanner.value() {
        elements.append(AttributeValue(json: UnsafeBufferPointer(rebasing: bytes[value])))
        guard scanner.take(UInt8(ascii: ",")) else { break }
      }
      return elements
    }
  }

  private func structure(startingWith start: Character) -> String? {
    switch self {
    case .structured(let text), .text(let text): text.first == start ? text : nil
    case .number, .boolean, .null: nil
    }
  }

  /// Appends the value as JSON; a number that JSON cannot hold as null.
  func append(jsonTo bytes: inout [UInt8]) {
    switch self {
    case .text(let text): JSONText.append(text, to: &bytes)
    case .number(let number) where !number.isFinite: bytes.append(contentsOf: "null".utf8)
    case .number, .boolean, .structured: bytes.append(contentsOf: (spelling ?? "null").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }
}
