#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads a small file whole.
enum TextFile {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: ``ProjectFileError/unreadable(file:reason:)`` with the system's own words, or
  ///   ``ProjectFileError/tooLarge(file:limit:)`` past `limit` **bytes**.
  static func bytes(contentsOf path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8]()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, code: errno)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw ProjectFileError.tooLarge(file: path, limit: limit) }
    }
  }

  /// The line, counted from 1, where `bytes` first fail to be UTF-8.
  static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  private static func unreadable(_ path: String, code: Int32) -> ProjectFileError {
    .unreadable(file: path, reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }
}
