/// Tries every plan in years, item by item, leaving out branches that cannot be better than the best plan known.
///
/// Two bounds close a branch: the relaxation's, less what the years chosen lose against it (`YearLosses`), and what the demands would
/// count if all that is not decided were built as early as it can be.
struct PhasingTree {
  private let core: PhasingCore
  private let windows: YearWindows
  private let losses: YearLosses
  /// The best years found; nil while none is better than the value given.
  private(set) var bestYears: [Int]?
  private(set) var bestValue: Int
  /// How many branches may still be looked at.
  private var left: Int
  /// Whether every plan was tried or ruled out.
  private(set) var isComplete = true
  private var years: [Int]
  private var used: [Int]

  /// A tree for plans worth more than `value`, -1 when none is known, under the bound of the losses.
  init(_ core: PhasingCore, windows: YearWindows, losses: YearLosses, value: Int, branchLimit: Int) {
    self.core = core
    self.windows = windows
    self.losses = losses
    bestValue = value
    left = branchLimit
    years = [Int](repeating: core.yearCount, count: core.itemCount)
    used = [Int](repeating: 0, count: core.rows.count * core.yearCount)
  }

  /// Searches the whole tree, or until there are no branches left or the task is cancelled.
  mutating func search() { decide(0, lost: 0) }

  private mutating func decide(_ place: Int, lost: Int) {
    if left <= 0 || (left & 1023 == 0 && Task.isCancelled) {
      isComplete = false
      return
    }
    left -= 1
    let most = mostFrom(place)
    if most <= bestValue { return }
    if place == core.itemCount {
      bestValue = most
      bestYears = years
      return
    }
    let item = Int(core.order[place])
    var first = windows.first[item]
    for need in core.needs[item] { first = max(first, years[Int(need)]) }
    let last = windows.last[item]
    if first > last { return }
    let choices = (first...last).map { (loss: losses.loss(of: item, from: $0), year: $0) }.sorted { $0 < $1 }
    for choice in choices where losses.bound - lost - choice.loss > bestValue && fits(item, choice.year) {
      take(item, choice.year, 1)
      decide(place + 1, lost: lost + choice.loss)
      take(item, choice.year, -1)
    }
  }

  /// What the demands count when each undecided item stands as early as its window allows.
  private func mostFrom(_ place: Int) -> Int {
    var most = 0
    for demand in 0..<core.demandCount {
      var served = core.yearCount
      for option in core.options[demand] {
        let option = Int(option)
        served = min(served, Int(core.rank[option]) < place ? years[option] : windows.first[option])
      }
      most += core.benefits[demand] * core.worth[served]
    }
    return most
  }

  private func fits(_ item: Int, _ year: Int) -> Bool {
    if year == core.yearCount { return true }
    return core.rows.indices.allSatisfy { index in
      let row = core.rows[index]
      let last = row.carriesOver ? core.yearCount - 1 : year
      return row.amounts[item] == 0
        || (year...last).allSatisfy { used[index * core.yearCount + $0] + row.amounts[item] <= row.available[$0] }
    }
  }

  private mutating func take(_ item: Int, _ year: Int, _ sign: Int) {
    years[item] = sign > 0 ? year : core.yearCount
    if year == core.yearCount { return }
    for (index, row) in core.rows.enumerated() {
      let last = row.carriesOver ? core.yearCount - 1 : year
      for place in year...last { used[index * core.yearCount + place] += sign * row.amounts[item] }
    }
  }
}
