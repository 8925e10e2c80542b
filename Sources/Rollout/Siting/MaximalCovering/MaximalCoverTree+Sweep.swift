extension MaximalCoverTree {
  /// How many states of a part a sweep keeps, at first and at most, and by what that grows.
  private static let widths = (first: 128, last: 8192, growth: 8)
  /// What part of what may be lost at most the first sweep allows, and by what that grows.
  private static let limits = (first: 1.0 / 16, growth: 1.6)
  /// What part of the work left the sweeps may take.
  private static let sweepShare = 3

  /// A better choice, and what can be proven, from sweeps that allow for more and more loss and keep more and more states.
  mutating func sweep(_ relaxation: MaximalCoverRelaxation, budget: Double, lower: Double) -> Outcome {
    let limit = meter.limit
    meter.limit = meter.spent + meter.left / Self.sweepShare
    defer { meter.limit = limit }
    let core = relaxation.pricedCore
    let sweep = CoverSweep(core, CoverLosses(core, relaxation), budget: budget)
    var result = Outcome(bound: relaxation.bound)
    var lower = lower
    // Whatever loses less is no better than `lower`.
    var proven = 0.0
    var width = Self.widths.first
    while width <= Self.widths.last {
      var allowed = proven
      while true {
        let most = relaxation.bound - grain.next(after: lower) + CostGrain.tolerance(relaxation.bound)
        if most <= proven { break }
        allowed = min(most, max(allowed, most * Self.limits.first) * Self.limits.growth)
        let found = sweep.run(limit: allowed, width: width, &meter)
        if meter.isExhausted() { break }
        if let built = found.built {
          let benefit = core.benefit(of: built)
          if benefit > lower {
            lower = benefit
            (result.sites, result.benefit) = (built.map { core.sites[$0] }, benefit)
          }
        }
        proven = max(proven, min(allowed, found.leastMissing))
        if found.leastMissing >= allowed, found.built != nil || allowed >= most { proven = .infinity }
        if allowed >= most { break }
      }
      result.bound = max(lower, min(result.bound, relaxation.bound - proven))
      if result.bound <= lower || meter.isExhausted() { break }
      width *= Self.widths.growth
    }
    result.bound = max(lower, grain.lowered(result.bound))
    return result
  }
}
