import GeoFormats

/// What is wrong with a text as such.
enum TextFault: Equatable {
  /// It has U+FFFD, which stands for bytes that somebody could not decode.
  case replaced(String)
  /// It is UTF-8 that somebody read as Windows-1252, with what it seems to have been.
  case misread(String, meant: String)
  /// Letters and accents stand apart, so that it equals no composed text byte by byte.
  case decomposed(String)

  /// The worst fault of a text as JSON bytes without quotes; nil when there is none.
  ///
  /// - Complexity: O(n); only texts with suspicious bytes are decoded.
  init?(in json: UnsafeBufferPointer<UInt8>) {
    guard TextFault.isSuspicious(json) else { return nil }
    let text = JSONText.unescaped(json)
    if text.unicodeScalars.contains("\u{FFFD}") {
      self = .replaced(text)
    } else if let meant = TextFault.redecoded(text) {
      self = .misread(text, meant: meant)
    } else if text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) {
      self = .decomposed(text)
    } else {
      return nil
    }
  }

  var severity: QualitySeverity {
    if case .decomposed = self { return .note }
    return .warning
  }

  var kind: QualityKind {
    if case .decomposed = self { return .decomposedText }
    return .garbledText
  }

  /// As the end of a sentence about the text.
  var explanation: String {
    switch self {
    case .replaced(let text): "is \"\(text)\", with U+FFFD for letters that are lost; export it again as UTF-8"
    case .misread(let text, let meant):
      "is \"\(text)\", which is UTF-8 read as Windows-1252; expected \"\(meant)\""
    case .decomposed(let text):
      "is \"\(text)\" with accents as characters of their own; expected Unicode's composed form (NFC)"
    }
  }

  /// Whether bytes may hold a fault: an escape, U+FFFD, a combining mark or the first letter of a misread one.
  private static func isSuspicious(_ json: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in json.enumerated() {
      switch byte {
      case UInt8(ascii: "\\"), 0xCC, 0xCD, 0xEF: return true
      // Â Ã Ä Å Æ, á, â
      case 0xC3:
        guard index + 1 < json.count else { continue }
        if (0x82...0x86).contains(json[index + 1]) || (0xA1...0xA2).contains(json[index + 1]) { return true }
      default: continue
      }
    }
    return false
  }

  /// What a text is that was written as UTF-8 and read as Windows-1252; nil when it was not.
  ///
  /// The letters of Vietnamese are two bytes that start with C3 to C6 or three that start with E1 BA or E1 BB, its
  /// punctuation three that start with E2 80. Read as Windows-1252 these are pairs and triples that no text has.
  static func redecoded(_ text: String) -> String? {
    let bytes = text.unicodeScalars.map { windows1252[$0.value] }
    var output = String.UnicodeScalarView()
    var isMisread = false
    var index = 0
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard place >= index else { continue }
      if let (meant, length) = letter(in: bytes[place...]) {
        output.append(meant)
        isMisread = true
        index = place + length
      } else {
        output.append(scalar)
        index = place + 1
      }
    }
    return isMisread ? String(output) : nil
  }

  /// The letter that the first bytes spell in UTF-8, of those that are looked for, and how many bytes it has.
  private static func letter(in bytes: ArraySlice<UInt8?>) -> (Unicode.Scalar, Int)? {
    guard let lead = bytes.first.flatMap({ $0 }) else { return nil }
    let tail = bytes.dropFirst().prefix(2).map { $0.flatMap { $0 & 0xC0 == 0x80 ? $0 : nil } }
    guard let second = tail.first.flatMap({ $0 }) else { return nil }
    if (0xC2...0xC6).contains(lead) {
      return Unicode.Scalar(UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)).map { ($0, 2) }
    }
    guard tail.count == 2, let third = tail[1],
      (lead == 0xE1 && (0xBA...0xBB).contains(second)) || (lead == 0xE2 && second == 0x80)
    else { return nil }
    let value = UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return Unicode.Scalar(value).map { ($0, 3) }
  }

  /// The byte of each character of Windows-1252 from 0x80 on, by its code point. Bytes without a character stand for
  /// themselves, as browsers have it (WHATWG Encoding Standard, windows-1252).
  private static let windows1252: [UInt32: UInt8] = {
    let special: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
      0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    var bytes: [UInt32: UInt8] = [:]
    for (index, value) in special.enumerated() { bytes[value] = UInt8(0x80 + index) }
    for value in UInt32(0x80)...0xFF where bytes[value] == nil { bytes[value] = UInt8(value) }
    return bytes
  }()
}
