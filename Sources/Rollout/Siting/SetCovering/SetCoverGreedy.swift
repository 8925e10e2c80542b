/// Covers made from prices: what the relaxation builds, completed and freed of what is not needed.
enum SetCoverGreedy {
  /// A cover of the core: columns of negative reduced cost first, then for each open row the column that is cheapest
  /// for what it adds (Caprara, Fischetti and Toth 1999, *A heuristic method for the set covering problem*).
  static func cover(_ core: CoverCore, reducedCosts: [Double], _ meter: inout WorkMeter) -> [Int] {
    var counts = [Int32](repeating: 0, count: core.rowCount)
    var chosen: [Int] = []
    func add(_ column: Int) {
      chosen.append(column)
      for place in core.columns.places(of: column) { counts[Int(core.columns.members[place])] += 1 }
    }
    for column in (0..<core.columnCount).filter({ reducedCosts[$0] < 0 })
      .sorted(by: { (reducedCosts[$0], $0) < (reducedCosts[$1], $1) })
    where core.columns[column].contains(where: { counts[Int($0)] == 0 }) {
      add(column)
    }
    for row in 0..<core.rowCount where counts[row] == 0 {
      var best = -1
      var bestScore = Double.infinity
      for place in core.rows.places(of: row) {
        let column = Int(core.rows.members[place])
        var gain = 0
        for covered in core.columns.places(of: column) where counts[Int(core.columns.members[covered])] == 0 {
          gain += 1
        }
        meter.spend(core.columns.size(of: column))
        let score = (max(0, reducedCosts[column]) + 1e-3 * core.costs[column]) / Double(gain)
        if score < bestScore { (best, bestScore) = (column, score) }
      }
      if best >= 0 { add(best) }
    }
    meter.spend(core.columns.members.count)
    return withoutRedundant(chosen, of: core, counts: &counts)
  }

  /// The columns without those whose rows are all covered by others, the dearest given up first.
  static func withoutRedundant(_ chosen: [Int], of core: CoverCore, counts: inout [Int32]) -> [Int] {
    var isKept = [Bool](repeating: true, count: chosen.count)
    let order = chosen.indices.sorted {
      let (a, b) = (chosen[$0], chosen[$1])
      if core.costs[a] != core.costs[b] { return core.costs[a] > core.costs[b] }
      let (sizeA, sizeB) = (core.columns.size(of: a), core.columns.size(of: b))
      return sizeA != sizeB ? sizeA < sizeB : a > b
    }
    for index in order {
      let column = chosen[index]
      guard core.columns[column].allSatisfy({ counts[Int($0)] > 1 }) else { continue }
      isKept[index] = false
      for row in core.columns[column] { counts[Int(row)] -= 1 }
    }
    return chosen.indices.filter { isKept[$0] }.map { chosen[$0] }
  }

  /// What columns cost together.
  static func cost(_ chosen: [Int], of core: CoverCore) -> Double { chosen.reduce(0) { $0 + core.costs[$1] } }
}
