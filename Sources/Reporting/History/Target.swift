import Coverage

/// What is to be reached, as a project file says: for one service at most so many unserved villages on a day.
public struct Target: Hashable, Sendable {
  /// The service.
  public var service: Service
  /// How many villages may still lack it.
  public var unserved: Int
  /// The last day for it, in ISO 8601, as `2025-12-31`.
  public var date: String

  /// At most `unserved` villages without a service on `date`, in ISO 8601.
  public init(service: Service, unserved: Int, date: String) {
    self.service = service
    self.unserved = unserved
    self.date = date
  }
}
