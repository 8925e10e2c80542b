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

  /// Counts an assessment.
  public init(_ villages: Villages, _ assessment: Assessment) {
    all =
      Summary.groups(villages, assessment, names: [], groups: [Int32](repeating: -1, count: villages.count)).last
      ?? Group(name: "")
    provinces = Summary.groups(villages, assessment, by: .province)
    provinces2025 = Summary.groups(villages, assessment, by: .province2025)
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
    var totals = [Tally](repeating: Tally(), count: names.count + 1)
    for village in 0..<villages.count {
      let group = groups[village] < 0 ? names.count : Int(groups[village])
      totals[group].add(people: villages.people[village], households: villages.households[village])
    }
    var result = (names + [""]).map { Group(name: $0) }
    for index in result.indices { result[index].total = totals[index] }
    for service in Service.allCases {
      var tallies = [Tally](repeating: Tally(), count: (names.count + 1) * Status.allCases.count)
      let statuses = assessment[service].statuses
      for village in 0..<villages.count {
        let group = groups[village] < 0 ? names.count : Int(groups[village])
        tallies[group * Status.allCases.count + Int(statuses[village].rawValue)].add(
          people: villages.people[village], households: villages.households[village])
      }
      for index in result.indices {
        result[index].services[service] = Array(
          tallies[(index * Status.allCases.count)..<((index + 1) * Status.allCases.count)])
      }
    }
    if !names.isEmpty, result[names.count].total.villages == 0 { result.removeLast() }
    return Array(
      result[..<min(names.count, result.count)].sorted { $0.name < $1.name } + result[min(names.count, result.count)...]
    )
  }
}
