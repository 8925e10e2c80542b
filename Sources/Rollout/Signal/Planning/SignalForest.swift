/// The sites of a signal problem as a forest: a site stands only with its parent, and shares it with others.
struct SignalForest: Sendable {
  /// The parent of each site, -1 for none.
  let parents: [Int]
  /// What each site costs without its parent.
  let costs: [Int]
  /// What each site costs with all it needs.
  let chainCosts: [Int]
  /// For each site the villages it covers.
  let covered: SparseLists
  /// The required sites with all they need, ascending.
  let required: [Int]
  /// How many villages there are.
  let villageCount: Int

  init(_ problem: SignalProblem) {
    let parents = problem.sites.map { $0.parent ?? -1 }
    let costs = problem.sites.map(\.cost)
    self.parents = parents
    self.costs = costs
    covered = problem.covered
    villageCount = problem.sources.villages.count
    chainCosts = costs.indices.map { Self.chain(of: $0, parents).reduce(0) { $0 + costs[$1] } }
    let wanted = problem.sites.indices.filter { problem.sites[$0].isRequired }
    required = Set(wanted.flatMap { Self.chain(of: $0, parents) }).sorted()
  }

  /// Whether no site needs another one.
  var isFlat: Bool { parents.allSatisfy { $0 < 0 } }

  private static func chain(of site: Int, _ parents: [Int]) -> [Int] {
    var chain: [Int] = []
    var next = site
    while next >= 0 {
      chain.append(next)
      next = parents[next]
    }
    return chain
  }

  /// Some sites, the required ones, and all they need, ascending.
  func closed(_ sites: [Int]) -> [Int] {
    var isIn = [Bool](repeating: false, count: costs.count)
    for site in sites + required {
      var next = site
      while next >= 0, !isIn[next] {
        isIn[next] = true
        next = parents[next]
      }
    }
    return isIn.indices.filter { isIn[$0] }
  }

  /// What sites cost together.
  func cost(of sites: [Int]) -> Int { sites.reduce(0) { $0 + costs[$1] } }

  /// How many of the sites cover each village.
  func counts(of sites: [Int]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: villageCount)
    for site in sites { for village in covered[site] { counts[Int(village)] += 1 } }
    return counts
  }

  /// The villages that sites cover, ascending.
  func villages(of sites: [Int]) -> [Int] {
    let counts = counts(of: sites)
    return counts.indices.filter { counts[$0] > 0 }
  }

  /// Closed sites without those that cost more than the villages only they serve are worth, the dearest first.
  func pruned(_ sites: [Int], worths: [Int]) -> [Int] {
    var counts = counts(of: sites)
    var children = [Int](repeating: 0, count: costs.count)
    var isIn = [Bool](repeating: false, count: costs.count)
    for site in sites {
      isIn[site] = true
      if parents[site] >= 0 { children[parents[site]] += 1 }
    }
    let isRequired = Set(required)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      let order = isIn.indices.filter { isIn[$0] && children[$0] == 0 && !isRequired.contains($0) }
        .sorted { (costs[$1], $1) < (costs[$0], $0) }
      for site in order {
        var worth = 0
        for village in covered[site] where counts[Int(village)] == 1 {
          worth = worth.addingClamped(worths[Int(village)])
        }
        if worth >= costs[site], worth > 0 || costs[site] > 0 { continue }
        isIn[site] = false
        hasChanged = true
        for village in covered[site] { counts[Int(village)] -= 1 }
        if parents[site] >= 0 { children[parents[site]] -= 1 }
      }
    }
    return isIn.indices.filter { isIn[$0] }
  }
}

extension Int {
  /// The sum of two numbers of at least 0, or the greatest number where it is greater.
  func addingClamped(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }

  /// The product of two numbers of at least 0, or the greatest number where it is greater.
  func multipliedClamped(by other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? .max : product
  }
}
