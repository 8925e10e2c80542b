import Coverage
import Rollout

/// What differs between a stored plan and another one of the same project.
public struct PlanComparison: Sendable {
  /// What happens to a village that either plan serves.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    /// It gets the service no more.
    case lost
    /// It gets the service only now.
    case gained
    /// It gets it earlier.
    case earlier
    /// It gets it later.
    case later
  }

  /// One village and service that differ.
  public struct Row: Hashable, Sendable {
    /// The village, by its place in the list of villages.
    public var village: Int
    /// The service.
    public var service: PlannedService
    /// What happens.
    public var change: Change
    /// The year in the stored plan; nil for never.
    public var before: Int?
    /// The year in the other; nil for never.
    public var after: Int?
  }

  /// The stored plan.
  public let before: StoredPlan
  /// The other.
  public let after: Plan
  /// The villages that differ: those lost first, then gained, later, earlier, each by code.
  public let rows: [Row]
  /// The villages of the stored plan that the project has no more, by code.
  public let missing: [String]

  /// Compares village by village, by code.
  public init(_ before: StoredPlan, _ after: Plan) {
    self.before = before
    self.after = after
    let villages = after.analysis.inputs.villages
    let old = Dictionary(before.villages.map { ($0.code, $0.years) }) { first, _ in first }
    var rows: [Row] = []
    for village in villages.order.map(Int.init) {
      for service in PlannedService.allCases {
        let was = old[villages.codes[village]]?[service]
        let year = after.servedFrom[service]?[village].flatMap { $0 > 0 ? $0 : nil }
        let change: Change
        switch (was, year) {
        case (_?, nil): change = .lost
        case (nil, _?): change = .gained
        case (let was?, let year?) where was != year: change = was < year ? .later : .earlier
        default: continue
        }
        rows.append(Row(village: village, service: service, change: change, before: was, after: year))
      }
    }
    let order: [Change] = [.lost, .gained, .later, .earlier]
    self.rows = order.flatMap { change in rows.filter { $0.change == change } }
    let codes = Set(villages.codes)
    missing = before.villages.map(\.code).filter { !codes.contains($0) }
  }

  /// How many villages and services change so.
  public func count(_ change: Change, _ service: PlannedService? = nil) -> Int {
    rows.count { $0.change == change && (service ?? $0.service) == $0.service }
  }
}
