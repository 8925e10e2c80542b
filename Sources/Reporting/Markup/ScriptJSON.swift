import GeoFormats

/// JSON that stands in a script element of a page: a value after the other, written as it comes.
///
/// Characters that would end the element or a line of a script are escaped, so that no text can leave its string.
struct ScriptJSON: Sendable {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// The members that `body` writes, as an object.
  mutating func object(_ body: (inout ScriptJSON) -> Void) { enclosed("{", "}", body) }

  /// The values that `body` writes, as an array.
  mutating func array(_ body: (inout ScriptJSON) -> Void) { enclosed("[", "]", body) }

  /// The key of the value that is written next.
  mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  /// A text; null for nil.
  mutating func value(_ text: String?) {
    separate()
    if let text { quote(text) } else { bytes.append(text: "null") }
  }

  /// A whole number.
  mutating func value(_ number: Int) {
    separate()
    bytes.append(integer: number)
  }

  /// A number with so many decimals at most, 1 to 9; null where it is not finite.
  mutating func value(_ number: Double, decimals: Int) {
    separate()
    bytes.append(fixed: number, decimals: decimals, trimsZeros: true)
  }

  /// A number rounded to whole; null where it is not finite.
  mutating func value(rounded number: Double) {
    separate()
    if let whole = Int(exactly: number.rounded()) { bytes.append(integer: whole) } else { bytes.append(text: "null") }
  }

  /// A truth.
  mutating func value(_ truth: Bool) {
    separate()
    bytes.append(contentsOf: (truth ? "true" : "false").utf8)
  }

  private mutating func enclosed(_ open: Character, _ close: Character, _ body: (inout ScriptJSON) -> Void) {
    separate()
    bytes.append(contentsOf: open.utf8)
    isFirst = true
    body(&self)
    bytes.append(contentsOf: close.utf8)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func quote(_ text: String) {
    let start = bytes.count
    JSONText.append(text, to: &bytes)
    guard bytes[start...].contains(where: { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 || $0 == 0xE2 }) else { return }
    let quoted = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeSubrange(start...)
    for scalar in quoted.unicodeScalars {
      switch scalar {
      case "<": bytes.append(text: "\\u003c")
      case ">": bytes.append(text: "\\u003e")
      case "&": bytes.append(text: "\\u0026")
      case "\u{2028}": bytes.append(text: "\\u2028")
      case "\u{2029}": bytes.append(text: "\\u2029")
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        // Marks that turn the direction of text have no business in a source that people read.
        bytes.append(contentsOf: "\\u\(String(scalar.value, radix: 16))".utf8)
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
  }
}
