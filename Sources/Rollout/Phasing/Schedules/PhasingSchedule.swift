/// A plan in the making: a year for each item, what is left of each limit, and what the plan brings.
///
/// Every change is written down, so that a search can go back to any earlier state.
struct PhasingSchedule: Sendable {
  let core: PhasingCore
  /// The year of each item, `yearCount` for those left out.
  private(set) var years: [Int]
  /// The year from which each demand is served, `yearCount` for never.
  private(set) var servedYears: [Int]
  /// What the plan brings, in parts of a year.
  private(set) var value = 0
  /// How many items, needs and demands were looked at.
  var work = 0
  /// What is left of each limit in each year, `yearCount` numbers per limit; by the end of the year where it carries over.
  private var slack: [Int]
  /// The items changed, each with the year it had.
  private var trail: [(item: Int32, year: Int32)] = []

  /// A plan that builds nothing.
  init(_ core: PhasingCore) {
    self.core = core
    years = [Int](repeating: core.yearCount, count: core.itemCount)
    servedYears = [Int](repeating: core.yearCount, count: core.demandCount)
    slack = core.rows.flatMap(\.available)
  }

  /// The present state, to come back to.
  var mark: Int { trail.count }

  /// Forgets how the present state came about; marks taken before are void.
  mutating func settle() { trail.removeAll(keepingCapacity: true) }

  /// Goes back to a state marked since the last `settle()`.
  mutating func rewind(to mark: Int) {
    while trail.count > mark, let change = trail.popLast() {
      write(Int(change.item), Int(change.year))
    }
  }

  /// The items changed since a mark, some of them perhaps more than once.
  func changed(since mark: Int) -> [Int] { trail[mark...].map { Int($0.item) } }

  /// Gives an item a year, or leaves it out, whatever that breaks.
  mutating func set(_ item: Int, _ year: Int) {
    trail.append((Int32(truncatingIfNeeded: item), Int32(truncatingIfNeeded: years[item])))
    write(item, year)
  }

  private mutating func write(_ item: Int, _ year: Int) {
    let old = years[item]
    if old == year { return }
    let count = core.yearCount
    for row in core.rows.indices {
      let amount = core.rows[row].amounts[item]
      if amount == 0 { continue }
      if core.rows[row].carriesOver {
        for place in min(old, year)..<max(old, year) {
          slack[row * count + place] += old < year ? amount : -amount
        }
      } else {
        if old < count { slack[row * count + old] += amount }
        if year < count { slack[row * count + year] -= amount }
      }
    }
    years[item] = year
    work += 1
    for demand in core.demandsOfItem[item] {
      let demand = Int(demand)
      let before = servedYears[demand]
      var served = year
      if year > before, old > before { continue }
      if year > before {
        served = count
        for option in core.options[demand] { served = min(served, years[Int(option)]) }
        work += core.options.size(of: demand)
      }
      if served == before { continue }
      servedYears[demand] = served
      value += core.benefits[demand] * (core.worth[served] - core.worth[before])
    }
  }

  /// Whether the limits allow one more item, left out until now, to be built in a year.
  func fits(_ item: Int, in year: Int) -> Bool {
    let count = core.yearCount
    for row in core.rows.indices {
      let amount = core.rows[row].amounts[item]
      if amount == 0 { continue }
      if slack[row * count + year] < amount { return false }
      if core.rows[row].carriesOver {
        for later in (year + 1)..<max(year + 1, count) where slack[row * count + later] < amount { return false }
      }
    }
    return true
  }

  /// The last year up to `latest` in which an item, left out until now, fits; nil when there is none.
  func lastFittingYear(_ item: Int, upTo latest: Int) -> Int? {
    var year = latest
    while year >= core.earliest[item] {
      if fits(item, in: year) { return year }
      year -= 1
    }
    return nil
  }

  /// The year in which an item that stands is first of use: to something that needs it, to a demand that it serves, or because it
  /// is required; `yearCount` for one that stands for nothing.
  func firstUse(of item: Int) -> Int {
    let year = years[item]
    var use = core.latest[item]
    for dependent in core.dependents[item] { use = min(use, years[Int(dependent)]) }
    for demand in core.demandsOfItem[item] where servedYears[Int(demand)] == year {
      let demand = Int(demand)
      if core.benefits[demand] == 0 { continue }
      if !core.options[demand].contains(where: { $0 != item && years[Int($0)] <= year }) { return year }
    }
    return use
  }
}
