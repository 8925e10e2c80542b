import CGEOS

/// A GEOS context: what GEOS calls need, and where its messages arrive.
///
/// One per task. A context and every geometry made with it belong to one task at a time, so neither is Sendable; what
/// crosses tasks is a `GeometryColumn` or WKB.
///
/// ```swift
/// let context = try GEOSContext()
/// let village = try GEOSGeometry(wkt: "POINT (105.85 21.03)", in: context)
/// ```
public final class GEOSContext {
  /// The last messages of each kind.
  private final class Messages {
    var error = ""
    var notice = ""
  }

  let handle: OpaquePointer
  private let messages = Messages()

  /// A new context. Throws when there is no memory for it.
  public init() throws {
    guard let handle = GEOS_init_r() else {
      throw GEOSError(operation: "start", message: "GEOS_init_r returned nothing")
    }
    self.handle = handle
    let pointer = Unmanaged.passUnretained(messages).toOpaque()
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, messages in
        guard let text, let messages else { return }
        Unmanaged<Messages>.fromOpaque(messages).takeUnretainedValue().error = String(cString: text)
      }, pointer)
    _ = GEOSContext_setNoticeMessageHandler_r(
      handle,
      { text, messages in
        guard let text, let messages else { return }
        Unmanaged<Messages>.fromOpaque(messages).takeUnretainedValue().notice = String(cString: text)
      }, pointer)
  }

  deinit {
    withExtendedLifetime(messages) { GEOS_finish_r(handle) }
  }

  /// The error for an operation that has just failed, with the message GEOS gave since the last failure.
  func failure(_ operation: String) -> GEOSError {
    defer {
      messages.error = ""
      messages.notice = ""
    }
    let message = messages.error.isEmpty ? messages.notice : messages.error
    return GEOSError(operation: operation, message: message.isEmpty ? "GEOS gave no reason" : message)
  }

  /// The pointer that `call` returns; throws when it is null.
  func pointer<Pointer>(_ operation: String, _ call: (OpaquePointer) -> Pointer?) throws -> Pointer {
    clear()
    guard let pointer = call(handle) else { throw failure(operation) }
    return pointer
  }

  /// The geometry that `call` returns, owned by the caller; throws when it is null.
  func geometry(_ operation: String, _ call: (OpaquePointer) -> OpaquePointer?) throws -> GEOSGeometry {
    GEOSGeometry(handle: try pointer(operation, call), context: self)
  }

  /// The answer of a predicate: 0 false, 1 true; throws for anything else, which GEOS returns after an exception.
  func predicate(_ operation: String, _ call: (OpaquePointer) -> CChar) throws -> Bool {
    clear()
    switch call(handle) {
    case 0: return false
    case 1: return true
    default: throw failure(operation)
    }
  }

  /// The number that `call` writes; throws when it returns 0.
  func number(
    _ operation: String, _ call: (OpaquePointer, UnsafeMutablePointer<Double>) -> Int32
  ) throws -> Double {
    clear()
    var number = 0.0
    guard call(handle, &number) == 1 else { throw failure(operation) }
    return number
  }

  /// The text that `call` returns, which GEOS allocated; throws when it is null.
  func text(
    _ operation: String, _ call: (OpaquePointer) -> UnsafeMutablePointer<CChar>?
  ) throws -> String {
    let text = try pointer(operation, call)
    defer { GEOSFree_r(handle, text) }
    return String(cString: text)
  }

  /// Forgets older messages, such as warnings of calls that succeeded.
  private func clear() {
    if !messages.error.isEmpty { messages.error = "" }
    if !messages.notice.isEmpty { messages.notice = "" }
  }
}

@available(*, unavailable)
extension GEOSContext: Sendable {}
