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

  /// The text in composed form.
  public static func composed(_ text: String) -> String {
    var text = text
    if text.withUTF8({ isComposed($0) }) { return text }
    return text.precomposedStringWithCanonicalMapping
  }
}
