import Foundation

extension CQL2 {
  /// The functions CASEI and ACCENTI (clauses 7.3 and 7.4), on bytes of UTF-8 in place.
  enum TextFolding {
    /// Folds case in `bytes` from `start` on, by full case folding (Unicode 15, 5.18).
    ///
    /// The mapping is the lower case of the upper case of the lower case of each scalar, which folds the same texts
    /// together as CaseFolding.txt does; `ı` stays itself, as there.
    static func foldCase(_ bytes: inout [UInt8], _ start: Int) {
      var isASCII = true
      for place in start..<bytes.count {
        let byte = bytes[place]
        if byte >= 0x41, byte <= 0x5A { bytes[place] = byte | 0x20 } else if byte >= 0x80 { isASCII = false }
      }
      if !isASCII { map(&bytes, start, caseTable, foldedCase) }
    }

    /// Takes the accents off `bytes` from `start` on: decomposes canonically and leaves out nonspacing marks, as the
    /// implementation guidance of clause 7.4 says, but for the Japanese voicing marks; đ becomes d.
    static func stripAccents(_ bytes: inout [UInt8], _ start: Int) {
      guard bytes[start...].contains(where: { $0 >= 0x80 }) else { return }
      map(&bytes, start, accentTable, stripped)
    }

    // MARK: One scalar

    private static func foldedCase(_ text: String) -> String {
      var folded = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar == "ı" {
          folded.append(scalar)
          continue
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          for upper in lower.properties.uppercaseMapping.unicodeScalars {
            folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
          }
        }
      }
      return String(folded)
    }

    private static func stripped(_ text: String) -> String {
      var stripped = String.UnicodeScalarView()
      for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
        switch scalar.value {
        // Ð and ð of Iceland and the African Ɖ and ɖ pass for Đ and đ in badly converted files.
        case 0x110, 0xD0, 0x189: stripped.append("D")
        case 0x111, 0xF0, 0x256: stripped.append("d")
        case 0x3099, 0x309A: stripped.append(scalar)
        default: if scalar.properties.generalCategory != .nonspacingMark { stripped.append(scalar) }
        }
      }
      return String(stripped)
    }

    // MARK: Tables

    /// The first scalar that no table holds.
    private static let tableEnd: UInt32 = 0x1F00
    /// What a scalar below `tableEnd` becomes; `several` where that is not one scalar.
    private static let caseTable = table(foldedCase)
    private static let accentTable = table(stripped)
    private static let several = UInt32.max

    private static func table(_ function: (String) -> String) -> [UInt32] {
      (0..<tableEnd).map { value in
        guard let scalar = Unicode.Scalar(value) else { return several }
        let result = function(String(scalar)).unicodeScalars
        guard result.count == 1, let only = result.first else { return several }
        return only.value
      }
    }

    /// Maps scalar by scalar where the table suffices, else the whole text by `function`.
    private static func map(
      _ bytes: inout [UInt8], _ start: Int, _ table: [UInt32], _ function: (String) -> String
    ) {
      var place = start
      var end = start
      while place < bytes.count {
        let (value, length) = scalar(in: bytes, at: place)
        let mapped = value < tableEnd ? table[Int(value)] : several
        // What grows in UTF-8 would overwrite what is still to be read.
        guard mapped != several, utf8Length(mapped) <= length else {
          let rest = function(String(decoding: bytes[place...], as: UTF8.self))
          bytes.removeSubrange(end...)
          bytes.append(contentsOf: rest.utf8)
          return
        }
        place += length
        end = write(mapped, to: &bytes, at: end)
      }
      bytes.removeSubrange(end...)
    }

    /// The scalar at `place` and its bytes; one past all tables where it takes four or is cut short.
    @inline(__always)
    private static func scalar(in bytes: [UInt8], at place: Int) -> (value: UInt32, length: Int) {
      let lead = UInt32(bytes[place])
      if lead < 0x80 { return (lead, 1) }
      if lead < 0xE0, place + 1 < bytes.count { return ((lead & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F), 2) }
      if lead < 0xF0, place + 2 < bytes.count {
        return ((lead & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F), 3)
      }
      return (tableEnd, 1)
    }

    @inline(__always)
    private static func utf8Length(_ value: UInt32) -> Int { value < 0x80 ? 1 : value < 0x800 ? 2 : 3 }

    @inline(__always)
    private static func write(_ value: UInt32, to bytes: inout [UInt8], at place: Int) -> Int {
      switch utf8Length(value) {
      case 1: bytes[place] = UInt8(truncatingIfNeeded: value)
      case 2:
        bytes[place] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
        bytes[place + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      default:
        bytes[place] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
        bytes[place + 1] = UInt8(truncatingIfNeeded: 0x80 | (value >> 6) & 0x3F)
        bytes[place + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
      }
      return place + utf8Length(value)
    }
  }
}
