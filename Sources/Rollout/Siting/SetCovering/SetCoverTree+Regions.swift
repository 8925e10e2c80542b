extension SetCoverTree {
  /// How many rows a region has at first.
  private static let rowsPerRegion = 32
  /// How often regions are merged two by two, at most.
  private static let greatestLevel = 2
  /// How many rows a neighbourhood has that is built anew, in turn.
  private static let rowsPerNeighbourhood = [200, 400, 600]
  private static let roundsPerLevel = 100

  /// A bound from regions solved exactly, and the best cover found on the way.
  ///
  /// Small regions first, for which many rounds are cheap; then they are merged, which keeps the bound and lets it grow on.
  /// Now and then a cover is built anew neighbourhood by neighbourhood.
  mutating func solveByRegions(
    _ core: CoverCore, _ relaxation: SetCoverRelaxation, upper: Double, cover: [Int]?
  ) -> (bound: Double, cover: [Int]?) {
    // What regions do not use is left to the branches, which do not get far in large cores.
    let limit = meter.limit
    meter.limit = meter.spent + (core.rowCount < Self.rowsForRegionsFirst ? meter.left * 4 / 5 : meter.left * 19 / 20)
    defer { meter.limit = limit }
    var search = CoverImprovement(cover: cover, upper: upper, seed: seed, work: meter.left / 20)
    if let cover { for _ in Self.rowsPerNeighbourhood { search.improve(cover, core, relaxation, &meter) } }
    var regional = RegionalBound(
      core, CoverRegions(core, fractions: relaxation.fractions, size: Self.rowsPerRegion, first: 0, &meter),
      prices: relaxation.prices)
    for level in 0...Self.greatestLevel where !meter.isExhausted() {
      let end = meter.spent + meter.left / (Self.greatestLevel + 1 - level)
      let roundWork = max(meter.left / 8, 1)
      var before = regional.bound
      for round in 0..<Self.roundsPerLevel where meter.spent < end && !meter.isExhausted() {
        let columns = regional.round(target: search.upper, seed: seed, work: roundWork, &meter)
        if round % 40 == 0 { search.improve(columns, core, relaxation, &meter) }
        if isClosed(regional.bound, search.upper) { return (grain.raised(regional.bound), search.cover) }
        if round % 10 == 9 {
          if level < Self.greatestLevel, regional.bound - before < 0.02 * (search.upper - regional.bound) { break }
          before = regional.bound
        }
      }
      // Regions that take too much work do not become easier.
      if regional.solvedCount * 10 < regional.regionCount * 7 { break }
      if level < Self.greatestLevel, regional.regionCount > 1 {
        regional = regional.merged(fractions: relaxation.fractions)
      }
    }
    return (grain.raised(regional.bound), search.cover)
  }

  private func isClosed(_ bound: Double, _ upper: Double) -> Bool { grain.raised(bound) >= upper - tolerance(upper) }

  /// The best cover so far, and how to make it better.
  private struct CoverImprovement {
    var cover: [Int]?
    var upper: Double
    let seed: UInt64
    let work: Int
    var round = 0

    mutating func improve(
      _ columns: [Int], _ core: CoverCore, _ relaxation: SetCoverRelaxation, _ meter: inout WorkMeter
    ) {
      var counts = [Int32](repeating: 0, count: core.rowCount)
      for column in columns { for row in core.columns[column] { counts[Int(row)] += 1 } }
      var found = SetCoverGreedy.withoutRedundant(columns, of: core, counts: &counts)
      if let cover, SetCoverGreedy.cost(cover, of: core) < SetCoverGreedy.cost(found, of: core) { found = cover }
      let neighbourhoods = CoverRegions(
        core, fractions: relaxation.fractions,
        size: SetCoverTree.rowsPerNeighbourhood[round % SetCoverTree.rowsPerNeighbourhood.count],
        first: (round * 2 + 1) * core.rowCount / 11 % core.rowCount, &meter)
      found = RegionalSearch.improved(found, of: core, regions: neighbourhoods, seed: seed, work: work, &meter)
      cover = found
      upper = min(upper, SetCoverGreedy.cost(found, of: core))
      round += 1
    }
  }
}
