/// A text file brought to UTF-8, with what is to be said about its encoding.
struct DecodedText {
  /// The text in UTF-8, perhaps behind a byte-order mark; the file's own bytes when they are UTF-8 already.
  let source: SourceBytes
  /// Remarks on a guess.
  private(set) var notices: [Layer.Notice] = []

  private static let wayOut = "name its encoding: utf-8, utf-16, windows-1258 or tcvn3"

  /// Decodes a file by its `declared` encoding, or by a guess where none is declared and the text is not UTF-8.
  ///
  /// - Throws: `FormatError` with the line where the text is not of its encoding, where encodings are mixed, or where
  ///   nothing can be guessed.
  init(_ file: SourceBytes, path: String, declared: TextEncoding?) throws(FormatError) {
    let found = try file.withBytes { bytes throws(FormatError) in
      try DecodedText.decoded(bytes, path, declared)
    }
    source = found.utf8.map { SourceBytes(copying: $0) } ?? file
    notices = found.notices
  }

  /// The text where it is not that of the file itself.
  private typealias Found = (utf8: [UInt8]?, notices: [Layer.Notice])

  private static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ declared: TextEncoding?
  ) throws(FormatError) -> Found {
    switch declared {
    case .utf8:
      if let bad = UTF8Check.firstInvalidByte(bytes) { throw notUTF8(bad, bytes, path, "declare another encoding") }
      return (nil, [])
    case .utf16, .windows1258, .tcvn3:
      return (try text(bytes, path, declared ?? .utf16), [])
    case nil:
      if let order = UTF16Check.order(bytes) {
        let remark = order.markLength > 0 ? [] : [notice(path, "read as UTF-16, which its zero bytes suggest")]
        return (try text(bytes, path, .utf16), remark)
      }
      guard let bad = UTF8Check.firstInvalidByte(bytes) else { return (nil, []) }
      return try guessed(bytes, bad, path)
    }
  }

  private static func guessed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ bad: Int, _ path: String
  ) throws(FormatError) -> Found {
    let guess = EncodingGuess(bytes)
    if JSONText.byteOrderMarkLength(bytes) > 0 {
      throw notUTF8(bad, bytes, path, "though the file starts with the mark of UTF-8; save the file as UTF-8")
    }
    if let (utf8Line, otherLine) = guess.mixture {
      throw FormatError(
        file: path, place: "line \(otherLine)",
        problem: "the text is not UTF-8"
          + (guess.encoding.map { " but seems to be \($0.name)" } ?? "")
          + ", while line \(utf8Line) is UTF-8; expected one encoding in the file")
    }
    guard let encoding = guess.encoding else {
      throw notUTF8(bad, bytes, path, "save the file as UTF-8, or \(wayOut)")
    }
    let line = JSONFailure.lineAndColumn(of: bad, in: bytes).line
    let name = encoding.name
    var notices = [notice(path, "not UTF-8 from line \(line) on; read as \(name) by a guess; if wrong, \(wayOut)")]
    notices += guess.strangers.map { line, other in
      notice(path, "line \(line): reads better as \(other.name); read as \(name) like the rest")
    }
    return (try text(bytes, path, encoding), notices)
  }

  private static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ encoding: TextEncoding
  ) throws(FormatError) -> [UInt8] {
    do throws(TextDecoder.Failure) {
      return try TextDecoder(encoding: encoding).utf8(bytes)
    } catch {
      throw FormatError(file: path, place: "line \(error.line)", problem: error.problem)
    }
  }

  private static func notice(_ path: String, _ text: String) -> Layer.Notice {
    Layer.Notice(feature: nil, text: "\(path): \(text)", isLoss: false)
  }

  private static func notUTF8(
    _ bad: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ advice: String
  ) -> FormatError {
    let (line, column) = JSONFailure.lineAndColumn(of: bad, in: bytes)
    return FormatError(
      file: path, place: "line \(line), column \(column)",
      problem: "found byte 0x\(String(bytes[bad], radix: 16, uppercase: true)), which is not UTF-8; \(advice)")
  }
}
