/// A bound on the cost of a cover that is better than that of the linear relaxation: regions solved exactly.
///
/// The cost of each column is shared out among the regions it reaches into; the least costs of covering each region alone
/// then sum to a lower bound on the cost of covering all. This is Lagrangian decomposition (M. Guignard and S. Kim, *Lagrangean
/// decomposition: a model yielding stronger Lagrangean bounds*, Math. Programming 39, 1987), the copies of a column being
/// one per region. Shares start from the prices, which makes the bound at least that of the prices, and follow the averaged
/// disagreement of the regions (the volume algorithm, as in ``SetCoverRelaxation``). Regions that are merged keep the sum
/// of their shares, which never makes the bound worse.
struct RegionalBound {
  /// A region: its rows, the columns that reach into it, and what these cost there.
  private struct Region {
    var rows: [Int]
    var columns: [Int]
    /// Rows and columns numbered anew; costs are put in for each round.
    var core: CoverCore
    /// The rows of each column as bits; empty for more rows than there are bits.
    var masks: [UInt64] = []
    /// The shares of the best bound.
    var shares: [Double]
    /// The shares of the next round.
    var trial: [Double]
    /// How often the column was built, on average.
    var means: [Double]
    /// Whether it was built in the last round.
    var isBuilt: [Bool]
  }

  /// Regions of more rows are swept.
  private static let greatestSmallCount = 40

  /// How much more than its part of the work left one region may take.
  private static let greatestShare = 6

  private let core: CoverCore
  private var regions: [Region] = []
  /// For each column the places (region, index) where it occurs.
  private var copies: [[(region: Int, index: Int)]] = []
  /// The best bound so far.
  private(set) var bound = 0.0
  /// How many regions the last round solved to the end.
  private(set) var solvedCount = 0
  private var stepScale = 0.3
  private var failures = 0
  private var rounds = 0

  /// How many regions there are.
  var regionCount: Int { regions.count }

  /// The bound with shares after the prices of a relaxation.
  init(_ core: CoverCore, _ partition: CoverRegions, prices: [Double]) {
    self.core = core
    for rows in partition.rows {
      var region = Self.region(of: rows.sorted(), core, prices: prices)
      region.shares = region.columns.indices.map { index in
        region.core.columns[index].reduce(0) { $0 + prices[region.rows[Int($1)]] }
      }
      regions.append(region)
    }
    findCopies()
    for column in copies.indices {
      let sum = copies[column].reduce(0) { $0 + regions[$1.region].shares[$1.index] }
      for copy in copies[column] {
        let share = regions[copy.region].shares[copy.index]
        regions[copy.region].shares[copy.index] =
          sum > 0 ? core.costs[column] * share / sum : core.costs[column] / Double(copies[column].count)
      }
    }
    for region in regions.indices { regions[region].trial = regions[region].shares }
  }

  private static func region(of rows: [Int], _ core: CoverCore, prices: [Double]) -> Region {
    var numbers: [Int32: Int32] = [:]
    for (number, row) in rows.enumerated() { numbers[Int32(row)] = Int32(number) }
    let columns = Set(rows.flatMap { core.rows[$0] }).sorted().map(Int.init)
    let lists = columns.map { column in core.columns[column].compactMap { numbers[$0] }.map(Int.init) }
    let part = CoverCore(
      columns: SparseLists(lists), costs: columns.map { core.costs[$0] }, weights: rows.map { core.weights[$0] },
      prices: rows.map { prices[$0] })
    let zeros = [Double](repeating: 0, count: columns.count)
    let masks =
      rows.count <= greatestSmallCount
      ? lists.map { list in list.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } } : []
    return Region(
      rows: rows, columns: columns, core: part, masks: masks, shares: zeros, trial: zeros, means: zeros,
      isBuilt: [Bool](repeating: false, count: columns.count))
  }

  private mutating func findCopies() {
    copies = [[(region: Int, index: Int)]](repeating: [], count: core.columnCount)
    for number in regions.indices {
      for (index, column) in regions[number].columns.enumerated() { copies[column].append((number, index)) }
    }
  }

  /// The bound with regions merged two by two, those first that are most tied by columns of the linear relaxation.
  func merged(fractions: [Double]) -> RegionalBound {
    var ties: [Int: Double] = [:]
    for column in copies.indices {
      let regions = copies[column].map(\.region)
      for (place, first) in regions.enumerated() {
        for second in regions[(place + 1)...] {
          ties[first * regionCount + second, default: 0] += fractions[column] + 1e-4
        }
      }
    }
    var partner = [Int](repeating: -1, count: regionCount)
    for (pair, _) in ties.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let (first, second) = (pair / regionCount, pair % regionCount)
      if partner[first] >= 0 || partner[second] >= 0 { continue }
      partner[first] = second
      partner[second] = first
    }
    var result = self
    result.regions = []
    for first in regions.indices where partner[first] < 0 || first < partner[first] {
      result.regions.append(partner[first] < 0 ? regions[first] : joined(regions[first], regions[partner[first]]))
    }
    result.findCopies()
    result.failures = 0
    result.rounds = 0
    return result
  }

  private func joined(_ first: Region, _ second: Region) -> Region {
    var prices = [Double](repeating: 0, count: core.rowCount)
    for region in [first, second] {
      for (row, price) in zip(region.rows, region.core.prices) { prices[row] = price }
    }
    var result = Self.region(of: (first.rows + second.rows).sorted(), core, prices: prices)
    var places: [Int: Int] = [:]
    for (index, column) in result.columns.enumerated() { places[column] = index }
    for region in [first, second] {
      for (index, column) in region.columns.enumerated() {
        guard let place = places[column] else { continue }
        result.shares[place] += region.shares[index]
        result.means[place] = max(result.means[place], region.means[index])
      }
    }
    result.trial = result.shares
    return result
  }

  /// Solves all regions at the trial shares with about `work` entries looked at; the columns they build together.
  /// Then moves the shares towards `target`, a cost that is enough.
  mutating func round(target: Double, seed: UInt64, work: Int, _ meter: inout WorkMeter) -> [Int] {
    var sum = 0.0
    var left = work
    solvedCount = 0
    for number in regions.indices {
      let limit = min(max(0, left), Self.greatestShare * max(0, left) / (regions.count - number))
      let found =
        regions[number].masks.isEmpty
        ? solveLarge(number, seed: seed, workLimit: limit) : solveSmall(number, workLimit: limit)
      meter.spend(found.work)
      left -= found.work
      sum += found.bound
      if found.isOptimal { solvedCount += 1 }
      for index in regions[number].isBuilt.indices { regions[number].isBuilt[index] = false }
      for column in found.columns { regions[number].isBuilt[Int(column)] = true }
    }
    judge(sum)
    average()
    move(towards: target)
    return copies.indices.filter { column in
      copies[column].contains { regions[$0.region].isBuilt[$0.index] }
    }
  }

  private mutating func solveSmall(_ number: Int, workLimit: Int) -> SmallCover.Result {
    var cover = SmallCover(
      masks: regions[number].masks, costs: regions[number].trial, prices: regions[number].core.prices,
      workLimit: workLimit)
    let result = cover.solve()
    regions[number].core.prices = cover.prices
    return result
  }

  private func solveLarge(_ number: Int, seed: UInt64, workLimit: Int) -> SmallCover.Result {
    var part = regions[number].core
    part.costs = regions[number].trial
    var tree = SetCoverTree(costs: part.costs, seed: seed, workLimit: workLimit)
    let outcome = tree.sweptCover(part)
    return SmallCover.Result(
      bound: outcome.bound, columns: outcome.sites, isOptimal: outcome.isOptimal,
      work: tree.meter.spent + part.columns.members.count)
  }

  /// Keeps the trial if its bound is better; else makes the steps shorter after a while.
  private mutating func judge(_ sum: Double) {
    if sum > bound || rounds == 0 {
      bound = max(bound, sum)
      for number in regions.indices { regions[number].shares = regions[number].trial }
      stepScale = min(1.5, stepScale * 1.1)
      failures = 0
    } else {
      failures += 1
      if failures == 3 {
        stepScale = max(0.01, stepScale * 0.7)
        failures = 0
      }
    }
    rounds += 1
  }

  private mutating func average() {
    let share = rounds == 1 ? 1.0 : 0.25
    for number in regions.indices {
      for index in regions[number].means.indices {
        let built = regions[number].isBuilt[index] ? 1.0 : 0
        regions[number].means[index] += share * (built - regions[number].means[index])
      }
    }
  }

  /// Makes a column dearer in the regions that build it more than the others, and cheaper in those.
  private mutating func move(towards target: Double) {
    var norm = 0.0
    for column in copies.indices where copies[column].count > 1 {
      let mean = mean(of: column)
      for copy in copies[column] {
        let difference = regions[copy.region].means[copy.index] - mean
        norm += difference * difference
      }
    }
    if norm < 1e-9 { return }
    let length = stepScale * max(0, target - bound) / norm
    for column in copies.indices where copies[column].count > 1 {
      let mean = mean(of: column)
      var moved = copies[column].map { copy in
        regions[copy.region].shares[copy.index] + length * (regions[copy.region].means[copy.index] - mean)
      }
      Self.project(&moved, sum: core.costs[column])
      for (place, copy) in copies[column].enumerated() { regions[copy.region].trial[copy.index] = moved[place] }
    }
  }

  private func mean(of column: Int) -> Double {
    copies[column].reduce(0) { $0 + regions[$1.region].means[$1.index] } / Double(copies[column].count)
  }

  /// The nearest numbers of at least 0 with this sum.
  private static func project(_ numbers: inout [Double], sum: Double) {
    guard numbers.contains(where: { $0 < 0 }) else { return }
    var running = 0.0
    var threshold = 0.0
    for (place, number) in numbers.sorted(by: >).enumerated() {
      running += number
      let candidate = (running - sum) / Double(place + 1)
      if number - candidate > 0 { threshold = candidate }
    }
    for place in numbers.indices { numbers[place] = max(0, numbers[place] - threshold) }
  }
}
