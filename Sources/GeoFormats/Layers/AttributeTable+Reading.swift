extension AttributeTable {
  /// The value of the `key`-th key of a feature as a number in the property's own unit; nil where it is none.
  ///
  /// The same as ``AttributeValue/number`` of ``value(ofFeature:key:)``, without making text of the value first.
  @inline(__always)
  public func number(ofFeature feature: Int, key: Int) -> Double? {
    withValueBytes(ofFeature: feature, key: key) { json in
      guard let first = json.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "-") || first.isDigit else {
        return nil
      }
      let isText = first == UInt8(ascii: "\"")
      let digits = isText ? json.text.trimmingSpaces : json
      var scanner = JSONScanner(digits)
      if let number = try? scanner.number(), scanner.position == scanner.end { return number.isFinite ? number : nil }
      // Text that is a number by looser rules, as `+5` and `007`, is seldom.
      return AttributeValue(json: json).number
    }
  }

  /// Appends the value of the `key`-th key of a feature to `text`, in UTF-8, without white space at its ends: text
  /// itself, a number in its shortest spelling. False, and nothing is appended, for anything else and for blank text.
  ///
  /// A whole number keeps all its digits, as codes need.
  @inline(__always)
  public func appendText(ofFeature feature: Int, key: Int, to text: inout [UInt8]) -> Bool {
    withValueBytes(ofFeature: feature, key: key) { json in
      switch json.first {
      case UInt8(ascii: "\""):
        let raw = json.text
        if raw.contains(UInt8(ascii: "\\")) { return Self.append(unescaped: raw, to: &text) }
        let trimmed = raw.trimmingSpaces
        text.append(contentsOf: trimmed)
        return !trimmed.isEmpty
      case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?:
        if json.allSatisfy(\.isDigit) {
          text.append(contentsOf: json)
        } else {
          text.append(contentsOf: (AttributeValue(json: json).spelling ?? "").utf8)
        }
        return true
      default: return false
      }
    }
  }

  private static func append(unescaped raw: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
    var unescaped = JSONText.unescaped(raw)
    return unescaped.withUTF8 { bytes in
      let trimmed = bytes.trimmingSpaces
      text.append(contentsOf: trimmed)
      return !trimmed.isEmpty
    }
  }

  /// The value of the `key`-th key of a feature as a boolean: one itself, or text that is `true` or `false` in any case;
  /// nil where it is none.
  public func boolean(ofFeature feature: Int, key: Int) -> Bool? {
    withValueBytes(ofFeature: feature, key: key) { json in
      switch json.first {
      case UInt8(ascii: "t"): return true
      case UInt8(ascii: "f"): return false
      case UInt8(ascii: "\""):
        let value = AttributeValue(json: json)
        return value.equals(.boolean(true)) ? true : value.equals(.boolean(false)) ? false : nil
      default: return nil
      }
    }
  }

  /// Whether a feature has nothing for the `key`-th key: no such key, null, or blank text.
  public func isMissing(ofFeature feature: Int, key: Int) -> Bool {
    withValueBytes(ofFeature: feature, key: key) { json in
      switch json.first {
      case nil, UInt8(ascii: "n"): true
      case UInt8(ascii: "\""): AttributeValue(json: json).isEmpty
      default: false
      }
    }
  }
}

extension UInt8 {
  @inline(__always)
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
}

extension UnsafeBufferPointer<UInt8> {
  /// A JSON string without its quotes.
  @inline(__always)
  fileprivate var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[1..<(count - 1)]) }

  /// Without white space at both ends, the same as `Character.isWhitespace` finds there.
  @inline(__always)
  fileprivate var trimmingSpaces: UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, case let length = spaceLength(at: start), length > 0 { start += length }
    while end > start {
      // A space of Unicode takes at most three bytes.
      let before = Swift.max(start, end - 3)..<end
      guard let space = before.first(where: { spaceLength(at: $0) == end - $0 }) else { break }
      end = space
    }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// How many bytes the white space at `place` takes; 0 where there is none.
  @inline(__always)
  private func spaceLength(at place: Int) -> Int {
    switch self[place] {
    case 0x09...0x0D, 0x20: 1
    case 0xC2 where place + 1 < count && (self[place + 1] == 0x85 || self[place + 1] == 0xA0): 2
    case 0xE1 where place + 2 < count && self[place + 1] == 0x9A && self[place + 2] == 0x80: 3
    case 0xE2 where place + 2 < count && self[place + 1] == 0x80 && Self.isSpaceEnd(self[place + 2]): 3
    case 0xE2 where place + 2 < count && self[place + 1] == 0x81 && self[place + 2] == 0x9F: 3
    case 0xE3 where place + 2 < count && self[place + 1] == 0x80 && self[place + 2] == 0x80: 3
    default: 0
    }
  }

  /// Whether E2 80 and this byte are a space: U+2000 to U+200A, U+2028, U+2029, U+202F.
  private static func isSpaceEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...0x8A, 0xA8, 0xA9, 0xAF: true
    default: false
    }
  }
}
