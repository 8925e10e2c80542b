/// The columns that every choice decides alike which loses less than a limit, and what is lost by that.
struct SweepFixing {
  /// For each column whether it is built; nil while it is open.
  private(set) var isBuilt: [Bool?]
  /// For each row whether a column that is built covers it.
  private(set) var isCovered: [Bool]
  /// What is lost in any case, but for triples whose inequality is kept with room.
  private(set) var loss = 0.0
  /// What the columns that are built cost.
  private(set) var cost = 0.0

  /// Fixes columns until no decision on an open one alone loses as much as `limit`. O(members) a round.
  init(_ core: CoverCore, _ losses: CoverLosses, limit: Double, _ meter: inout WorkMeter) {
    isBuilt = [Bool?](repeating: nil, count: core.columnCount)
    isCovered = [Bool](repeating: false, count: core.rowCount)
    var openCounts = (0..<core.rowCount).map { core.rows.size(of: $0) }
    var isChanged = true
    while isChanged {
      isChanged = false
      meter.spend(core.columns.members.count)
      for column in 0..<core.columnCount where isBuilt[column] == nil {
        var (lossWith, lossWithout) = (losses.built[column], losses.notBuilt[column])
        for row in core.columns[column] {
          if isCovered[Int(row)] {
            lossWith += losses.repeated[Int(row)]
          } else if openCounts[Int(row)] == 1 {
            lossWithout += losses.uncovered[Int(row)]
          }
        }
        if max(lossWith, lossWithout) < limit { continue }
        let isNeeded = lossWithout >= limit
        isBuilt[column] = isNeeded
        for row in core.columns[column] {
          openCounts[Int(row)] -= 1
          if isNeeded { isCovered[Int(row)] = true }
        }
        isChanged = true
      }
    }
    addUp(core, losses)
  }

  private mutating func addUp(_ core: CoverCore, _ losses: CoverLosses) {
    var isSeen = [Bool](repeating: false, count: core.rowCount)
    for (column, isBuilt) in isBuilt.enumerated() {
      guard let isBuilt else { continue }
      if !isBuilt {
        loss += losses.notBuilt[column]
        continue
      }
      cost += core.costs[column]
      loss += losses.built[column] + losses.triples[column]
      for row in core.columns[column] {
        loss += isSeen[Int(row)] ? losses.repeated[Int(row)] : -losses.madeUp[Int(row)]
        isSeen[Int(row)] = true
      }
    }
    for row in 0..<core.rowCount where !isCovered[row] && core.rows[row].allSatisfy({ isBuilt[Int($0)] == false }) {
      loss += losses.uncovered[row]
    }
  }
}
