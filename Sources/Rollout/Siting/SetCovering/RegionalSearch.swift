/// Makes a cover cheaper region by region: what is built in one is given up and built anew at least cost.
///
/// Large neighbourhoods as in P. Shaw, *Using constraint programming and local search methods to solve vehicle routing
/// problems*, CP 1998, swept column by column (see ``CoverSweep``).
enum RegionalSearch {
  /// A cover that costs at most as much as the one given.
  static func improved(
    _ cover: [Int], of core: CoverCore, regions: CoverRegions, seed: UInt64, work: Int, _ meter: inout WorkMeter
  ) -> [Int] {
    var isBuilt = [Bool](repeating: false, count: core.columnCount)
    for column in cover { isBuilt[column] = true }
    var left = work
    for (number, rows) in regions.rows.enumerated() where !meter.isExhausted() {
      var isFree = [Bool](repeating: false, count: core.columnCount)
      for row in rows { for column in core.rows[row] { isFree[Int(column)] = true } }
      var kept = [Bool](repeating: true, count: core.rowCount)
      var freed = 0.0
      for column in isBuilt.indices where isBuilt[column] {
        if isFree[column] {
          freed += core.costs[column]
        } else {
          for row in core.columns[column] { kept[Int(row)] = false }
        }
      }
      var part = core
      part.sites = (0..<core.columnCount).map { Int32(truncatingIfNeeded: $0) }
      part = part.keeping(columns: [Bool](repeating: true, count: core.columnCount), rows: kept)
      meter.spend(2 * core.columns.members.count)
      var tree = SetCoverTree(costs: core.costs, seed: seed, workLimit: left / (regions.rows.count - number))
      let found = tree.cheaperCover(part, cutoff: freed)
      meter.spend(tree.meter.spent)
      left -= tree.meter.spent
      guard let sites = found else { continue }
      for column in isBuilt.indices where isFree[column] { isBuilt[column] = false }
      for site in sites { isBuilt[Int(site)] = true }
    }
    return isBuilt.indices.filter { isBuilt[$0] }
  }
}
