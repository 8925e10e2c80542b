import Coverage

/// What a project wants to reach: at most so many villages without a service on a day.
public struct TargetSource: Hashable, Sendable {
  /// The service.
  public var service: Service
  /// How many villages may still lack it.
  public var unserved: Int
  /// The last day for it.
  public var day: CalendarDay
  /// The line of the project file where the target stands, counted from 1.
  public var line: Int

  /// At most `unserved` villages without a service on a day, as said at `line`, counted from 1.
  public init(service: Service, unserved: Int, day: CalendarDay, line: Int) {
    self.service = service
    self.unserved = unserved
    self.day = day
    self.line = line
  }
}
