extension SetCoverTree {
  /// How many rows a region has at first, and at least.
  private static let rowsPerRegion = 150
  private static let leastRowsPerRegion = 40
  /// How many rows a neighbourhood has that is built anew.
  private static let rowsPerNeighbourhood = 180
  private static let greatestRoundCount = 40

  /// A bound from regions solved exactly, and the best cover found on the way.
  ///
  /// Each round solves all regions, and builds a cover anew neighbourhood by neighbourhood. Regions that take too much work
  /// are made smaller.
  mutating func solveByRegions(
    _ core: CoverCore, _ relaxation: SetCoverRelaxation, upper: Double, cover: [Int]?
  ) -> (bound: Double, cover: [Int]?) {
    let work = meter.left
    var best = cover
    var upper = upper
    var bestBound = 0.0
    var size = Self.rowsPerRegion
    var isSettled = false
    var regional: RegionalBound?
    for round in 0..<Self.greatestRoundCount where !meter.isExhausted() {
      var bound =
        regional
        ?? RegionalBound(
          core, CoverRegions(core, fractions: relaxation.fractions, size: size, first: 0, &meter),
          prices: relaxation.prices)
      let columns = bound.round(target: upper, seed: seed, work: work / 12, &meter)
      bestBound = max(bestBound, bound.bound)
      regional = bound
      if !isSettled, bound.solvedCount * 10 < bound.regionCount * 9, size > Self.leastRowsPerRegion {
        size /= 2
        regional = nil
      } else {
        isSettled = true
      }
      var counts = [Int32](repeating: 0, count: core.rowCount)
      for column in columns { for row in core.columns[column] { counts[Int(row)] += 1 } }
      var found = SetCoverGreedy.withoutRedundant(columns, of: core, counts: &counts)
      if let best, SetCoverGreedy.cost(best, of: core) < SetCoverGreedy.cost(found, of: core) { found = best }
      let neighbourhoods = CoverRegions(
        core, fractions: relaxation.fractions, size: Self.rowsPerNeighbourhood,
        first: (round * 2 + 1) * core.rowCount / 11 % core.rowCount, &meter)
      found = RegionalSearch.improved(found, of: core, regions: neighbourhoods, seed: seed, work: work / 24, &meter)
      best = found
      upper = min(upper, SetCoverGreedy.cost(found, of: core))
      if grain.raised(bestBound) >= upper - tolerance(upper) { break }
    }
    return (grain.raised(bestBound), best)
  }
}
