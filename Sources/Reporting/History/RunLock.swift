import Glibc

/// Keeps two processes from working with the same history or folder: a lock on a file beside it, which holds the number of the
/// process that has it.
///
/// The system takes the lock away when its process ends, however it ends, so that none is ever left behind; the file stays.
public final class RunLock {
  private let descriptor: Int32

  /// Takes the lock at `path`, waiting for at most so many **seconds** while another process has it.
  ///
  /// - Parameter subject: the file or folder that errors name.
  /// - Throws: ``HistoryError/busy(file:process:waited:)``, ``HistoryError/unusable(file:reason:)``, and `CancellationError`
  ///   when the task is cancelled while it waits.
  public init(path: String, for subject: String, waitSeconds: Double = 0) async throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw HistoryError.unusable(file: subject, reason: Self.reason(errno)) }
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(waitSeconds))
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK else {
        close(descriptor)
        throw HistoryError.unusable(file: subject, reason: Self.reason(code))
      }
      let left = clock.now.duration(to: end)
      guard left > .zero else {
        let holder = Self.holder(descriptor)
        close(descriptor)
        throw HistoryError.busy(file: subject, process: holder, waited: waitSeconds)
      }
      do {
        try await Task.sleep(for: min(left, .milliseconds(50)))
      } catch {
        close(descriptor)
        throw error
      }
    }
    write(Array("\(getpid())\n".utf8))
  }

  deinit {
    // An empty file says that nobody has the lock; closing gives it back.
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  private func write(_ bytes: [UInt8]) {
    _ = ftruncate(descriptor, 0)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// The number of the process that has the lock; nil where it has not written it yet.
  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }

  /// The system's words for an error number, in lower case as the middle of a sentence.
  static func reason(_ code: Int32) -> String {
    code == ENOENT ? "there is no such folder" : String(cString: strerror(code)).lowercased()
  }
}
