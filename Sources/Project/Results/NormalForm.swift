import Foundation

/// Unicode's composed normal form (NFC), in which Vietnamese names are written.
public enum NormalForm {
  /// Whether text has no combining marks of U+0300 to U+036F, and so, for Vietnamese, is composed already.
  ///
  /// A few other characters also change under NFC; they have no place in the names of villages.
  @inline(__always)
  static func isComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // These marks start with 0xCC or 0xCD in UTF-8, and nothing else does.
    for byte in bytes where byte & 0xFE == 0xCC { return false }
    return true
  }

  /// Whether text is composed and has no backslash, so that its bytes in one JSON are good for another.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if hasMark(word) { return false }
      at += 8
    }
    guard at < raw.count else { return true }
    var last: UInt64 = 0
    for place in at..<raw.count { last = last << 8 | UInt64(raw[place]) }
    return !hasMark(last)
  }

  /// Whether one of eight bytes is CC, CD or a backslash.
  @inline(__always)
  private static func hasMark(_ word: UInt64) -> Bool {
    let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let mark = (word & 0xFEFE_FEFE_FEFE_FEFE) ^ 0xCCCC_CCCC_CCCC_CCCC
    let backslash = word ^ 0x5C5C_5C5C_5C5C_5C5C
    return ((mark &- low) & ~mark | (backslash &- low) & ~backslash) & high != 0
  }

  /// The text in composed form.
  public static func composed(_ text: String) -> String {
    var text = text
    if text.withUTF8({ isComposed($0) }) { return text }
    return text.precomposedStringWithCanonicalMapping
  }
}
