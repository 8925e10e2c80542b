extension CoverCore {
  /// Columns that are worth no more than another one: all their rows are in a column that costs no more.
  ///
  /// Of equal columns the first stays. What goes in a chain goes together: whatever dominates a column that goes
  /// itself because of a third is dominated by the third as well.
  func dominatedColumns(_ meter: inout WorkMeter) -> [Bool] {
    var isDominated = [Bool](repeating: false, count: columnCount)
    for column in 0..<columnCount {
      var rarest = -1
      for row in columns[column] where rarest < 0 || rows.size(of: Int(row)) < rows.size(of: rarest) {
        rarest = Int(row)
      }
      if rarest < 0 { continue }
      let size = columns.size(of: column)
      for place in rows.places(of: rarest) {
        let other = Int(rows.members[place])
        let otherSize = columns.size(of: other)
        if other == column || isDominated[other] || otherSize < size || costs[other] > costs[column] { continue }
        if otherSize == size, costs[other] == costs[column], other > column { continue }
        meter.spend(size)
        if columns.isContained(column, in: other, of: columns) {
          isDominated[column] = true
          break
        }
      }
    }
    return isDominated
  }

  /// For each row the row that is covered whenever it must be: whose columns are all among its own. -1 for none.
  ///
  /// Of equal rows the first stays. A row is named that stays itself.
  func dominatingRows(_ meter: inout WorkMeter) -> [Int32] {
    var dominating = [Int32](repeating: -1, count: rowCount)
    // Ascending by size: what dominates a row has been settled before it.
    let order = (0..<rowCount).sorted { (rows.size(of: $0), $0) < (rows.size(of: $1), $1) }
    for row in order where dominating[row] < 0 {
      var rarest = -1
      for column in rows[row] where rarest < 0 || columns.size(of: Int(column)) < columns.size(of: rarest) {
        rarest = Int(column)
      }
      if rarest < 0 { continue }
      let size = rows.size(of: row)
      for place in columns.places(of: rarest) {
        let other = Int(columns.members[place])
        if other == row || dominating[other] >= 0 || rows.size(of: other) < size { continue }
        meter.spend(size)
        if rows.isContained(row, in: other, of: rows) { dominating[other] = Int32(truncatingIfNeeded: row) }
      }
    }
    return dominating
  }

  /// For each row the first row that the very same columns cover; -1 for the first of its kind.
  func repeatedRows(_ meter: inout WorkMeter) -> [Int32] {
    var repeated = [Int32](repeating: -1, count: rowCount)
    var kinds: [ArraySlice<Int32>: Int] = [:]
    for row in 0..<rowCount {
      meter.spend(rows.size(of: row))
      if let first = kinds[rows[row]] {
        repeated[row] = Int32(truncatingIfNeeded: first)
      } else {
        kinds[rows[row]] = row
      }
    }
    return repeated
  }
}
