/// Builds schedules: first what is required, then whatever a list of items says, in its order, as early as it fits.
///
/// The order is topological where it comes from a relaxation (R. Chicoisne, D. Espinoza, M. Goycoolea, E. Moreno and E. Rubio, *A
/// new algorithm for the open-pit mine production scheduling problem*, Operations Research 60, 2012); it need not be: an item
/// brings what it needs with it.
struct ScheduleBuilding {
  let core: PhasingCore
  var insertion: ItemInsertion

  init(_ core: PhasingCore) {
    self.core = core
    insertion = ItemInsertion(itemCount: core.itemCount)
  }

  /// A schedule of what is required alone, each item as late as it may be; nil when no order is found in which it fits.
  mutating func requiredSchedule() -> PhasingSchedule? {
    let required = core.order.map { Int($0) }.filter { core.latest[$0] < core.yearCount }
    // Those with the least freedom first, then the largest: a packing of years.
    let size = (0..<core.itemCount).map { item in core.rows.map { $0.amounts[item] }.max() ?? 0 }
    let tight = required.sorted {
      (core.latest[$0] - core.earliest[$0], -size[$0], $0) < (core.latest[$1] - core.earliest[$1], -size[$1], $1)
    }
    for order in [tight, required.reversed(), required] {
      var schedule = PhasingSchedule(core)
      if order.allSatisfy({ insertion.insert($0, by: core.latest[$0], into: &schedule) }) {
        schedule.settle()
        return schedule
      }
    }
    return nil
  }

  /// Adds items in the order given, each as early as it fits and only where that brings something, and at last drops what
  /// stands for nothing.
  mutating func add(_ items: [Int], to schedule: inout PhasingSchedule) {
    for item in items { bringForward(item, in: &schedule) }
  }

  /// Builds an item in the first year that brings more and fits. Returns whether it could.
  @discardableResult
  mutating func bringForward(_ item: Int, in schedule: inout PhasingSchedule) -> Bool {
    var latest = -1
    for demand in core.demandsOfItem[item] where core.benefits[Int(demand)] > 0 {
      latest = max(latest, schedule.servedYears[Int(demand)] - 1)
    }
    var year = core.earliest[item]
    let before = schedule.value
    let mark = schedule.mark
    while year <= latest {
      if insertion.insert(item, by: year, into: &schedule) {
        if schedule.value > before { return true }
        schedule.rewind(to: mark)
      }
      year += 1
    }
    return false
  }
}
