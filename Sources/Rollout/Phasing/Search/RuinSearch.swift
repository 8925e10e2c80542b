import Randomness

/// Improves a schedule by leaving out a few things and adding others (ruin and recreate: G. Schrimpf, J. Schneider, H.
/// Stamm-Wilbrandt and G. Dueck, *Record breaking optimization results using the ruin and recreate principle*, 2000): so items
/// move to earlier and later years, change places, or go.
///
/// A change is kept when the plan is not much worse than the best (record-to-record travel, G. Dueck 1993).
struct RuinSearch {
  private let core: PhasingCore
  private var insertion: PricedInsertion
  private var generator: SeededGenerator
  private var schedule: PhasingSchedule
  /// The best years found.
  private(set) var bestYears: [Int]
  /// What they bring, in parts of a year.
  private(set) var bestValue: Int
  /// Items that serve someone, those first whose place in the best plans is least clear.
  private let contenders: [Int]
  /// The first so many of them are drawn from.
  private let contenderCount: Int

  /// From a schedule; `contenders` as said, at `limitPrices`.
  init(
    _ schedule: PhasingSchedule, contenders: [Int], limitPrices: [Double], generator: SeededGenerator
  ) {
    core = schedule.core
    insertion = PricedInsertion(schedule.core, limitPrices: limitPrices)
    self.generator = generator
    self.schedule = schedule
    self.schedule.settle()
    self.schedule.work = 0
    bestYears = schedule.years
    bestValue = schedule.value
    self.contenders = contenders
    contenderCount = min(contenders.count, max(200, contenders.count / 4))
  }

  /// How many items, needs and demands were looked at.
  var work: Int { schedule.work }

  /// The schedule of the best years.
  var bestSchedule: PhasingSchedule {
    var best = PhasingSchedule(core)
    for item in 0..<core.itemCount where bestYears[item] < core.yearCount { best.set(item, bestYears[item]) }
    best.settle()
    return best
  }

  /// Searches until `workLimit`, a value of `target` parts of a year, or many changes that bring nothing better.
  mutating func run(workLimit: Int, target: Int) {
    guard !contenders.isEmpty, core.demandCount > 0 else { return }
    let patience = 3_000 + 10 * contenders.count
    var failures = 0
    while schedule.work < workLimit, bestValue < target, failures < patience, !Task.isCancelled {
      let progress = Double(schedule.work) / Double(max(1, workLimit))
      let tolerance = Int(Double(bestValue) * 0.002 * max(0, 0.8 - progress) / Double(max(1, core.demandCount / 50)))
      let mark = schedule.mark
      change()
      schedule.work += 10
      failures += 1
      if schedule.value > bestValue {
        failures = 0
        bestValue = schedule.value
        bestYears = schedule.years
        schedule.settle()
      } else if schedule.value >= bestValue - tolerance {
        schedule.settle()
      } else {
        schedule.rewind(to: mark)
      }
    }
  }

  /// One ruin and what is built in its place.
  private mutating func change() {
    let mark = schedule.mark
    let removals = 1 + generator.index(4)
    for _ in 0..<removals { ruin() }
    var candidates = Set<Int>()
    for item in schedule.changed(since: mark) where core.demandsOfItem.size(of: item) > 0 { candidates.insert(item) }
    for _ in 0..<(8 + generator.index(24)) { candidates.insert(contenders[generator.index(contenderCount)]) }
    for _ in 0..<4 { candidates.insert(contenders[generator.index(contenders.count)]) }
    insertion.add(candidates.sorted(), to: &schedule, noise: generator.number(0, 0.6), &generator)
    insertion.tidy(since: mark, &schedule)
  }

  /// Leaves out one item that stands, with what needs it: an option of a demand, or a few needs further down.
  private mutating func ruin() {
    for _ in 0..<20 {
      var item: Int
      if generator.chance(0.5) {
        item = contenders[generator.index(contenderCount)]
      } else {
        let demand = generator.index(core.demandCount)
        guard schedule.servedYears[demand] < core.yearCount, core.options.size(of: demand) > 0 else { continue }
        let options = core.options[demand]
        item = Int(options[options.startIndex + generator.index(options.count)])
      }
      if schedule.years[item] == core.yearCount { continue }
      while generator.chance(0.3), core.needs.size(of: item) > 0 {
        let needs = core.needs[item]
        item = Int(needs[needs.startIndex + generator.index(needs.count)])
      }
      if insertion.remove(item, from: &schedule) { return }
    }
  }
}
