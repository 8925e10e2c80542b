/// A GEOS operation that failed.
public struct GEOSError: Error, Hashable, Sendable {
  /// What was being done, as in `union` or `read WKB`.
  public let operation: String
  /// What GEOS said, or, where a feature of a column has no counterpart in GEOS, what is wrong with it.
  public let message: String

  /// A failure of `operation` with the reason `message`.
  public init(operation: String, message: String) {
    self.operation = operation
    self.message = message
  }
}

extension GEOSError: CustomStringConvertible {
  /// The operation and the reason, as in `read WKB: ParseException: Unexpected EOF parsing WKB`.
  public var description: String { "\(operation): \(message)" }
}
