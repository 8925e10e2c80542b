/// Text of HTML or SVG: what is written in it stands as it is, what is put in is escaped unless it is markup itself.
///
/// ```swift
/// let cell: Markup = "<td>\(village.name)</td>"  // safe whatever the name
/// ```
struct Markup: ExpressibleByStringInterpolation, Sendable {
  /// The text.
  private(set) var text: String

  init(stringLiteral text: String) { self.text = text }

  typealias StringInterpolation = Interpolation

  init(stringInterpolation interpolation: Interpolation) { text = interpolation.text }

  /// Text that is markup already.
  init(markup text: String) { self.text = text }

  /// Several pieces in a row.
  init(_ pieces: some Sequence<Markup>) {
    text = ""
    for piece in pieces { text += piece.text }
  }

  /// Adds markup at the end.
  static func += (markup: inout Markup, other: Markup) { markup.text += other.text }

  /// The pieces of a text with values in it.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// Text from anywhere, escaped.
    mutating func appendInterpolation(_ value: String) { Markup.append(value, to: &text) }

    /// Markup, as it is.
    mutating func appendInterpolation(_ value: Markup) { text += value.text }

    /// Pieces of markup, one behind the other.
    mutating func appendInterpolation(_ values: [Markup]) { for value in values { text += value.text } }

    /// A whole number.
    mutating func appendInterpolation(_ value: Int) { text += "\(value)" }
  }

  /// Appends text so that it means itself in HTML and XML, in elements and in quoted attributes. Control characters, which XML
  /// does not allow, and characters that turn the direction of writing stand as U+FFFD.
  private static func append(_ value: String, to text: inout String) {
    if value.utf8.allSatisfy({ isPlain($0) }) {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\t", "\n", "\r": text += " "
      default: text.unicodeScalars.append(scalar.isPrintable ? scalar : "\u{FFFD}")
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F..., UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: true
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character may stand in any text: no control character, none that turns the direction of writing, none that
  /// XML 1.0 leaves out.
  var isPrintable: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
