/// How many people sites of limited capacity can serve at most, whichever are built.
///
/// For prices q(i) from 0 to 1 a person of point i, a set S of sites serves at most Σ w(i) (1 - q(i)) + Σ v(j), j in S, where v(j) is
/// the dearest load of people within reach that site j has room for. This is the Lagrangian bound of the capacitated problem
/// (H. Pirkul and D. Schilling, *The maximal covering location problem with capacities on total workload*, Management Science
/// 37, 1991). A continuous knapsack over the v(j) turns it into a bound on people for money, or on money for people.
struct CapacityBound {
  private let instance: CoverInstance
  private let costs: [Double]
  private let offered: [Int]
  private let free: [Int]
  private var prices: [Double]
  /// What each site is worth at the prices of the best bound.
  private(set) var worths: [Double]

  /// Bounds for sites of these costs; `free` are built whatever happens.
  init(_ instance: CoverInstance, costs: [Double], offered: [Int], free: [Int]) {
    self.instance = instance
    self.costs = costs
    self.offered = offered
    self.free = free
    prices = [Double](repeating: 1, count: instance.pointCount)
    worths = [Double](repeating: 0, count: instance.siteCount)
  }

  /// At most so many people are served for `budget`.
  mutating func people(budget: Double, steps: Int, _ meter: inout WorkMeter) -> Double {
    let (offered, costs) = (offered, costs)
    return -search(steps: steps, &meter) { base, worths in
      var left = budget
      var sum = base
      var choice: [(Int, Double)] = []
      for site in offered.sorted(by: { worths[$0] * costs[$1] > worths[$1] * costs[$0] }) {
        if worths[site] <= 0 { continue }
        let share = costs[site] <= left ? 1 : left / costs[site]
        if share <= 0 { break }
        sum += share * worths[site]
        left -= share * costs[site]
        choice.append((site, share))
      }
      return (-sum, choice)
    }
  }

  /// At least so much money is needed to serve `people`.
  mutating func money(people: Double, steps: Int, _ meter: inout WorkMeter) -> Double {
    let (offered, costs) = (offered, costs)
    let bound = search(steps: steps, &meter) { base, worths in
      var left = people - base
      var sum = 0.0
      var choice: [(Int, Double)] = []
      for site in offered.sorted(by: { worths[$0] * costs[$1] > worths[$1] * costs[$0] }) {
        if left <= 0 || worths[site] <= 0 { break }
        let share = worths[site] <= left ? 1 : left / worths[site]
        sum += share * costs[site]
        left -= share * worths[site]
        choice.append((site, share))
      }
      return (sum, choice)
    }
    return max(0, bound)
  }

  /// Moves the prices so that `value`, of the people without sites and the worths of the sites, becomes great.
  private mutating func search(
    steps: Int, _ meter: inout WorkMeter, value: (Double, [Double]) -> (Double, [(Int, Double)])
  ) -> Double {
    var best = -Double.infinity
    var length = 0.4
    for step in 0...steps {
      if step > 0, meter.isExhausted() { break }
      meter.spend(8 * instance.covered.members.count + 20 * offered.count)
      var trial = [Double](repeating: 0, count: instance.siteCount)
      var loads = [[(point: Int, people: Double)]](repeating: [], count: instance.siteCount)
      for site in offered + free { (trial[site], loads[site]) = load(of: site) }
      var base = 0.0
      for point in prices.indices { base += instance.weights[point] * (1 - prices[point]) }
      for site in free { base += trial[site] }
      let (found, choice) = value(base, trial)
      if found > best { (best, worths) = (found, trial) }
      var served = [Double](repeating: 0, count: instance.pointCount)
      for (site, share) in choice + free.map({ ($0, 1.0) }) {
        for part in loads[site] { served[part.point] += share * part.people }
      }
      for point in prices.indices where instance.weights[point] > 0 {
        prices[point] = min(1, max(0, prices[point] + length * (1 - served[point] / instance.weights[point])))
      }
      length *= 0.98
    }
    return best
  }

  /// The dearest people within reach that a site has room for, and what they are worth.
  private func load(of site: Int) -> (Double, [(point: Int, people: Double)]) {
    var room = instance.sites[site].capacity ?? .infinity
    var worth = 0.0
    var parts: [(point: Int, people: Double)] = []
    for point in instance.covered[site].map(Int.init).sorted(by: { (prices[$1], $0) < (prices[$0], $1) }) {
      if room <= 0 || prices[point] <= 0 { break }
      let people = min(room, instance.weights[point])
      worth += people * prices[point]
      room -= people
      parts.append((point, people))
    }
    return (worth, parts)
  }
}
