/// Adds items to a schedule, those first that bring most for what they take at the prices of the limits.
struct PricedInsertion {
  let core: PhasingCore
  private(set) var building: ScheduleBuilding
  /// What each item costs when it stands from a year on, `yearCount + 1` numbers per item, in parts of a year.
  private let costs: [Double]
  private var heap = VertexHeap()
  private var seen: [Int32]
  private var seal: Int32 = 0
  private var found: [Int32] = []

  /// With the limits' prices, `yearCount` per limit; each limit is worth at least a little everywhere.
  init(_ core: PhasingCore, limitPrices: [Double]) {
    self.core = core
    building = ScheduleBuilding(core)
    let years = core.yearCount
    let benefit = Double(max(1, core.benefits.reduce(0, +)))
    var costs = [Double](repeating: 0, count: core.itemCount * (years + 1))
    for (index, row) in core.rows.enumerated() {
      for item in 0..<core.itemCount where row.amounts[item] > 0 {
        var sum = 0.0
        for year in (0..<years).reversed() {
          let least = 1e-3 * benefit * Double(core.yearWeights[year]) / Double(max(1, row.sums[year]))
          sum += max(limitPrices[index * years + year], least) * Double(row.amounts[item])
          costs[item * (years + 1) + year] += sum
        }
      }
    }
    self.costs = costs
    seen = [Int32](repeating: 0, count: core.itemCount)
  }

  /// What an item in a year brings for what it takes, with all that it still needs by then; 0 when it brings nothing.
  mutating func ratio(of item: Int, by year: Int, in schedule: inout PhasingSchedule) -> Double {
    let years = core.yearCount
    seal &+= 1
    found.removeAll(keepingCapacity: true)
    found.append(Int32(truncatingIfNeeded: item))
    seen[item] = seal
    var place = 0
    var gain = 0
    var cost = 0.0
    while place < found.count {
      let item = Int(found[place])
      place += 1
      cost += costs[item * (years + 1) + year] - costs[item * (years + 1) + schedule.years[item]]
      for demand in core.demandsOfItem[item] {
        let served = schedule.servedYears[Int(demand)]
        if served > year { gain += core.benefits[Int(demand)] * (core.worth[year] - core.worth[served]) }
      }
      for need in core.needs[item] where schedule.years[Int(need)] > year && seen[Int(need)] != seal {
        seen[Int(need)] = seal
        found.append(need)
      }
    }
    schedule.work += 2 * found.count
    return gain == 0 ? 0 : Double(gain) / max(cost, 1e-9)
  }

  /// Adds those of `items` that fit and bring something, by their ratio times 1 up to 1 + `noise`.
  mutating func add(
    _ items: some Sequence<Int>, to schedule: inout PhasingSchedule, noise: Double,
    _ generator: inout some RandomNumberGenerator
  ) {
    var factors: [Int: Double] = [:]
    heap.removeAll()
    for item in items {
      if noise > 0 { factors[item] = 1 + Double.random(in: 0..<noise, using: &generator) }
      push(item, factors[item] ?? 1, schedule: &schedule)
    }
    while let entry = heap.pop() {
      let item = Int(entry.vertex)
      let factor = factors[item] ?? 1
      let key = key(item, factor, schedule: &schedule)
      if key == 0 { continue }
      if key > entry.key, let next = heap.first, key > next.key {
        heap.push(key, item)
        continue
      }
      building.bringForward(item, in: &schedule)
    }
  }

  private mutating func push(_ item: Int, _ factor: Double, schedule: inout PhasingSchedule) {
    let key = key(item, factor, schedule: &schedule)
    if key != 0 { heap.push(key, item) }
  }

  private mutating func key(_ item: Int, _ factor: Double, schedule: inout PhasingSchedule) -> Int {
    let year = core.earliest[item]
    if year >= core.yearCount || schedule.years[item] <= year { return 0 }
    return -Int(min(1e12, ratio(of: item, by: year, in: &schedule) * factor * 1e6))
  }

  /// Leaves out a serving item with what needs it, and what then stands for nothing.
  mutating func remove(_ item: Int, from schedule: inout PhasingSchedule) -> Bool {
    building.insertion.remove(item, from: &schedule)
  }

  /// Leaves out or puts off what the changes since a mark left standing for nothing.
  mutating func tidy(since mark: Int, _ schedule: inout PhasingSchedule) {
    building.insertion.tidy(schedule.changed(since: mark), in: &schedule)
  }
}
