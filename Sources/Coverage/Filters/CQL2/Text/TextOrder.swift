import Foundation

extension CQL2 {
  /// Text as bytes of UTF-8, compared by the Unicode scalars of its composed form (recommendation
  /// `/rec/core/string-normalization`; composed and decomposed form tell the same texts apart).
  enum TextOrder {
    /// Below, at or above zero as `a` comes before, with or after `b`.
    ///
    /// Text that is composed for certain, as nearly all is, is compared byte by byte: UTF-8 keeps the order of scalars.
    static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
      if isComposed(a), isComposed(b) { return byteOrder(a, b) }
      let (first, second) = (String(decoding: a, as: UTF8.self), String(decoding: b, as: UTF8.self))
      return first == second ? 0 : first < second ? -1 : 1
    }

    private static func byteOrder(_ a: [UInt8], _ b: [UInt8]) -> Int {
      let count = min(a.count, b.count)
      let order = memcmp(a, b, count)
      return order != 0 ? Int(order) : a.count - b.count
    }

    /// Whether bytes are certainly in composed form (NFC): they have scalars of Latin blocks alone, of which none can
    /// combine: up to U+02FF, and U+1E00 to U+1EFF, where most Vietnamese letters stand.
    @inline(__always)
    static func isComposed(_ bytes: [UInt8]) -> Bool {
      var place = 0
      while place < bytes.count {
        switch bytes[place] {
        case 0x00...0x7F: place += 1
        case 0xC2...0xCB: place += 2
        case 0xE1 where place + 1 < bytes.count && bytes[place + 1] & 0xFC == 0xB8: place += 3
        default: return false
        }
      }
      return true
    }

    /// Brings bytes to composed form.
    @inline(__always)
    static func compose(_ bytes: inout [UInt8]) {
      if isComposed(bytes) { return }
      bytes = Array(String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    }

    /// The composed bytes of a literal, folded as it says; nil for anything but a literal.
    static func key(ofLiteral expression: Expression) -> [UInt8]? {
      var bytes: [UInt8]
      switch expression.form {
      case .text(let text): bytes = trimmed(text)
      case .caseFolded(let inner):
        guard let key = key(ofLiteral: inner) else { return nil }
        bytes = key
        TextFolding.foldCase(&bytes, 0)
      case .accentFolded(let inner):
        guard let key = key(ofLiteral: inner) else { return nil }
        bytes = key
        TextFolding.stripAccents(&bytes, 0)
      default: return nil
      }
      compose(&bytes)
      return bytes
    }

    /// The bytes of `text` without white space at its ends.
    static func trimmed(_ text: String) -> [UInt8] {
      let start = text.drop(while: \.isWhitespace)
      guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return [] }
      return Array(start[...last].utf8)
    }

    /// Appends `text` without white space at its ends; false when nothing is left of it.
    @inline(__always)
    static func append(_ text: String, to buffer: inout [UInt8]) -> Bool {
      let start = buffer.count
      buffer.append(contentsOf: text.utf8)
      guard let first = buffer[start...].first, let last = buffer.last else { return false }
      // Only these bytes can start or end a space.
      guard first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 else { return true }
      buffer.removeSubrange(start...)
      buffer.append(contentsOf: trimmed(text))
      return buffer.count > start
    }
  }
}
