/// Recognises text that was saved as UTF-16.
enum UTF16Check {
  /// Whether the text starts with a byte-order mark of UTF-16, or without one with an ASCII character in two bytes.
  static func looksLikeUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 2 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF): return true
    case (0, 1...0x7F), (1...0x7F, 0): return true
    default: return false
    }
  }
}
