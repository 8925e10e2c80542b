/// Strings and other small pieces of JSON text, as bytes.
public enum JSONText {
  /// 3 when the text starts with the byte-order mark of UTF-8, else 0.
  static func byteOrderMarkLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The text of a string given the bytes between its quotes; a lone surrogate becomes U+FFFD.
  public static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt8] = []
    units.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
        units.append(bytes[at])
        at += 1
        continue
      }
      at += 1
      if bytes[at] == UInt8(ascii: "u") {
        units.append(contentsOf: String(unicodeEscape(bytes, &at)).utf8)
      } else {
        units.append(simpleEscape(bytes[at]))
        at += 1
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
  }

  /// Reads `uXXXX` at `at`, with the low half of a surrogate pair when it follows.
  private static func unicodeEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Character {
    let first = codeUnit(bytes, at + 1)
    at += 5
    if (0xD800..<0xDC00).contains(first), at + 5 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u"), case let second = codeUnit(bytes, at + 2), (0xDC00..<0xE000).contains(second)
    {
      at += 6
      let scalar = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
      return Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in at..<min(at + 4, bytes.count) { unit = unit << 4 | (hexValue(bytes[index]) ?? 0) }
    return unit
  }

  /// Appends `text` as a JSON string with its quotes; only what must be escaped is.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
        output.append(contentsOf: bytes)
      } else {
        appendEscaped(bytes, to: &output)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
      case 0x0D: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
      case 0x09: output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
      case 0x00..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(contentsOf: [hexDigit(byte >> 4), hexDigit(byte & 15)])
      default: output.append(byte)
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
