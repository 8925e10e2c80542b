/// Shares out villages among sites that serve only so many people, and builds more sites where they do not suffice.
///
/// A village is served by one site, so that it has signal as soon as that one stands; one with more people than a site can
/// serve takes a site for itself. The choice is made by rules of thumb; bounds are those without capacity, which hold.
struct CapacityShare {
  private let forest: SignalForest
  /// How many people of each village count, at most the capacity.
  private let demands: [Int]
  /// What each village is worth.
  private let worths: [Int]
  /// How many people each site can take on.
  private var room: [Int]
  private var isIn: [Bool]
  /// The site of each village, -1 for none.
  private(set) var home: [Int]
  /// For each village the sites that cover it.
  private let covering: SparseLists

  /// Nobody is served yet by closed `sites`.
  init(_ forest: SignalForest, people: [Int], capacity: Int, worths: [Int], sites: [Int]) {
    self.forest = forest
    self.worths = worths
    demands = people.map { min($0, capacity) }
    room = [Int](repeating: capacity, count: forest.costs.count)
    isIn = [Bool](repeating: false, count: forest.costs.count)
    home = [Int](repeating: -1, count: forest.villageCount)
    covering = forest.covered.transposed(memberCount: forest.villageCount)
    for site in sites { isIn[site] = true }
    assign(forest.villages(of: sites))
  }

  /// The sites, ascending.
  var sites: [Int] { isIn.indices.filter { isIn[$0] } }

  /// What the sites cost.
  var cost: Int { forest.cost(of: sites) }

  /// Gives villages to sites that have room: those with the fewest choices first, of equal ones the most people, each to the
  /// site with the most room.
  private mutating func assign(_ villages: [Int]) {
    let choices = villages.map { village in covering[village].count { isIn[Int($0)] } }
    let order = villages.indices.sorted { first, second in
      let (a, b) = (villages[first], villages[second])
      if choices[first] != choices[second] { return choices[first] < choices[second] }
      return (-demands[a], a) < (-demands[b], b)
    }
    for village in order.map({ villages[$0] }) where home[village] < 0 {
      var best = -1
      for site in covering[village].map(Int.init) where isIn[site] && room[site] >= demands[village] {
        if best < 0 || room[site] > room[best] { best = site }
      }
      if best < 0 { continue }
      home[village] = best
      room[best] -= demands[village]
    }
  }

  /// Builds the site that adds most worth for what it and all it needs cost, again and again: while it is worth more than
  /// that, or with a budget while there is money.
  mutating func extend(budget: Int?) {
    while !Task.isCancelled {
      let left = budget.map { $0 - cost } ?? .max
      var best: (chain: [Int], villages: [Int])?
      var bestRatio = 0.0
      for site in isIn.indices where !isIn[site] {
        let villages = packed(site)
        if villages.isEmpty { continue }
        var chain: [Int] = []
        var price = 0
        var next = site
        while next >= 0, !isIn[next] {
          chain.append(next)
          price += forest.costs[next]
          next = forest.parents[next]
        }
        let worth = villages.reduce(0) { $0.addingClamped(worths[$1]) }
        guard worth > 0, price <= left, budget != nil || worth >= price else { continue }
        let ratio = Double(worth) / Double(max(1, price))
        if ratio > bestRatio { (best, bestRatio) = ((chain, villages), ratio) }
      }
      guard let best else { return }
      for site in best.chain { isIn[site] = true }
      assign(best.villages)
      // Relays on the way have room as well.
      assign(home.indices.filter { home[$0] < 0 && covering[$0].contains { isIn[Int($0)] } })
    }
  }

  /// The villages without a site that a new one could take on: the greatest worth for their people first.
  private func packed(_ site: Int) -> [Int] {
    var left = room[site]
    let order = forest.covered[site].map(Int.init).filter { home[$0] < 0 && worths[$0] > 0 }.sorted { a, b in
      let (first, second) = (Double(worths[a]) * Double(demands[b]), Double(worths[b]) * Double(demands[a]))
      return first != second ? first > second : a < b
    }
    var villages: [Int] = []
    for village in order where demands[village] <= left {
      villages.append(village)
      left -= demands[village]
    }
    return villages
  }

  /// Gives up sites that no other needs and that serve nobody or, where they must pay, whose villages are worth less than they
  /// cost; the dearest first.
  mutating func prune(mustPay: Bool) {
    var children = [Int](repeating: 0, count: isIn.count)
    for site in isIn.indices where isIn[site] && forest.parents[site] >= 0 { children[forest.parents[site]] += 1 }
    let isRequired = Set(forest.required)
    var worth = [Int](repeating: 0, count: isIn.count)
    for village in home.indices where home[village] >= 0 {
      worth[home[village]] = worth[home[village]].addingClamped(worths[village])
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for site in isIn.indices.filter({ isIn[$0] && children[$0] == 0 && !isRequired.contains($0) })
        .sorted(by: { (forest.costs[$1], $1) < (forest.costs[$0], $0) })
      where worth[site] == 0 || (mustPay && worth[site] < forest.costs[site]) {
        isIn[site] = false
        hasChanged = true
        for village in home.indices where home[village] == site { home[village] = -1 }
        if forest.parents[site] >= 0 { children[forest.parents[site]] -= 1 }
      }
    }
  }

  /// For each site the villages it serves, ascending.
  var served: [[Int]] {
    var served = [[Int]](repeating: [], count: isIn.count)
    for village in home.indices where home[village] >= 0 { served[home[village]].append(village) }
    return served
  }
}
