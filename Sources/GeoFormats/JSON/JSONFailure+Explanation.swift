extension JSONFailure {
  /// Line and column of a byte, both from 1; the column counts bytes.
  static func lineAndColumn(of position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = 0
    for at in 0..<min(position, bytes.count) where bytes[at] == 0x0A {
      line += 1
      lineStart = at + 1
    }
    return (line, position - lineStart + 1)
  }

  /// What was found and what was expected.
  func explanation(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    switch problem {
    case .expected(let what): "found \(found(in: bytes)); expected \(what.text)"
    case .endOfText: "the text ends in the middle; the file seems to be cut off"
    case .controlCharacter: "found a raw control character in a string; expected an escape such as \\n"
    case .badEscape: "found \(found(in: bytes)); expected an escape of JSON such as \\n or \\u1EBF"
    case .notUTF8: "found byte \(hex(in: bytes)), which is not UTF-8; save the file as UTF-8 (RFC 8259)"
    case .badNumber: "found \(found(in: bytes)); expected a JSON number"
    case .tooDeep: "values are nested deeper than \(JSONScanner.deepestNesting) levels"
    case .notAPosition: "found \(found(in: bytes)); expected a position of two or three numbers"
    case .geometry(let what): "found \(what.text)"
    }
  }

  private func hex(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    position < bytes.count ? "0x" + String(bytes[position], radix: 16, uppercase: true) : "none"
  }

  /// The string at the position with its own quotes, nil when it is long or does not end.
  private func quoted(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let rest = bytes[(position + 1)...].prefix(40)
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }),
      bytes[end] == UInt8(ascii: "\"")
    else { return nil }
    return String(decoding: bytes[position...end], as: UTF8.self)
  }

  /// The token at the position, shortened, in quotes.
  private func found(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard position < bytes.count else { return "the end of the text" }
    var end = position + 1
    if bytes[position] == UInt8(ascii: "\""), let text = quoted(in: bytes) { return text }
    let isWord = { (byte: UInt8) in
      byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x2B && byte <= 0x39 && byte != 0x2C)
    }
    if isWord(bytes[position]) {
      while end < bytes.count, end - position < 24, isWord(bytes[end]) { end += 1 }
    }
    return "'" + String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<end]), as: UTF8.self) + "'"
  }
}
