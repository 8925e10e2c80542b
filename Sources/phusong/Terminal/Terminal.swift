import Glibc

/// What the program says besides its results.
enum Terminal {
  /// Whether standard error is a terminal, where somebody watches.
  static let isWatched = isatty(STDERR_FILENO) == 1

  /// Writes a line to standard error.
  static func writeError(_ line: String) {
    clearProgress()
    write(line + "\n")
  }

  /// Shows what is being done, on a terminal only; the next call replaces it.
  static func showProgress(_ text: String) {
    guard isWatched else { return }
    write("\r\u{1B}[K\(text)…")
  }

  /// Removes what ``showProgress(_:)`` showed.
  static func clearProgress() {
    guard isWatched else { return }
    write("\r\u{1B}[K")
  }

  /// Writes to standard error at once; there is nobody to tell when that fails.
  private static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
  }
}
