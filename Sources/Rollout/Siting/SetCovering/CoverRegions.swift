/// A partition of the rows of a core into regions of about the same size that few fractional columns cross.
struct CoverRegions {
  /// The rows of each region.
  private(set) var rows: [[Int]] = []
  /// The region of each row.
  private(set) var region: [Int]

  /// Regions of `size` rows. Each grows from row to row, next the one most tied to it by columns of the linear relaxation;
  /// `first` is where the first one starts. O(members + rows times border).
  init(_ core: CoverCore, fractions: [Double], size: Int, first: Int, _ meter: inout WorkMeter) {
    region = [Int](repeating: -1, count: core.rowCount)
    var ties = [Double](repeating: 0, count: core.rowCount)
    var outerTies = ties
    var isTouched = [Bool](repeating: false, count: core.columnCount)
    var left = core.rowCount
    while left > 0 {
      var members: [Int] = []
      var border: [Int] = []
      for column in isTouched.indices { isTouched[column] = false }
      while members.count < size, left > 0 {
        var next = -1
        meter.spend(border.count + 1)
        border.removeAll { region[$0] >= 0 }
        for row in border where next < 0 || ties[row] > ties[next] { next = row }
        if next < 0 {
          if rows.isEmpty, members.isEmpty, first < core.rowCount { next = first }
          for row in 0..<core.rowCount where region[row] < 0 && (next < 0 || outerTies[row] > outerTies[next]) {
            if next < 0 || !(rows.isEmpty && members.isEmpty) { next = row }
          }
          meter.spend(core.rowCount)
        }
        region[next] = rows.count
        members.append(next)
        left -= 1
        for column in core.rows[next] where !isTouched[Int(column)] {
          isTouched[Int(column)] = true
          let tie = fractions[Int(column)] + 1e-4
          meter.spend(core.columns.size(of: Int(column)))
          for row in core.columns[Int(column)] where region[Int(row)] < 0 {
            if ties[Int(row)] == 0 { border.append(Int(row)) }
            ties[Int(row)] += tie
          }
        }
      }
      for row in border where region[row] < 0 {
        outerTies[row] += ties[row]
      }
      for row in border { ties[row] = 0 }
      for row in members { ties[row] = 0 }
      rows.append(members)
    }
  }
}
