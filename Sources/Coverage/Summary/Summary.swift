/// Counts of villages, people and households by service and status, in all and by province.
public struct Summary: Sendable, Hashable {
  /// Villages, people and households together.
  public struct Tally: Sendable, Hashable {
    /// How many villages.
    public var villages = 0
    /// How many **people**, of the villages where that is known.
    public var people = 0.0
    /// How many **households**, of the villages where that is known.
    public var households = 0.0

    /// Nothing yet.
    public init() {}

    @inline(__always)
    mutating func add(people: Double, households: Double) {
      villages += 1
      // NaN stands for unknown, which adds nothing.
      if people == people { self.people += people }
      if households == households { self.households += households }
    }
  }

  /// A group of villages: all of them, or those of a province.
  public struct Group: Sendable, Hashable {
    /// The group's name; empty for all villages and for those of which no province is known.
    public var name: String
    /// The official code of the unit; nil where the group has none.
    public var code: String?
    /// The names of the units above the group's, the nearest first.
    public var parents: [String] = []
    /// How many villages have a doubtful answer, by service; empty when positions count as exact.
    public var doubtful: [Service: Int] = [:]
    /// All villages of the group.
    public var total = Tally()
    /// For each service a tally by status: served, unserved, unknown.
    public var services: [Service: [Tally]]

    init(name: String) {
      self.name = name
      services = Dictionary(
        uniqueKeysWithValues: Service.allCases.map { ($0, Status.allCases.map { _ in Tally() }) })
    }

    /// The tally of a service and status.
    public subscript(service: Service, status: Status) -> Tally {
      services[service]?[Int(status.rawValue)] ?? Tally()
    }
  }

  /// All villages.
  public var all: Group
  /// By province of before July 2025, by name; last the villages without one, when there are any. Empty
  /// when no village has one.
  public var provinces: [Group]
  /// By province since July 2025, likewise.
  public var provinces2025: [Group]
  /// By the level that was asked for, by code; last the villages without a unit, when there are any. Nil when none was
  /// asked for.
  public var chosen: (level: GroupLevel, groups: [Group])? {
    chosenLevel.map { ($0, chosenGroups) }
  }
  private var chosenLevel: GroupLevel?
  private var chosenGroups: [Group] = []

  /// Counts an assessment, also by the units of `level` where one is given.
  public init(_ villages: Villages, _ assessment: Assessment, groupedBy level: GroupLevel? = nil) {
    all =
      Summary.groups(villages, assessment, names: [], groups: [Int32](repeating: -1, count: villages.count)).last
      ?? Group(name: "")
    provinces = Summary.groups(villages, assessment, by: .province)
    provinces2025 = Summary.groups(villages, assessment, by: .province2025)
    guard let level else { return }
    let (units, groups) = villages.unitGroups(by: level)
    chosenLevel = level
    chosenGroups = Summary.groups(villages, assessment, units: units, groups: groups)
  }

  /// The groups of a field; none where no village has a value.
  private static func groups(_ villages: Villages, _ assessment: Assessment, by field: VillageField) -> [Group] {
    let (names, groups) = villages.groups(by: field)
    return names.isEmpty ? [] : Summary.groups(villages, assessment, names: names, groups: groups)
  }

  /// One group per name, by name, and last one for the villages of none, left out when empty.
  private static func groups(
    _ villages: Villages, _ assessment: Assessment, names: [String], groups: [Int32]
  ) -> [Group] {
    let units = names.map { UnitGroup(code: nil, name: $0, parents: []) }
    let result = Summary.groups(villages, assessment, units: units, groups: groups)
    return Array(result.prefix(names.count).sorted { $0.name < $1.name } + result.dropFirst(names.count))
  }

  /// One group per unit, in their order, and last one for the villages of none, left out when empty.
  private static func groups(
    _ villages: Villages, _ assessment: Assessment, units: [UnitGroup], groups: [Int32]
  ) -> [Group] {
    let last = units.count
    var totals = [Tally](repeating: Tally(), count: last + 1)
    for village in 0..<villages.count {
      let group = groups[village] < 0 ? last : Int(groups[village])
      totals[group].add(people: villages.people[village], households: villages.households[village])
    }
    var result = (units + [UnitGroup(code: nil, name: "", parents: [])]).map { unit in
      var group = Group(name: unit.name)
      group.code = unit.code
      group.parents = unit.parents
      return group
    }
    for index in result.indices { result[index].total = totals[index] }
    for service in Service.allCases {
      var tallies = [Tally](repeating: Tally(), count: (last + 1) * Status.allCases.count)
      let column = assessment[service]
      for village in 0..<villages.count {
        let group = groups[village] < 0 ? last : Int(groups[village])
        tallies[group * Status.allCases.count + Int(column.statuses[village].rawValue)].add(
          people: villages.people[village], households: villages.households[village])
      }
      for index in result.indices {
        result[index].services[service] = Array(
          tallies[(index * Status.allCases.count)..<((index + 1) * Status.allCases.count)])
      }
      guard assessment.hasConfidence else { continue }
      for index in result.indices { result[index].doubtful[service] = 0 }
      for village in column.doubts.indices where column.doubts[village] {
        result[groups[village] < 0 ? last : Int(groups[village])].doubtful[service, default: 0] += 1
      }
    }
    if last > 0, result[last].total.villages == 0 { result.removeLast() }
    return result
  }
}
