/// Puts an item with all it needs into a schedule, or takes one out with all that stands because of it.
struct ItemInsertion {
  private var waiting = VertexHeap()
  /// For each item the latest year wanted of it, while it waits; -1 else.
  private var wanted: [Int]

  init(itemCount: Int) { wanted = [Int](repeating: -1, count: itemCount) }

  /// Builds `item` in `year` or before, and all it needs no later than it; items already built are moved to earlier years where
  /// they must. Each goes into the last year that the limits allow, those that need first. Returns false, with the schedule as it
  /// was, when something does not fit.
  mutating func insert(_ item: Int, by year: Int, into schedule: inout PhasingSchedule) -> Bool {
    let core = schedule.core
    let mark = schedule.mark
    want(item, by: year, of: core)
    while let entry = waiting.pop() {
      let item = Int(entry.vertex)
      let year = wanted[item]
      if year < 0 { continue }
      wanted[item] = -1
      if schedule.years[item] <= year { continue }
      if schedule.years[item] < core.yearCount { schedule.set(item, core.yearCount) }
      guard let fitting = schedule.lastFittingYear(item, upTo: year) else {
        while let rest = waiting.pop() { wanted[Int(rest.vertex)] = -1 }
        schedule.rewind(to: mark)
        return false
      }
      schedule.set(item, fitting)
      schedule.work += core.needs.size(of: item)
      for need in core.needs[item] where schedule.years[Int(need)] > fitting { want(Int(need), by: fitting, of: core) }
    }
    return true
  }

  private mutating func want(_ item: Int, by year: Int, of core: PhasingCore) {
    if wanted[item] >= 0, wanted[item] <= year { return }
    wanted[item] = year
    // Dependents have the greater rank and come off first.
    waiting.push(-Int(core.rank[item]), item)
  }

  /// Leaves out `item` and all that needs it, then what stands for nothing. What is required stays; returns false, with the
  /// schedule as it was, when that keeps the item.
  mutating func remove(_ item: Int, from schedule: inout PhasingSchedule) -> Bool {
    let core = schedule.core
    if core.latest[item] < core.yearCount || schedule.years[item] == core.yearCount { return false }
    var found = [item]
    var place = 0
    schedule.set(item, core.yearCount)
    while place < found.count {
      for dependent in core.dependents[found[place]] where schedule.years[Int(dependent)] < core.yearCount {
        schedule.set(Int(dependent), core.yearCount)
        found.append(Int(dependent))
      }
      place += 1
    }
    dropIdle(neededBy: found, from: &schedule)
    return true
  }

  /// Leaves out what stands for nothing among the needs of items, and their needs in turn; puts off the others.
  mutating func dropIdle(neededBy items: [Int], from schedule: inout PhasingSchedule) {
    let core = schedule.core
    for item in items {
      for need in core.needs[item] { waiting.push(-Int(core.rank[Int(need)]), Int(need)) }
    }
    drain(&schedule)
  }

  /// Leaves out what stands for nothing among `items`, what serves the same demands and what they need; puts off the others.
  mutating func tidy(_ items: [Int], in schedule: inout PhasingSchedule) {
    let core = schedule.core
    for item in items {
      waiting.push(-Int(core.rank[item]), item)
      for demand in core.demandsOfItem[item] {
        for option in core.options[Int(demand)] where schedule.years[Int(option)] < core.yearCount {
          waiting.push(-Int(core.rank[Int(option)]), Int(option))
        }
      }
    }
    drain(&schedule)
  }

  /// Looks at the items waiting, those that need first: each is left out, or built when it is first of use, if that fits.
  private mutating func drain(_ schedule: inout PhasingSchedule) {
    let core = schedule.core
    while let entry = waiting.pop() {
      let item = Int(entry.vertex)
      let year = schedule.years[item]
      schedule.work += 1
      if year == core.yearCount || waiting.first.map({ Int($0.vertex) == item }) ?? false { continue }
      let use = schedule.firstUse(of: item)
      if use <= year { continue }
      schedule.set(item, core.yearCount)
      if use < core.yearCount {
        let later = schedule.lastFittingYear(item, upTo: use) ?? year
        schedule.set(item, max(year, later))
        if later <= year { continue }
      }
      for need in core.needs[item] { waiting.push(-Int(core.rank[Int(need)]), Int(need)) }
    }
  }
}
