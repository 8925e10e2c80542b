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
  private let chosenLevel: GroupLevel?
  private let chosenGroups: [Group]

  /// Counts an assessment, also by the units of `level` where one is given.
  public init(_ villages: Villages, _ assessment: Assessment, groupedBy level: GroupLevel? = nil) {
    var counts = SummaryCounts(groupedBy: level)
    counts.add(SummaryCounts.Inhabitants(villages), assessment, SummaryCounts.Groups(villages, level))
    self = counts.summary
  }

  init(all: Group, provinces: [Group], provinces2025: [Group], level: GroupLevel?, groups: [Group]) {
    (self.all, self.provinces, self.provinces2025) = (all, provinces, provinces2025)
    (chosenLevel, chosenGroups) = (level, groups)
  }
}
