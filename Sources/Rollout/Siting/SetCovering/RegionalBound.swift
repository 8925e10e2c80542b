/// A bound on the cost of a cover that is better than that of the linear relaxation: regions solved exactly.
///
/// The cost of each column is shared out among the regions it reaches into; the least costs of covering each region alone
/// then sum to a lower bound on the cost of covering all. This is Lagrangian decomposition (M. Guignard and S. Kim, *Lagrangean
/// decomposition: a model yielding stronger Lagrangean bounds*, Math. Programming 39, 1987), the copies of a column being
/// one per region. Shares start from the prices, which makes the bound at least that of the prices, and follow the
/// disagreement of the regions.
struct RegionalBound {
  private let core: CoverCore
  private let regions: CoverRegions
  /// For each region its columns and what they cost there.
  private var columns: [[Int]] = []
  private var shares: [[Double]] = []
  /// For each column the places (region, index) where it occurs.
  private var copies: [[(region: Int, index: Int)]]
  private var prices: [[Double]] = []
  /// The best bound so far.
  private(set) var bound = 0.0
  /// How many regions the last round solved to the end.
  private(set) var solvedCount = 0

  /// How many regions there are.
  var regionCount: Int { regions.rows.count }

  /// The bound with shares after the prices of a relaxation.
  init(_ core: CoverCore, _ regions: CoverRegions, prices rowPrices: [Double]) {
    self.core = core
    self.regions = regions
    copies = [[(region: Int, index: Int)]](repeating: [], count: core.columnCount)
    for (number, rows) in regions.rows.enumerated() {
      var worth: [Int: Double] = [:]
      for row in rows {
        for column in core.rows[row] { worth[Int(column), default: 0] += rowPrices[row] }
      }
      let own = worth.keys.sorted()
      columns.append(own)
      shares.append(own.map { worth[$0] ?? 0 })
      prices.append(rows.sorted().map { rowPrices[$0] })
      for (index, column) in own.enumerated() { copies[column].append((number, index)) }
    }
    for column in 0..<core.columnCount {
      let sum = copies[column].reduce(0) { $0 + shares[$1.region][$1.index] }
      for copy in copies[column] {
        let share = shares[copy.region][copy.index]
        shares[copy.region][copy.index] =
          sum > 0 ? core.costs[column] * share / sum : core.costs[column] / Double(copies[column].count)
      }
    }
  }

  /// Solves all regions at the present shares with about `work` entries looked at; the columns they build together.
  /// Then moves the shares towards `target`, a cost that is enough.
  mutating func round(target: Double, seed: UInt64, work: Int, _ meter: inout WorkMeter) -> [Int] {
    var isBuilt = [[Bool]](repeating: [], count: columns.count)
    var sum = 0.0
    var left = work
    solvedCount = 0
    for (number, rows) in regions.rows.enumerated() {
      var part = core
      for (index, column) in columns[number].enumerated() { part.costs[column] = shares[number][index] }
      var keptColumns = [Bool](repeating: false, count: core.columnCount)
      var keptRows = [Bool](repeating: false, count: core.rowCount)
      for column in columns[number] { keptColumns[column] = true }
      for row in rows { keptRows[row] = true }
      for (index, row) in rows.sorted().enumerated() { part.prices[row] = prices[number][index] }
      part.sites = (0..<core.columnCount).map { Int32(truncatingIfNeeded: $0) }
      let costs = part.costs
      part = part.keeping(columns: keptColumns, rows: keptRows)
      meter.spend(core.columnCount + core.rowCount)
      var tree = SetCoverTree(costs: costs, seed: seed, workLimit: left / (regions.rows.count - number))
      tree.hasRegions = false
      let outcome = tree.solve(part, cutoff: .infinity, isRoot: false)
      meter.spend(tree.meter.spent)
      left -= tree.meter.spent
      sum += outcome.bound
      if !tree.meter.isExhausted() { solvedCount += 1 }
      var built = [Bool](repeating: false, count: columns[number].count)
      let chosen = Set((outcome.sites ?? []).map(Int.init))
      for (index, column) in columns[number].enumerated() where chosen.contains(column) { built[index] = true }
      isBuilt[number] = built
    }
    bound = max(bound, sum)
    agree(isBuilt, step: max(0, target - sum))
    var result: [Int] = []
    for column in copies.indices where copies[column].contains(where: { isBuilt[$0.region][$0.index] }) {
      result.append(column)
    }
    return result
  }

  /// Makes a column dearer in the regions that build it and cheaper in those that do not.
  private mutating func agree(_ isBuilt: [[Bool]], step: Double) {
    var norm = 0.0
    for column in copies.indices where copies[column].count > 1 {
      let count = Double(copies[column].count)
      let built = Double(copies[column].count { isBuilt[$0.region][$0.index] })
      norm += built * (count - built) / count
    }
    if norm == 0 { return }
    let length = 0.15 * step / norm
    for column in copies.indices where copies[column].count > 1 {
      let count = Double(copies[column].count)
      let mean = Double(copies[column].count { isBuilt[$0.region][$0.index] }) / count
      if mean == 0 || mean == 1 { continue }
      // No share may fall below nothing: the whole move is shortened.
      var scale = length
      for copy in copies[column] where !isBuilt[copy.region][copy.index] {
        scale = min(scale, shares[copy.region][copy.index] / mean)
      }
      for copy in copies[column] {
        shares[copy.region][copy.index] += scale * ((isBuilt[copy.region][copy.index] ? 1 : 0) - mean)
      }
    }
  }
}
