import GeoFormats
import Geospatial

/// Villages of a query grouped, with counts, sums and means.
public struct VillageGroups: Sendable {
  /// What villages are grouped by.
  public enum Key: Sendable {
    /// The units of an administrative level.
    case level(GroupLevel)
    /// The values of a column.
    case column(VillageColumn)
  }

  /// The sum and the mean of a column over the villages of a group that have a number there.
  public struct Total: Sendable, Hashable {
    /// In the unit of the column.
    public var sum = 0.0
    /// How many villages have a number.
    public var count = 0
    /// In the unit of the column; NaN where no village has a number.
    public var mean: Double { count > 0 ? sum / Double(count) : .nan }
  }

  /// A group.
  public struct Group: Sendable {
    /// The name of the unit or the value of the column; empty for the villages of none.
    public var name: String
    /// The official code of the unit; nil where it is not known.
    public var code: String?
    /// The names of the units above it, the nearest first.
    public var parents: [String]
    /// How many villages of the query.
    public var villages = 0
    /// How many **people**, of the villages where that is known.
    public var people = 0.0
    /// How many **households**, of the villages where that is known.
    public var households = 0.0
    /// How many of the villages lack each service, in the order of the services.
    public var unserved = Service.allCases.map { _ in 0 }
    /// For each of the columns that were asked for its sum and mean, same order.
    public var totals: [Total]
    /// The village with the least of the ranks that the groups were made with; nil without ranks.
    public var best: Int?
  }

  /// The groups in the order of their first village.
  public private(set) var groups: [Group] = []

  /// Groups `villages` of a table; `columns` are summed, of which each village's numbers count; `ranks`, one per
  /// village of the table, tell the best of each group. O(n).
  public init(
    _ table: VillageTable, villages: [Int], by key: Key, summing columns: [VillageColumn],
    ranks: [UInt32]? = nil
  ) {
    let naming = Naming(table, key)
    var places: [UnitGroup: Int] = [:]
    let own = table.assessed.villages
    let services = Service.allCases.map { table.assessed.assessment[$0].statuses }
    for village in villages {
      let unit = naming.unit(of: village)
      let place = places[unit] ?? groups.count
      if place == groups.count {
        places[unit] = place
        groups.append(
          Group(
            name: unit.name, code: unit.code, parents: unit.parents, totals: columns.map { _ in Total() }))
      }
      groups[place].villages += 1
      if let ranks, groups[place].best.map({ ranks[village] < ranks[$0] }) ?? true { groups[place].best = village }
      if !own.people[village].isNaN { groups[place].people += own.people[village] }
      if !own.households[village].isNaN { groups[place].households += own.households[village] }
      for (index, statuses) in services.enumerated() where statuses[village] == .unserved {
        groups[place].unserved[index] += 1
      }
      for (index, column) in columns.enumerated() {
        guard let number = table.value(column, village: village)?.number else { continue }
        groups[place].totals[index].sum += number
        groups[place].totals[index].count += 1
      }
    }
  }

  /// Puts the groups in the order of a figure, equal ones by name, the group without a name last.
  public mutating func sort(descending: Bool, by figure: (Group) -> Double) {
    groups.sort { one, other in
      if one.name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
      let (a, b) = (figure(one), figure(other))
      if a.isNaN != b.isNaN { return b.isNaN }
      if a != b, !a.isNaN { return descending ? a > b : a < b }
      return VietnameseOrder.precedes(one.fullName, other.fullName)
    }
  }

  /// Puts the groups in the order of their names, as in a Vietnamese dictionary, the group without a name last.
  public mutating func sortByName(descending: Bool) {
    groups.sort { one, other in
      if one.name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
      return descending
        ? VietnameseOrder.precedes(other.fullName, one.fullName)
        : VietnameseOrder.precedes(one.fullName, other.fullName)
    }
  }

  /// Finds the unit of a village.
  private struct Naming {
    private let table: VillageTable
    private let column: VillageColumn?
    private let units: [UnitGroup]
    private let places: [Int32]

    init(_ table: VillageTable, _ key: Key) {
      self.table = table
      switch key {
      case .column(let column):
        (self.column, units, places) = (column, [], [])
      case .level(let level):
        let (units, places) = table.assessed.villages.unitGroups(by: level)
        // A result names no commune of 2025, but has its code.
        let code = units.isEmpty && level == .commune2025 ? table.column(VillageField.communeCode2025.rawValue) : nil
        (column, self.units, self.places) = (code, units, places)
      }
    }

    func unit(of village: Int) -> UnitGroup {
      if let column {
        let name = table.cell(column, village: village).spelling ?? ""
        return UnitGroup(code: nil, name: name, parents: [])
      }
      guard village < places.count, places[village] >= 0 else { return UnitGroup(code: nil, name: "", parents: []) }
      return units[Int(places[village])]
    }
  }
}

extension VillageGroups.Group {
  /// Name and parents as one text.
  public var fullName: String { ([name] + parents).joined(separator: ", ") }
}
