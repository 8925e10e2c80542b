import CPROJ

/// A PROJ context of its own: no network, and what PROJ logs is kept instead of printed.
///
/// Not Sendable: a context and all that was made with it belong to one task at a time.
final class PROJContext {
  /// The messages PROJ logged since they were last taken.
  private final class Log {
    var lines: [String] = []
  }

  let handle: OpaquePointer
  private let log = Log()

  /// Throws `ReferenceSystemError.libraryUnavailable` when PROJ cannot make a context.
  init() throws {
    guard let handle = proj_context_create() else {
      throw ReferenceSystemError.libraryUnavailable(message: "proj_context_create returned nothing")
    }
    self.handle = handle
    proj_context_set_enable_network(handle, 0)
    proj_log_level(handle, PJ_LOG_ERROR)
    proj_log_func(handle, Unmanaged.passUnretained(log).toOpaque()) { log, _, text in
      guard let log, let text else { return }
      Unmanaged<Log>.fromOpaque(log).takeUnretainedValue().lines.append(String(cString: text))
    }
  }

  deinit {
    // While it dies the context may still log; `log` outlives this body.
    withExtendedLifetime(log) { _ = proj_context_destroy(handle) }
  }

  /// Forgets what was logged, before a call whose failure should be explained.
  func clearMessages() {
    log.lines.removeAll(keepingCapacity: true)
  }

  /// What PROJ said about the failure of the last call: its log, else the text of its error number.
  func takeMessage() -> String {
    defer { log.lines.removeAll(keepingCapacity: true) }
    if !log.lines.isEmpty { return log.lines.joined(separator: "; ") }
    return message(ofError: proj_context_errno(handle))
  }

  /// The text of a PROJ error number.
  func message(ofError number: Int32) -> String {
    guard number != 0, let text = proj_context_errno_string(handle, number) else { return "PROJ gave no reason" }
    return String(cString: text)
  }
}
