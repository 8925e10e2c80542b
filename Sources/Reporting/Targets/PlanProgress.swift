import Coverage

/// How far a plan has come in a year of it: how many villages were to get a service, and how many have it.
public struct PlanProgress: Hashable, Sendable {
  /// The year, as `2026`, or counted from 1, as the plan does.
  public var year: Int
  /// The service.
  public var service: Service
  /// How many villages the plan gives it in that year.
  public var planned: Int
  /// How many of these have it.
  public var served: Int

  /// So many villages of those planned for a year are served.
  public init(year: Int, service: Service, planned: Int, served: Int) {
    self.year = year
    self.service = service
    self.planned = planned
    self.served = served
  }
}
