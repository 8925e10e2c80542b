/// Recognises text that was saved as UTF-16.
enum UTF16Check {
  /// How the units of a text are written.
  struct Order: Equatable {
    /// Whether the high byte of a unit stands first.
    var isBigEndian: Bool
    /// How many **bytes** the byte-order mark takes: 2 or 0.
    var markLength: Int
  }

  /// How many **bytes** at the start are looked at when there is no mark.
  private static let sampleLength = 4096

  /// Whether the text starts with a byte-order mark of UTF-16, or without one with an ASCII character in two bytes.
  static func looksLikeUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF): return true
    case (0, 1...0x7F), (1...0x7F, 0): return true
    default: return false
    }
  }

  /// The order of a text with a byte-order mark, or, as ASCII in UTF-16 has a zero in every other byte and no other
  /// encoding of text has zeros, that of a text with many zeros; nil for any other text.
  static func order(_ bytes: UnsafeBufferPointer<UInt8>) -> Order? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return Order(isBigEndian: false, markLength: 2) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return Order(isBigEndian: true, markLength: 2) }
    let sample = min(bytes.count, sampleLength)
    var zeros = (even: 0, odd: 0)
    for at in 0..<sample where bytes[at] == 0 {
      if at.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // Vietnamese letters in two bytes without a zero are at most every other letter of a table.
    guard max(zeros.even, zeros.odd) * 8 >= sample, min(zeros.even, zeros.odd) * 8 <= max(zeros.even, zeros.odd) else {
      return nil
    }
    return Order(isBigEndian: zeros.even > zeros.odd, markLength: 0)
  }
}
