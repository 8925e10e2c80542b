import GeoFormats
import Glibc

/// Where an answer goes: standard output, or a file that appears complete or not at all.
enum AnswerSink {
  /// Gives `body` a way to write; a file takes its name when everything is there.
  ///
  /// - Throws: `AtomicFile.Failure` when it cannot be written, and what `body` throws.
  static func write(to path: String?, _ body: (([UInt8]) throws -> Void) throws -> Void) throws {
    guard let path else { return try body(writeToStandardOutput) }
    let file = try AtomicFile(path: path)
    try body { try file.write($0) }
    try AtomicFile.commit([file])
  }

  private static func writeToStandardOutput(_ bytes: [UInt8]) throws {
    // What was printed before must come first.
    fflush(nil)
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw AtomicFile.Failure(path: "standard output", reason: String(cString: strerror(errno)).lowercased())
      }
      start += count
    }
  }
}
