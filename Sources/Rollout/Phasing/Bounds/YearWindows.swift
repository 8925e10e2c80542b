/// The years in which each item can stand, for the first time and at the latest, in any plan that brings more than one known.
struct YearWindows: Sendable {
  /// The first year in which an item can stand; `yearCount` for those never built.
  private(set) var first: [Int]
  /// The year in which it must stand; `yearCount` for those that may be left out.
  private(set) var last: [Int]
  private let core: PhasingCore

  /// The windows that follow from the limits: what an item needs takes no more than there is by its year, and items on which no
  /// benefit depends are left out.
  init(_ core: PhasingCore) {
    self.core = core
    first = core.earliest
    last = core.latest
    var isUseful = (0..<core.itemCount).map { item in
      core.latest[item] < core.yearCount || core.demandsOfItem[item].contains { core.benefits[Int($0)] > 0 }
    }
    for item in core.order.reversed() where isUseful[Int(item)] {
      for need in core.needs[Int(item)] { isUseful[Int(need)] = true }
    }
    for item in 0..<core.itemCount where !isUseful[item] { first[item] = core.yearCount }
    raiseByLimits(workLimit: 20_000_000)
    spread()
  }

  /// No plan of interest has the item before `year`.
  mutating func forbid(_ item: Int, before year: Int) { first[item] = max(first[item], min(year, last[item])) }

  /// Every plan of interest has the item by `year`.
  mutating func require(_ item: Int, by year: Int) { last[item] = min(last[item], max(year, first[item])) }

  /// Carries the windows over from needs to what needs them, and back.
  mutating func spread() {
    for item in core.order {
      for need in core.needs[Int(item)] { forbid(Int(item), before: first[Int(need)]) }
    }
    for item in core.order.reversed() {
      for dependent in core.dependents[Int(item)] { require(Int(item), by: last[Int(dependent)]) }
    }
  }

  /// Raises the first year of items that are too large, by themselves for any year or with their needs for all years up to one.
  private mutating func raiseByLimits(workLimit: Int) {
    var seen = [Int32](repeating: -1, count: core.itemCount)
    var work = 0
    for item in 0..<core.itemCount where first[item] < last[item] && work < workLimit {
      var closure = [item]
      var place = 0
      seen[item] = Int32(truncatingIfNeeded: item)
      var taken = [Int](repeating: 0, count: core.rows.count)
      while place < closure.count {
        for row in core.rows.indices { taken[row] += core.rows[row].amounts[closure[place]] }
        for need in core.needs[closure[place]] where seen[Int(need)] != item {
          seen[Int(need)] = Int32(truncatingIfNeeded: item)
          closure.append(Int(need))
        }
        place += 1
      }
      work += closure.count
      while first[item] < last[item], !isWithinLimits(item, taken, by: first[item]) { first[item] += 1 }
    }
  }

  private func isWithinLimits(_ item: Int, _ taken: [Int], by year: Int) -> Bool {
    core.rows.indices.allSatisfy { index in
      let row = core.rows[index]
      return taken[index] <= row.sums[year]
        && (row.carriesOver || row.available[core.earliest[item]...year].contains { $0 >= row.amounts[item] })
    }
  }
}
