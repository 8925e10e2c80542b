/// A summary in the making: villages are added block by block, in their order, and the result is that of all at once.
public struct SummaryCounts: Sendable {
  /// The groups of the villages of a block: the units that occur, and the unit of each village, -1 where none is known.
  public struct Groups: Sendable {
    fileprivate var provinces: (units: [UnitGroup], groups: [Int32])
    fileprivate var provinces2025: (units: [UnitGroup], groups: [Int32])
    fileprivate var chosen: (units: [UnitGroup], groups: [Int32])?

    /// The groups by province and, where one is given, by `level`. O(villages).
    public init(_ villages: Villages, _ level: GroupLevel?) {
      func groups(by field: VillageField) -> (units: [UnitGroup], groups: [Int32]) {
        let (names, groups) = villages.groups(by: field)
        return (names.map { UnitGroup(code: nil, name: $0, parents: []) }, groups)
      }
      provinces = groups(by: .province)
      provinces2025 = groups(by: .province2025)
      chosen = level.map { villages.unitGroups(by: $0) }
    }
  }

  private let level: GroupLevel?
  private var all = Grouping()
  private var provinces = Grouping()
  private var provinces2025 = Grouping()
  private var chosen = Grouping()
  private var hasConfidence = false

  /// Nothing yet; also by the units of `level` where one is given.
  public init(groupedBy level: GroupLevel? = nil) { self.level = level }

  /// The **people** and the **households** of the villages of a block, one entry per village; NaN where unknown.
  public struct Inhabitants: Sendable {
    /// In **people**.
    public let people: [Double]
    /// In **households**.
    public let households: [Double]

    /// Those of some villages.
    public init(_ villages: Villages) { (people, households) = (villages.people, villages.households) }
  }

  /// Adds the villages of the next block. O(villages).
  public mutating func add(_ villages: Inhabitants, _ assessment: Assessment, _ groups: Groups) {
    hasConfidence = hasConfidence || assessment.hasConfidence
    all.add(villages, assessment, units: [], groups: nil)
    provinces.add(villages, assessment, units: groups.provinces.units, groups: groups.provinces.groups)
    provinces2025.add(villages, assessment, units: groups.provinces2025.units, groups: groups.provinces2025.groups)
    if let (units, groups) = groups.chosen { chosen.add(villages, assessment, units: units, groups: groups) }
  }

  /// The summary of everything added so far.
  public var summary: Summary {
    let byName = { (a: UnitGroup, b: UnitGroup) in a.name < b.name }
    return Summary(
      all: all.groups(hasConfidence, byName).last ?? Summary.Group(name: ""),
      provinces: provinces.isEmpty ? [] : provinces.groups(hasConfidence, byName),
      provinces2025: provinces2025.isEmpty ? [] : provinces2025.groups(hasConfidence, byName), level: level,
      groups: level == nil ? [] : chosen.groups(hasConfidence) { $0.precedes($1) })
  }
}

/// Tallies by one kind of unit.
private struct Grouping: Sendable {
  private var units: [UnitGroup] = []
  private var places: [UnitGroup: Int] = [:]
  /// The villages of no unit, then one entry per unit.
  private var totals = [Summary.Tally()]
  /// Likewise by service and status within.
  private var tallies = [Summary.Tally](repeating: Summary.Tally(), count: Self.width)
  private var doubtful = [Int](repeating: 0, count: Service.allCases.count)

  private static let width = Service.allCases.count * Status.allCases.count

  /// Whether no unit has come yet.
  var isEmpty: Bool { units.isEmpty }

  /// Adds villages; `groups` tells the place of each among `units`, and is nil when none belongs to a unit.
  mutating func add(
    _ villages: SummaryCounts.Inhabitants, _ assessment: Assessment, units: [UnitGroup], groups: [Int32]?
  ) {
    // The place of those of no unit, then of each unit.
    let own = [0] + units.map { place(of: $0) + 1 }
    for village in villages.people.indices {
      let group = own[Int(groups?[village] ?? -1) + 1]
      totals[group].add(people: villages.people[village], households: villages.households[village])
    }
    for (index, service) in Service.allCases.enumerated() {
      let column = assessment[service]
      let first = index * Status.allCases.count
      for village in villages.people.indices {
        let group = own[Int(groups?[village] ?? -1) + 1]
        tallies[group * Self.width + first + Int(column.statuses[village].rawValue)].add(
          people: villages.people[village], households: villages.households[village])
      }
      for village in column.doubts.indices where column.doubts[village] {
        doubtful[own[Int(groups?[village] ?? -1) + 1] * Service.allCases.count + index] += 1
      }
    }
  }

  private mutating func place(of unit: UnitGroup) -> Int {
    if let place = places[unit] { return place }
    places[unit] = units.count
    units.append(unit)
    totals.append(Summary.Tally())
    tallies += [Summary.Tally](repeating: Summary.Tally(), count: Self.width)
    doubtful += [Int](repeating: 0, count: Service.allCases.count)
    return units.count - 1
  }

  /// One group per unit, in the order of `precedes`, and last one for the villages of none, left out when it is empty beside
  /// others.
  func groups(_ hasConfidence: Bool, _ precedes: (UnitGroup, UnitGroup) -> Bool) -> [Summary.Group] {
    var result = units.indices.sorted { precedes(units[$0], units[$1]) }.map {
      group($0 + 1, units[$0], hasConfidence)
    }
    if units.isEmpty || totals[0].villages > 0 {
      result.append(group(0, UnitGroup(code: nil, name: "", parents: []), hasConfidence))
    }
    return result
  }

  private func group(_ place: Int, _ unit: UnitGroup, _ hasConfidence: Bool) -> Summary.Group {
    var group = Summary.Group(name: unit.name)
    (group.code, group.parents, group.total) = (unit.code, unit.parents, totals[place])
    for (index, service) in Service.allCases.enumerated() {
      let first = place * Self.width + index * Status.allCases.count
      group.services[service] = Array(tallies[first..<(first + Status.allCases.count)])
      if hasConfidence { group.doubtful[service] = doubtful[place * Service.allCases.count + index] }
    }
    return group
  }
}
