/// By how much a plan must fall short of a relaxation's bound because an item stands from a certain year on.
///
/// A closure has at most the profit of what is left at its vertices (`ClosureFlow`), so each vertex with something left that is
/// not in it, and each that lacks something and is, takes that from the bound. The losses of different items add up.
struct YearLosses: Sendable {
  /// The bound that is fallen short of, in parts of a year.
  let bound: Int
  private let core: PhasingCore
  /// `yearCount + 1` numbers per item; 0 where an item may not stand.
  private var losses: [Int]

  /// At the prices that the relaxation was asked for last, with the bound that it gave.
  init(_ relaxation: PhasingRelaxation, bound: Int) {
    self.bound = bound
    core = relaxation.core
    let years = core.yearCount
    losses = [Int](repeating: 0, count: core.itemCount * (years + 1))
    for item in 0..<core.itemCount {
      let (first, last) = (relaxation.windows.first[item], relaxation.windows.last[item])
      var left = 0
      var taken = 0
      for year in first..<last {
        let excess = relaxation.excess(item, in: year)
        left += max(0, excess)
        taken += excess
      }
      for year in first...last {
        losses[item * (years + 1) + year] = left - taken
        if year < last { taken -= relaxation.excess(item, in: year) }
      }
    }
  }

  /// What is lost when an item stands from a year of its window on; the last year may mean never.
  func loss(of item: Int, from year: Int) -> Int { losses[item * (core.yearCount + 1) + year] }

  /// The windows in which an item loses less than what the bound is above the value of a plan: only these can make a better one.
  func narrowed(_ windows: YearWindows, value: Int) -> YearWindows {
    var narrowed = windows
    for item in 0..<core.itemCount {
      let years = (windows.first[item]...windows.last[item]).filter { loss(of: item, from: $0) < bound - value }
      guard let first = years.first, let last = years.last else { continue }
      narrowed.forbid(item, before: first)
      narrowed.require(item, by: last)
    }
    narrowed.spread()
    return narrowed
  }
}
