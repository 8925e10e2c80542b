import Glibc

/// What the program says besides its results.
enum Terminal {
  /// Whether standard error is a terminal, where somebody watches.
  static let isWatched = isatty(STDERR_FILENO) == 1

  /// Whether standard output is a terminal, so that tables have to fit it.
  static let isOutputWatched = isatty(STDOUT_FILENO) == 1

  /// How many cells a line of standard output has: those of the terminal, or of `COLUMNS` where it is set; nil where it goes
  /// to a file or another program, which take lines of any length.
  static var outputWidth: Int? {
    guard isOutputWatched else { return nil }
    if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output shows colours: only on a terminal, none on a dumb one, and none where `NO_COLOR` is set to
  /// anything (no-color.org).
  static var hasColours: Bool {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return isOutputWatched && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }

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
