/// What sweeps do for the set cover (see ``CoverSweep``).
extension SetCoverTree {
  /// How many states a sweep keeps, at first and at most, and by what that grows.
  private static let widths = (first: 128, last: 8192, growth: 8)
  /// What part of what may be lost at most the first sweep allows, and by what that grows.
  private static let limits = (first: 0.1, growth: 1.7)
  /// Cores of more columns share too many rows at once.
  private static let greatestColumnCount = 2500

  /// How many rounds of prices a neighbourhood gets, and how many states a sweep of it keeps.
  private static let stepsInNeighbourhood = 200
  private static let widthsInNeighbourhood = [256, 2048]
  /// How many rounds of prices a region gets.
  private static let stepsInRegion = 100

  /// A cheaper cover, and what can be proven, from sweeps that allow for more and more loss and keep more and more states.
  mutating func sweep(
    _ core: CoverCore, _ relaxation: SetCoverRelaxation, upper: Double, work: Int
  ) -> (bound: Double, cover: [Int]?) {
    guard core.columnCount <= Self.greatestColumnCount, upper.isFinite else { return (relaxation.bound, nil) }
    let limit = meter.limit
    meter.limit = min(limit, meter.spent + work)
    defer { meter.limit = limit }
    // Money is no limit here: what columns cost is in the losses.
    var free = core
    free.costs = [Double](repeating: 0, count: core.columnCount)
    let sweep = CoverSweep(free, CoverLosses(core, relaxation), budget: 0)
    var best: [Int]?
    var upper = upper
    // No cover cheaper than `upper` loses less.
    var proven = 0.0
    // Whoever has lost this much costs as much as `upper`; what is a grain cheaper has lost less, rounding included.
    func most() -> Double { grain.before(upper) - relaxation.bound + tolerance(upper) }
    var width = Self.widths.first
    while width <= Self.widths.last {
      var allowed = proven
      while true {
        let most = most()
        if most <= proven { break }
        allowed = min(most, max(allowed, most * Self.limits.first) * Self.limits.growth)
        let found = sweep.run(limit: allowed, width: width, &meter)
        if meter.isExhausted() { break }
        proven = max(proven, min(allowed, found.leastMissing))
        if let cover = found.built {
          let cost = SetCoverGreedy.cost(cover, of: core)
          if cost < upper { (best, upper) = (cover, cost) }
          if found.leastMissing >= allowed { proven = .infinity }
        }
        if allowed >= most { break }
      }
      if proven >= most() || meter.isExhausted() { break }
      width *= Self.widths.growth
    }
    return (proven >= most() ? upper : relaxation.bound + proven, best)
  }

  /// A cover that costs less than `cutoff`, if one is found with few states: no proof is sought.
  mutating func cheaperCover(_ core: CoverCore, cutoff: Double) -> [Int32]? {
    let (rest, built) = reduced(core)
    let upper = cutoff - built.reduce(0) { $0 + costs[Int($1)] }
    if rest.rowCount == 0 { return upper > tolerance(cutoff) ? built : nil }
    var relaxation = SetCoverRelaxation(rest, &meter)
    for _ in 0..<Self.stepsInNeighbourhood {
      if grain.raised(relaxation.bound) >= upper - tolerance(upper) { return nil }
      if meter.isExhausted() || !relaxation.step(target: upper, &meter) { break }
    }
    var free = rest
    free.costs = [Double](repeating: 0, count: rest.columnCount)
    let sweep = CoverSweep(free, CoverLosses(rest, relaxation), budget: 0)
    let most = grain.before(upper) - relaxation.bound + tolerance(upper)
    if most <= 0 { return nil }
    for width in Self.widthsInNeighbourhood {
      let found = sweep.run(limit: most, width: width, &meter)
      if let cover = found.built { return built + cover.map { rest.sites[$0] } }
      if meter.isExhausted() || found.leastMissing >= most { break }
    }
    return nil
  }

  /// A cover, and what any costs at least; the same if the sweeps reach their end.
  mutating func sweptCover(_ core: CoverCore) -> (bound: Double, sites: [Int32], isOptimal: Bool) {
    let (rest, built) = reduced(core)
    let cost = built.reduce(0) { $0 + costs[Int($1)] }
    if rest.rowCount == 0 { return (cost, built, true) }
    var relaxation = SetCoverRelaxation(rest, &meter)
    var cover = SetCoverGreedy.cover(rest, reducedCosts: relaxation.reducedCosts, &meter)
    var upper = SetCoverGreedy.cost(cover, of: rest)
    for _ in 0..<Self.stepsInRegion where relaxation.bound < upper - tolerance(upper) {
      if meter.isExhausted() || !relaxation.step(target: upper, &meter) { break }
    }
    let other = SetCoverGreedy.cover(rest, reducedCosts: relaxation.reducedCosts, &meter)
    if SetCoverGreedy.cost(other, of: rest) < upper { (cover, upper) = (other, SetCoverGreedy.cost(other, of: rest)) }
    let (bound, better) = sweep(rest, relaxation, upper: upper, work: meter.left)
    if let better { (cover, upper) = (better, SetCoverGreedy.cost(better, of: rest)) }
    return (cost + bound, built + cover.map { rest.sites[$0] }, bound >= upper - tolerance(upper))
  }
}
