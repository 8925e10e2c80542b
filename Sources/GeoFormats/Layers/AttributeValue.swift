/// A property's value as rules look at it.
public enum AttributeValue: Sendable, Hashable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  /// An array or object, as JSON text.
  case structured(String)
  case null

  /// The value of well-formed JSON bytes.
  init(json: UnsafeBufferPointer<UInt8>) {
    guard let first = json.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "\""):
      self = .text(JSONText.unescaped(UnsafeBufferPointer(rebasing: json[1..<(json.count - 1)])))
    case UInt8(ascii: "t"): self = .boolean(true)
    case UInt8(ascii: "f"): self = .boolean(false)
    case UInt8(ascii: "n"): self = .null
    case UInt8(ascii: "["), UInt8(ascii: "{"): self = .structured(String(decoding: json, as: UTF8.self))
    default:
      var scanner = JSONScanner(json)
      self = (try? scanner.number()).map(AttributeValue.number) ?? .null
    }
  }

  /// Whether nothing is there: null or text of white space only.
  public var isEmpty: Bool {
    switch self {
    case .null: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    default: false
    }
  }

  /// The value as a number: a number, or text that is one.
  public var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): Double(text)
    default: nil
    }
  }

  /// The value as text; whole numbers without a point. Nil when nothing is there.
  public var asText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): AttributeValue.text(number)
    case .boolean(let flag): flag ? "true" : "false"
    case .structured(let text): text
    case .null: nil
    }
  }

  private static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }
}
