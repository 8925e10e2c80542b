extension SignalPlanner {
  /// Sites found, and a bound on their cost plus what the villages left out are worth.
  struct Found {
    var sites: [Int]
    var lowerBound: Int
    var wasCancelled: Bool
  }

  /// The sites with the least sum of their cost and the worth of the reachable villages left out.
  ///
  /// A set cover in which each village may also be covered by what it is worth. Nobody is worth more than the cheapest way to
  /// serve it alone: from there on it is served in some best choice, so worths are capped there, and what is cut off is never
  /// lost. Where sites share what they need, the set cover gives the bound of sites that pay for none of it, and
  /// ``ForestRelaxation`` one that counts it; the greater counts.
  func cover(worths: [Int], isEverybodyServed: Bool) throws(SignalError) -> Found {
    var cheapest = [Int](repeating: -1, count: forest.villageCount)
    for site in forest.costs.indices {
      for village in forest.covered[site].map(Int.init) {
        let best = cheapest[village]
        if best < 0 || forest.chainCosts[site] < forest.chainCosts[best] { cheapest[village] = site }
      }
    }
    try checkSums()
    let capped = cheapest.indices.map { village in
      cheapest[village] < 0 ? 0 : min(worths[village], forest.chainCosts[cheapest[village]])
    }
    var best = forest.closed([])
    var leastLoss = Int.max
    func consider(_ sites: [Int]) {
      var sites = forest.pruned(forest.closed(sites), worths: worths)
      var counts = forest.counts(of: sites)
      for village in cheapest.indices
      where cheapest[village] >= 0 && counts[village] == 0 && worths[village] >= capped[village] && worths[village] > 0
      {
        guard worths[village] > capped[village] else { continue }
        sites = forest.closed(sites + [cheapest[village]])
        counts = forest.counts(of: sites)
      }
      let left = counts.indices.reduce(0) { counts[$1] == 0 ? $0 + capped[$1] : $0 }
      let loss = forest.cost(of: sites) + left
      if loss < leastLoss { (best, leastLoss) = (sites, loss) }
    }
    var solver = LocationSetCovering()
    solver.seed = seed
    solver.workLimit = workLimit
    let relaxed: LocationSetCover
    do {
      relaxed = solver.solve(try instance(capped, costs: forest.costs, mayLeaveOut: !isEverybodyServed))
      consider(chosen(relaxed))
      if !forest.isFlat, leastLoss > Int(relaxed.lowerBound) {
        consider(chosen(solver.solve(try instance(capped, costs: forest.chainCosts, mayLeaveOut: !isEverybodyServed))))
      }
    } catch { throw .siting(error) }
    var bound = Int(relaxed.lowerBound.rounded(.down))
    if !forest.isFlat, bound < leastLoss {
      var search = ForestSearch(workLimit: workLimit / 4)
      let found = search.bound(ForestRelaxation(forest, worths: capped), isRoot: true) { sites in
        consider(sites)
        return leastLoss
      }
      bound = max(bound, found)
    }
    return Found(sites: best, lowerBound: min(leastLoss, bound), wasCancelled: relaxed.wasCancelled)
  }

  private func chosen(_ cover: LocationSetCover) -> [Int] { cover.sites.filter { $0 < forest.costs.count } }

  /// The covering problem of reachable villages, where `mayLeaveOut` with one more site for each, as dear as it is worth.
  private func instance(_ worths: [Int], costs: [Int], mayLeaveOut: Bool) throws(SitingError) -> CoverInstance {
    let base = try instance(weights: worths.map { _ in 1 }, costs: costs)
    guard mayLeaveOut else { return base }
    var lists = base.covered
    for village in worths.indices {
      lists.members.append(Int32(truncatingIfNeeded: village))
      lists.closeList()
    }
    return try CoverInstance(
      weights: base.weights, sites: base.sites + worths.map { CandidateSite(cost: Double($0)) }, covered: lists)
  }
}
