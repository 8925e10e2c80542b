/// A property of a feature as a filter sees it: the JSON types, with CSV cells as text.
public enum AttributeValue: Hashable, Sendable {
  /// Text, as the file has it.
  case text(String)
  /// A number; its unit is the property's own.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// An array or an object, as its JSON text.
  case structured(String)
  /// Written down as having no value.
  case null

  /// The value of well-formed JSON bytes; null for none at all.
  init(json: UnsafeBufferPointer<UInt8>) {
    switch json.first {
    case nil, UInt8(ascii: "n"): self = .null
    case UInt8(ascii: "\""):
      self = .text(JSONText.unescaped(UnsafeBufferPointer(rebasing: json[1..<(json.count - 1)])))
    case UInt8(ascii: "t"): self = .boolean(true)
    case UInt8(ascii: "f"): self = .boolean(false)
    case UInt8(ascii: "["), UInt8(ascii: "{"): self = .structured(String(decoding: json, as: UTF8.self))
    default:
      var scanner = JSONScanner(json)
      self = (try? scanner.number()).map(AttributeValue.number) ?? .null
    }
  }

  /// Whether nothing is there: null, or text of nothing but white space.
  public var isEmpty: Bool {
    switch self {
    case .null: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .number, .boolean, .structured: false
    }
  }

  /// The value as a number in the property's own unit: a number itself, or text that spells one; otherwise nil.
  public var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text): Self.decimal(text)
    case .boolean, .structured, .null: nil
    }
  }

  /// The value as text, numbers in their shortest spelling; nil for null.
  public var spelling: String? {
    switch self {
    case .text(let text), .structured(let text): text
    case .number(let number): Self.spelling(of: number)
    case .boolean(let flag): flag ? "true" : "false"
    case .null: nil
    }
  }

  /// The finite number that `text` spells in decimal digits, white space around it aside; nil for anything else.
  ///
  /// `1200`, `-0.5`, `.5` and `1e3` are numbers; `1,200`, `0x10`, `500 m` and `inf` are not.
  public static func decimal(_ text: some StringProtocol) -> Double? {
    let digits = trimmed(text)
    let isDecimal = digits.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(digits), number.isFinite else { return nil }
    return number
  }

  /// Whether this value of a feature equals `wanted`, a value of a filter.
  ///
  /// - Text equals text when the two are the same characters once white space at both ends is gone; case counts, and
  ///   Unicode spellings of one character (`ắ` composed or decomposed) are the same.
  /// - A wanted number equals the same number, also spelled as text, as every CSV cell is: 3 equals `3`, `3.0`, `03`.
  /// - Wanted text equals a number when it is the number's shortest spelling: `"3"` equals 3, `"03"` does not.
  /// - A wanted boolean equals the same boolean, also spelled `true` or `false` in any case.
  /// - Null equals nothing, not even null.
  public func equals(_ wanted: AttributeValue) -> Bool {
    switch (self, wanted) {
    case (.text(let found), .text(let text)): Self.trimmed(found) == Self.trimmed(text)
    case (.number(let found), .text(let text)): Self.spelling(of: found) == Self.trimmed(text)
    case (.text(let found), .number(let number)): Self.decimal(found) == number
    case (.number(let found), .number(let number)): found == number
    case (.boolean(let found), .boolean(let boolean)): found == boolean
    case (.text(let found), .boolean(let boolean)):
      Self.trimmed(found).lowercased() == (boolean ? "true" : "false")
    default: false
    }
  }

  /// Every whole number up to this size has a `Double` of its own; past it, neighbours share one.
  public static let greatestExactInteger = 9_007_199_254_740_992.0

  static func trimmed<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }

  private static func spelling(of number: Double) -> String {
    let isWhole = number == number.rounded() && abs(number) <= greatestExactInteger
    return isWhole ? String(Int64(number)) : String(number)
  }
}
