import Coverage
import Rollout

extension Plan {
  /// What is built and reached in a year, or in a province, or for a service.
  public struct Totals: Hashable, Sendable {
    /// The money, in the **currency** of the catalogue.
    public var cost = 0
    /// What running it costs, in the **currency** of the catalogue **a year**.
    public var runningPerYear = 0
    /// How many items are built.
    public var items = 0
    /// How much cable and line is built, in **kilometres**.
    public var kilometres = 0.0
    /// How many villages get each service.
    public var villages: [PlannedService: Int] = [:]
    /// How many **people** get each service, of the villages where that is known.
    public var people: [PlannedService: Double] = [:]

    mutating func add(_ built: Built) {
      cost += built.cost
      runningPerYear += built.runningPerYear
      items += 1
      kilometres += built.item.kilometres
    }

    mutating func add(village people: Double, _ service: PlannedService) {
      villages[service, default: 0] += 1
      if !people.isNaN { self.people[service, default: 0] += people }
    }
  }

  /// How many years it takes.
  public var yearCount: Int { request.source.years }

  /// The money of a year, counted from 0, of all services together, in the **currency** of the catalogue; nil where that of
  /// some is not limited.
  public func budget(ofYear year: Int) -> Int? {
    let groups = request.budgetGroups(services)
    let amounts = groups.compactMap { $0.perYear?[year] }
    return amounts.count == groups.count ? amounts.reduce(0, +) : nil
  }

  /// The totals of each year, from the first.
  public var years: [Totals] {
    var years = [Totals](repeating: Totals(), count: yearCount)
    for item in built { years[item.year - 1].add(item) }
    for service in services {
      for (village, year) in (servedFrom[service] ?? []).enumerated() {
        guard let year, year > 0 else { continue }
        years[year - 1].add(village: analysis.inputs.villages.people[village], service)
      }
    }
    return years
  }

  /// The totals of all years.
  public var totals: Totals {
    years.reduce(into: Totals()) { sum, year in
      sum.cost += year.cost
      sum.runningPerYear += year.runningPerYear
      sum.items += year.items
      sum.kilometres += year.kilometres
      for service in services {
        sum.villages[service, default: 0] += year.villages[service] ?? 0
        sum.people[service, default: 0] += year.people[service] ?? 0
      }
    }
  }

  /// The totals by service, in the order of the services; money, items and kilometres of what is built for each.
  public var byService: [(service: PlannedService, totals: Totals)] {
    services.map { service in
      var totals = Totals()
      for item in built where item.item.service == service { totals.add(item) }
      for (village, year) in (servedFrom[service] ?? []).enumerated() where (year ?? 0) > 0 {
        totals.add(village: analysis.inputs.villages.people[village], service)
      }
      return (service, totals)
    }
  }

  /// The totals by province, by name: an item counts where the first village that it serves lies, one that serves none with
  /// the first item that needs it. Nil for the name where no province is known.
  public var byProvince: [(province: String?, totals: Totals)] {
    let villages = analysis.inputs.villages
    let (names, groups) = villages.groups(by: .province)
    var sums: [Int32: Totals] = [:]
    let places = Self.villages(of: built)
    for (item, village) in zip(built, places) {
      sums[village.map { groups[$0] } ?? -1, default: Totals()].add(item)
    }
    for service in services {
      for (village, year) in (servedFrom[service] ?? []).enumerated() where (year ?? 0) > 0 {
        sums[groups[village], default: Totals()].add(village: villages.people[village], service)
      }
    }
    return sums.sorted { first, second in
      let (one, other) = (first.key, second.key)
      if one < 0 || other < 0 { return other < 0 && one >= 0 }
      return names[Int(one)] < names[Int(other)]
    }.map { ($0.key < 0 ? nil : names[Int($0.key)], $0.value) }
  }

  /// The village that stands for each item: its own first, else that of the first item that needs it.
  private static func villages(of built: [Built]) -> [Int?] {
    var villages = built.map { $0.item.villages.min() }
    var dependents = [[Int]](repeating: [], count: built.count)
    for (place, item) in built.enumerated() {
      for need in item.item.needs { dependents[need].append(place) }
    }
    // Needs may stand before or after; a few rounds reach every chain, for each settles one link at least.
    var pending = villages.indices.filter { villages[$0] == nil }
    while true {
      let before = pending.count
      pending = pending.filter { place in
        villages[place] = dependents[place].lazy.compactMap { villages[$0] }.first
        return villages[place] == nil
      }
      if pending.isEmpty || pending.count == before { return villages }
    }
  }
}

extension PlanItem {
  /// The length of its line, in **kilometres**; 0 for what stands at a point. Cable and line as they are bought count, not
  /// the length on the map.
  var kilometres: Double {
    bill.reduce(0) { $1.item.unit == .kilometre && $1.item != .lowVoltageLine ? $0 + $1.quantity : $0 }
  }
}
