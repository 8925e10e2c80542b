import Foundation

/// Brings bytes of a known encoding to UTF-8 in composed form (NFC), keeping the line breaks where they are.
struct TextDecoder {
  /// Where bytes are not of the encoding.
  struct Failure: Error {
    /// The line, from 1.
    var line: Int
    /// What was found there.
    var problem: String
  }

  let encoding: TextEncoding

  /// The text of `bytes`.
  ///
  /// - Throws: ``Failure`` at the first byte that the encoding does not have.
  func utf8(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(bytes)
    case .utf16: return try utf8(ofUTF16: bytes)
    case .windows1258, .tcvn3: return try utf8(ofSingleBytes: bytes)
    }
  }

  // MARK: One byte a character

  private func utf8(ofSingleBytes bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var line = 1
    var hasMarks = false
    for byte in bytes {
      if byte < 0x80 {
        if byte == 0x0A { line += 1 }
        result.append(byte)
        continue
      }
      guard let scalar = encoding.scalar(byte) else {
        throw Failure(
          line: line,
          problem: "found byte 0x\(String(byte, radix: 16, uppercase: true)), which \(encoding.name) does not have")
      }
      if (0x300..<0x370).contains(scalar.value) { hasMarks = true }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    guard hasMarks else { return result }
    return Array(String(decoding: result, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
  }

  // MARK: UTF-16

  private func utf8(ofUTF16 bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> [UInt8] {
    let order = UTF16Check.order(bytes) ?? UTF16Check.Order(isBigEndian: false, markLength: 0)
    let (high, low) = order.isBigEndian ? (0, 1) : (1, 0)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var line = 1
    var pending: UInt16?
    for at in stride(from: order.markLength, to: bytes.count - 1, by: 2) {
      let unit = UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + low])
      if let first = pending {
        guard UTF16.isTrailSurrogate(unit) else { throw loneSurrogate(first, line) }
        result.append(contentsOf: Array(String(decoding: [first, unit], as: UTF16.self).utf8))
        pending = nil
        continue
      }
      if UTF16.isLeadSurrogate(unit) {
        pending = unit
        continue
      }
      guard let scalar = Unicode.Scalar(unit) else { throw loneSurrogate(unit, line) }
      if unit == 0x0A { line += 1 }
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    if let pending { throw loneSurrogate(pending, line) }
    guard (bytes.count - order.markLength).isMultiple(of: 2) else {
      throw Failure(line: line, problem: "UTF-16 ends in the middle of a character; the file seems to be cut off")
    }
    return result
  }

  private func loneSurrogate(_ unit: UInt16, _ line: Int) -> Failure {
    Failure(
      line: line, problem: "found the half character 0x\(String(unit, radix: 16, uppercase: true)), which is not UTF-16"
    )
  }
}
