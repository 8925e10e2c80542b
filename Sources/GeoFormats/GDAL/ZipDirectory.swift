/// The names in a ZIP archive, from its central directory (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16).
struct ZipDirectory {
  /// The names in their order, those that are not UTF-8 left out.
  let names: [String]

  /// Reads the directory of the archive at `path`.
  ///
  /// - Throws: `FormatError` when the file cannot be read or has no directory where one must be.
  init(path: String) throws(FormatError) {
    let source = try SourceBytes(contentsOf: path)
    names = try source.withBytes { bytes throws(FormatError) in
      let end = ZipDirectory.endRecord(bytes)
      guard let end else {
        throw FormatError(file: path, problem: "is not a ZIP archive, or is cut short: it has no central directory")
      }
      let start = ZipDirectory.number(bytes, end + 16, 4)
      // All ones: the archive is of more than 4 GB and its numbers stand elsewhere; GDAL may still find its way.
      if start == 0xFFFF_FFFF { return [] }
      var names: [String] = []
      var at = start
      for _ in 0..<ZipDirectory.number(bytes, end + 10, 2) {
        guard at + 46 <= end, ZipDirectory.number(bytes, at, 4) == 0x0201_4B50 else {
          throw FormatError(file: path, place: "byte \(at)", problem: "the archive's directory is damaged")
        }
        let length = ZipDirectory.number(bytes, at + 28, 2)
        let next = at + 46 + length + ZipDirectory.number(bytes, at + 30, 2) + ZipDirectory.number(bytes, at + 32, 2)
        guard next <= end else {
          throw FormatError(file: path, place: "byte \(at)", problem: "the archive's directory is damaged")
        }
        if let name = String(validating: bytes[(at + 46)..<(at + 46 + length)], as: UTF8.self) { names.append(name) }
        at = next
      }
      return names
    }
  }

  /// The record at the end, which a comment of up to 65,535 bytes may follow.
  private static func endRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let last = bytes.count - 22
    return stride(from: last, through: max(0, last - 65_535), by: -1).first {
      number(bytes, $0, 4) == 0x0605_4B50
    }
  }

  /// The little-endian number at `at`.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
