import Coverage

/// A village that is not as it was at the last run.
public struct VillageChange: Hashable, Sendable {
  /// Its code.
  public var code: String
  /// The village; nil when it is no longer there.
  public var village: Int?
  /// What happened.
  public var kind: ResultComparison.Kind
  /// The services whose status changed.
  public var statuses: [ResultComparison.StatusChange]
  /// How many ranks it rose; nil where that is not known.
  public var rise: Int?

  /// The changes of a comparison without those of the rank alone, in its order; villages are found by code.
  static func list(_ comparison: ResultComparison, _ villages: Villages) -> [VillageChange] {
    let places = Dictionary(villages.codes.enumerated().map { ($1, $0) }) { first, _ in first }
    return comparison.changes.filter { $0.kind != .moved }.map { change in
      VillageChange(
        code: change.code, village: change.new == nil ? nil : places[change.code], kind: change.kind,
        statuses: change.statuses, rise: change.rise)
    }
  }
}
