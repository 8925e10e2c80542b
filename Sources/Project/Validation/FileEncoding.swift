import GeoFormats

/// Looks at the bytes of a text file.
enum FileEncoding {
  /// What keeps a file from being UTF-8; nil when it is, and for a file that cannot be opened.
  ///
  /// - Complexity: O(n) in the bytes up to the first that is wrong.
  static func fault(ofFile path: String) -> String? {
    guard let source = try? SourceBytes(contentsOf: path) else { return nil }
    return source.withBytes { fault(of: $0) }
  }

  /// What keeps a text from being UTF-8, with the line, counted from 1.
  static func fault(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let start = bytes.prefix(2).map { $0 }
    if start == [0xFF, 0xFE] || start == [0xFE, 0xFF] { return "the text is UTF-16" }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var (position, line) = (0, 1)
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar):
        position += scalar.count
        if scalar.first == 0x0A { line += 1 }
      case .emptyInput: return nil
      case .error:
        let byte = String(bytes[position], radix: 16, uppercase: true)
        return "the text is not UTF-8: byte 0x\(byte) in line \(line)"
      }
    }
  }
}
