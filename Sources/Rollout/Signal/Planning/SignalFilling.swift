/// Spends what is left of a budget: the site that adds most for what it and all it needs cost, again and again.
struct SignalFilling {
  private let forest: SignalForest
  private let benefits: [Int]

  init(_ forest: SignalForest, benefits: [Int]) {
    self.forest = forest
    self.benefits = benefits
  }

  /// Closed sites, and more of them as far as the budget goes. O(sites added times entries).
  func filled(_ sites: [Int], budget: Int) -> [Int] {
    var isIn = [Bool](repeating: false, count: forest.costs.count)
    for site in sites { isIn[site] = true }
    var isCovered = forest.counts(of: sites).map { $0 > 0 }
    var left = budget - forest.cost(of: sites)
    while let (chain, cost) = best(isIn, isCovered, left: left), !Task.isCancelled {
      left -= cost
      for site in chain {
        isIn[site] = true
        for village in forest.covered[site] { isCovered[Int(village)] = true }
      }
    }
    return isIn.indices.filter { isIn[$0] }
  }

  private func best(_ isIn: [Bool], _ isCovered: [Bool], left: Int) -> ([Int], Int)? {
    var best: ([Int], Int)?
    var bestRatio = 0.0
    for site in isIn.indices where !isIn[site] && !forest.covered[site].isEmpty {
      var chain: [Int] = []
      var cost = 0
      var next = site
      while next >= 0, !isIn[next] {
        chain.append(next)
        cost += forest.costs[next]
        next = forest.parents[next]
      }
      if cost > left { continue }
      var gained: Set<Int32> = []
      for member in chain {
        for village in forest.covered[member] where !isCovered[Int(village)] { gained.insert(village) }
      }
      let gain = gained.reduce(0) { $0 + benefits[Int($1)] }
      let ratio = Double(gain) / Double(max(1, cost))
      if ratio > bestRatio { (best, bestRatio) = ((chain, cost), ratio) }
    }
    return best
  }
}
