import Glibc

/// Why a text is not JSON, and at which byte.
struct JSONFailure: Error, Equatable {
  var position: Int
  var problem: Problem

  enum Problem: Equatable {
    case expected(StaticText)
    case endOfText
    case controlCharacter
    case badEscape
    case notUTF8
    case badNumber
    case tooDeep
    case notAPosition
    case geometry(StaticText)
  }

  /// A constant text that can be compared, which `StaticString` cannot.
  struct StaticText: Equatable, ExpressibleByStringLiteral {
    var text: StaticString
    init(stringLiteral text: StaticString) { self.text = text }
    static func == (a: Self, b: Self) -> Bool { a.text.description == b.text.description }
  }
}

/// Reads JSON text (RFC 8259) strictly, one value at a time, from bytes that outlive it.
///
/// Every read is bounded by `end`. The scanner allocates nothing; strings and objects come back as byte ranges.
struct JSONScanner {
  /// The text; `position` and `end` count from its first byte.
  let base: UnsafeBufferPointer<UInt8>
  /// One past the last byte that may be read.
  let end: Int
  /// The next byte to read.
  var position: Int
  /// How many escapes stood in the strings that were read.
  private(set) var escapes = 0

  /// Objects and arrays nested deeper than this are refused, so that no input exhausts the stack.
  static let deepestNesting = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    base = bytes
    end = bytes.count
    position = start
  }

  /// The next byte, or 0 (which no JSON value starts with) at the end.
  @inline(__always)
  var peek: UInt8 { position < end ? base[position] : 0 }

  @inline(__always)
  mutating func skipWhitespace() {
    while position < end {
      let byte = base[position]
      if byte > 0x20 { return }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// Reads `byte`, after white space.
  @inline(__always)
  mutating func expect(_ byte: UInt8, _ name: JSONFailure.StaticText) throws(JSONFailure) {
    if position < end, base[position] == byte {
      position += 1
    } else {
      try expectLater(byte, name)
    }
  }

  @inline(never)
  private mutating func expectLater(_ byte: UInt8, _ name: JSONFailure.StaticText) throws(JSONFailure) {
    skipWhitespace()
    guard position < end else { throw JSONFailure(position: position, problem: .endOfText) }
    guard base[position] == byte else { throw JSONFailure(position: position, problem: .expected(name)) }
    position += 1
  }

  /// Reads `byte` if it comes next, after white space.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    skipWhitespace()
    guard position < end, base[position] == byte else { return false }
    position += 1
    return true
  }

  /// Reads `text` if it comes next, byte for byte, white space and all.
  @inline(__always)
  mutating func take(exactly text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard let start = base.baseAddress, end - position >= count,
      memcmp(start + position, text.utf8Start, count) == 0
    else { return false }
    position += count
    return true
  }

  func failure(_ problem: JSONFailure.Problem) -> JSONFailure {
    JSONFailure(position: position, problem: position >= end ? .endOfText : problem)
  }

  // MARK: Strings

  /// Reads a string and returns the bytes between its quotes, still escaped.
  @inline(__always)
  mutating func string() throws(JSONFailure) -> Range<Int> {
    try expect(UInt8(ascii: "\""), "a string")
    let start = position
    var at = start
    // Eight bytes at a time while none is a quote, a backslash, a control character or outside ASCII.
    while at + 8 <= end {
      let word = UnsafeRawBufferPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let quote = word ^ 0x2222_2222_2222_2222
      let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let low: UInt64 = 0x0101_0101_0101_0101
      let special =
        ((quote &- low) | (backslash &- low) | (word &- 0x2020_2020_2020_2020) | word) & 0x8080_8080_8080_8080
      if special == 0 {
        at += 8
        continue
      }
      at += special.trailingZeroBitCount >> 3
      if base[at] == UInt8(ascii: "\"") {
        position = at + 1
        return start..<at
      }
      if let length = plainCharacterLength(at) {
        at += length
        continue
      }
      position = at
      try stringByte(base[at])
      at = position
    }
    position = at
    return try restOfString(from: start)
  }

  /// The length in **bytes** of a character of two or three bytes that needs no second look; nil for any other.
  @inline(__always)
  private func plainCharacterLength(_ at: Int) -> Int? {
    guard at + 3 <= end else { return nil }
    let (lead, second, third) = (base[at], base[at + 1], base[at + 2])
    guard lead >= 0xC2, second & 0xC0 == 0x80 else { return nil }
    if lead <= 0xDF { return 2 }
    // Of the leads of three bytes E0 and ED do not go with every second byte.
    return lead > 0xE0 && lead <= 0xEF && lead != 0xED && third & 0xC0 == 0x80 ? 3 : nil
  }

  /// Reads a string to its end, byte by byte.
  @inline(never)
  private mutating func restOfString(from start: Int) throws(JSONFailure) -> Range<Int> {
    while position < end {
      let byte = base[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return start..<(position - 1)
      }
      try stringByte(byte)
    }
    throw JSONFailure(position: position, problem: .endOfText)
  }

  private mutating func stringByte(_ byte: UInt8) throws(JSONFailure) {
    switch byte {
    case UInt8(ascii: "\\"): try escape()
    case 0x00..<0x20: throw JSONFailure(position: position, problem: .controlCharacter)
    case 0x20..<0x80: position += 1
    default: try multibyteCharacter(byte)
    }
  }

  private mutating func escape() throws(JSONFailure) {
    escapes += 1
    guard position + 1 < end else { throw JSONFailure(position: end, problem: .endOfText) }
    switch base[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard position + 6 <= end else { throw JSONFailure(position: end, problem: .endOfText) }
      for digit in 2..<6 where JSONText.hexValue(base[position + digit]) == nil {
        throw JSONFailure(position: position, problem: .badEscape)
      }
      position += 6
    default: throw JSONFailure(position: position, problem: .badEscape)
    }
  }

  /// One character of two to four bytes, well-formed by table 3-7 of the Unicode standard.
  private mutating func multibyteCharacter(_ lead: UInt8) throws(JSONFailure) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw JSONFailure(position: position, problem: .notUTF8)
    }
    guard position + length <= end, second.contains(base[position + 1]) else {
      throw JSONFailure(position: position, problem: .notUTF8)
    }
    for offset in 2..<max(2, length) where base[position + offset] & 0xC0 != 0x80 {
      throw JSONFailure(position: position, problem: .notUTF8)
    }
    position += length
  }

  // MARK: Values

  /// Reads any value and returns its bytes.
  @inline(__always)
  mutating func value(depth: Int = 0) throws(JSONFailure) -> Range<Int> {
    skipWhitespace()
    let start = position
    try skipValue(depth: depth)
    return start..<position
  }

  /// The same as ``value(depth:)`` at a place without white space before it, quicker for text, numbers and null.
  @inline(__always)
  mutating func plainValue(depth: Int) throws(JSONFailure) -> Range<Int> {
    let start = position
    guard start + 4 <= end else { return try value(depth: depth) }
    let first = base[start]
    if first == UInt8(ascii: "\"") {
      _ = try string()
    } else if first &- UInt8(ascii: "0") < 10 {
      try skipNumber()
    } else if UnsafeRawBufferPointer(base).loadUnaligned(fromByteOffset: start, as: UInt32.self) == JSONScanner.null {
      position = start + 4
    } else {
      return try value(depth: depth)
    }
    return start..<position
  }

  /// The bytes of `null` as they stand in memory.
  private static let null = UInt32(bigEndian: 0x6E75_6C6C)

  /// Reads past any value, checking all of it.
  mutating func skipValue(depth: Int = 0) throws(JSONFailure) {
    skipWhitespace()
    switch peek {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"): try skipObject(depth: depth + 1)
    case UInt8(ascii: "["): try skipArray(depth: depth + 1)
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try skipNumber()
    default: throw failure(.expected("a value"))
    }
  }

  private mutating func skipObject(depth: Int) throws(JSONFailure) {
    guard depth <= JSONScanner.deepestNesting else { throw failure(.tooDeep) }
    try expect(UInt8(ascii: "{"), "'{'")
    if take(UInt8(ascii: "}")) { return }
    repeat {
      _ = try string()
      try expect(UInt8(ascii: ":"), "':'")
      try skipValue(depth: depth)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "',' or '}'")
  }

  private mutating func skipArray(depth: Int) throws(JSONFailure) {
    guard depth <= JSONScanner.deepestNesting else { throw failure(.tooDeep) }
    try expect(UInt8(ascii: "["), "'['")
    if take(UInt8(ascii: "]")) { return }
    repeat { try skipValue(depth: depth) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "',' or ']'")
  }

  mutating func literal(_ text: StaticString) throws(JSONFailure) {
    let count = text.utf8CodeUnitCount
    for offset in 0..<count {
      guard position + offset < end else { throw JSONFailure(position: end, problem: .endOfText) }
      guard base[position + offset] == text.utf8Start[offset] else { throw failure(.expected("a value")) }
    }
    position += count
  }

  /// Whether the bytes of `range` are those of `text`, which has no escapes.
  @inline(__always)
  func bytes(_ range: Range<Int>, equal text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where base[range.lowerBound + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Checks that `bytes` are exactly one JSON value and white space.
  static func validate(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFailure) {
    var scanner = JSONScanner(bytes, from: JSONText.byteOrderMarkLength(bytes))
    try scanner.skipValue()
    scanner.skipWhitespace()
    if scanner.position < scanner.end { throw scanner.failure(.expected("the end of the text")) }
  }
}
