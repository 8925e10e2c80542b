extension SignalPlanner {
  private static let ceilingPrices = 10
  private static let ceilingSteps = 150

  /// No closed sites within the budget bring more benefit: the least of what prices of a unit of benefit say (``PricedChoice``).
  ///
  /// The prices are halved towards the one at which the relaxation spends just the budget.
  func benefitCeiling(budget: Int, benefits: [Int], above benefit: Int) -> Int {
    var chain = [Int](repeating: -1, count: forest.villageCount)
    for site in forest.costs.indices {
      for village in forest.covered[site].map(Int.init)
      where chain[village] < 0 || forest.chainCosts[site] < chain[village] {
        chain[village] = forest.chainCosts[site]
      }
    }
    let total = chain.indices.reduce(0) { chain[$1] < 0 ? $0 : $0 + benefits[$1] }
    var ceiling = total
    var low = 1.0
    var high = Double(SiteMaking.largestSum / max(1, total))
    for _ in 0..<Self.ceilingPrices where high > low * 1.02 && ceiling > benefit && !Task.isCancelled {
      let price = max(1, Int((low * high).squareRoot()))
      let worths = chain.indices.map { chain[$0] < 0 ? 0 : min(price * benefits[$0], chain[$0]) }
      var relaxation = ForestRelaxation(forest, worths: worths)
      for _ in 0..<Self.ceilingSteps {
        if !relaxation.step(target: max(relaxation.bound * 1.02, relaxation.bound + 1)) { break }
      }
      // No choice has a greater worth less cost than this, and none within the budget costs more than it.
      let value = price * total - relaxation.wholeBound
      ceiling = min(ceiling, (value + budget) / price)
      if forest.cost(of: relaxation.chosen) > budget { high = Double(price) } else { low = Double(price) }
    }
    return max(benefit, ceiling)
  }
}
