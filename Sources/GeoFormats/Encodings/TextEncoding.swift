/// The encoding of a text file, by the name that the project file and the command line use.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte-order mark (RFC 3629).
  case utf8 = "utf-8"
  /// UTF-16 in either order of bytes, with or without a byte-order mark (RFC 2781).
  case utf16 = "utf-16"
  /// Windows code page 1258: base letters and combining tone marks, brought to composed letters (NFC).
  case windows1258 = "windows-1258"
  /// TCVN3, also called ABC: the letters of the .VnTime fonts (TCVN 5712:1993).
  case tcvn3 = "tcvn3"

  /// The encoding as messages call it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    }
  }

  /// The encodings of one byte a character, among which a guess is made, the commoner first.
  static let guessed: [TextEncoding] = [.windows1258, .tcvn3]

  /// The scalar of a byte of at least 0x80; nil where the encoding has none, and for encodings of several bytes.
  func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch self {
    case .utf8, .utf16: nil
    case .windows1258: SingleByteTables.windows1258[Int(byte & 0x7F)]
    case .tcvn3: SingleByteTables.tcvn3[Int(byte & 0x7F)]
    }
  }
}
