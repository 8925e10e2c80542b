/// What differs between two results of analyses, village by village, found by code.
///
/// ```swift
/// let comparison = ResultComparison(old: lastWeek, new: today, oldRanks: nil, newRanks: nil)
/// comparison.count(of: .signal, from: .unserved, to: .served)  // dead zones that are gone
/// ```
public struct ResultComparison: Sendable {
  /// How the status of a service changed in a village.
  public struct StatusChange: Sendable, Hashable {
    /// The service.
    public var service: Service
    /// What it was.
    public var old: Status
    /// What it is.
    public var new: Status

    /// A change from `old` to `new`.
    public init(service: Service, old: Status, new: Status) {
      self.service = service
      self.old = old
      self.new = new
    }
  }

  /// A village that is not as it was.
  public struct Change: Sendable, Hashable {
    /// The village's code.
    public var code: String
    /// The village in the old result; nil when it was not there.
    public var old: Int?
    /// The village in the new result; nil when it is not there.
    public var new: Int?
    /// The services whose status changed, in their order; empty for a village that is in one result only.
    public var statuses: [StatusChange] = []
    /// Its rank in the old result, from 1; nil where it has none.
    public var oldRank: Int?
    /// Its rank in the new result.
    public var newRank: Int?

    /// How many ranks it rose, less than 0 when it fell; nil where it has no two ranks.
    public var rise: Int? {
      guard let oldRank, let newRank else { return nil }
      return oldRank - newRank
    }

    /// What happened to it.
    public var kind: Kind {
      if old == nil { return .gained }
      if new == nil { return .lost }
      return statuses.isEmpty ? .moved : .status
    }
  }

  /// What may have happened to a village, the weightiest first.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is in the new result only.
    case gained
    /// It is in the old result only.
    case lost
    /// A service is no longer as it was.
    case status
    /// Only its rank is another.
    case moved
  }

  /// The villages that are not as they were: by kind, those that moved by how far, else in the order of the codes.
  public let changes: [Change]
  /// How many villages are in both results.
  public let common: Int

  /// Compares two results. The ranks, one per village of each result, are nil where they do not matter. O(n log n).
  public init(old: AssessedVillages, new: AssessedVillages, oldRanks: [UInt32]?, newRanks: [UInt32]?) {
    let newPlaces = Dictionary(new.villages.codes.enumerated().map { ($1, $0) }) { first, _ in first }
    let columns = Service.allCases.map { ($0, old.assessment[$0].statuses, new.assessment[$0].statuses) }
    func rank(_ ranks: [UInt32]?, _ village: Int?) -> Int? {
      village.flatMap { village in ranks.map { Int($0[village]) } }
    }
    var isInBoth = [Bool](repeating: false, count: new.villages.count)
    var changes: [Change] = []
    var common = 0
    for village in old.villages.order.map(Int.init) {
      let code = old.villages.codes[village]
      var change = Change(code: code, old: village, new: newPlaces[code], oldRank: rank(oldRanks, village))
      if let place = change.new {
        common += 1
        isInBoth[place] = true
        change.newRank = rank(newRanks, place)
        change.statuses = columns.compactMap { service, before, after in
          before[village] == after[place]
            ? nil : StatusChange(service: service, old: before[village], new: after[place])
        }
        if change.statuses.isEmpty, change.rise ?? 0 == 0 { continue }
      }
      changes.append(change)
    }
    for village in new.villages.order.map(Int.init) where !isInBoth[village] {
      changes.append(
        Change(code: new.villages.codes[village], old: nil, new: village, newRank: rank(newRanks, village)))
    }
    self.common = common
    self.changes = Self.ordered(changes)
  }

  private static func ordered(_ changes: [Change]) -> [Change] {
    Kind.allCases.flatMap { kind in
      let own = changes.filter { $0.kind == kind }
      // Sorting is stable, so that equal moves stay in the order of the codes.
      return kind == .moved ? own.sorted { abs($0.rise ?? 0) > abs($1.rise ?? 0) } : own
    }
  }

  /// Whether nothing at all differs.
  public var isEmpty: Bool { changes.isEmpty }

  /// How many villages a thing happened to.
  public func count(of kind: Kind) -> Int { changes.count { $0.kind == kind } }

  /// How many villages of both results changed from one status of a service to another.
  public func count(of service: Service, from old: Status, to new: Status) -> Int {
    changes.count { $0.statuses.contains(StatusChange(service: service, old: old, new: new)) }
  }
}
