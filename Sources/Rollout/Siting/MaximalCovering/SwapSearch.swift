/// Greedy choice and local search for a maximal cover: sites are added while money is left and exchanged one for one.
///
/// The exchange is that of M. Teitz and P. Bart, *Heuristic methods for estimating the generalized vertex median of a weighted
/// graph*, Operations Research 16, 1968, with gains and losses kept up to date so that only neighbours are looked at.
struct SwapSearch {
  private let core: CoverCore
  private let budget: Double
  private var counts: [Int32]
  /// Whether each column is built.
  private(set) var isIn: [Bool]
  /// The weight a column outside would add.
  private var gains: [Double]
  /// The weight that only the column inside covers.
  private var losses: [Double]
  /// What is spent.
  private(set) var cost = 0.0
  /// What is covered.
  private(set) var benefit = 0.0
  private var overlaps: [Double]

  /// Nothing built yet, and `budget` to spend.
  init(_ core: CoverCore, budget: Double) {
    self.core = core
    self.budget = budget + CostGrain.tolerance(budget)
    counts = [Int32](repeating: 0, count: core.rowCount)
    isIn = [Bool](repeating: false, count: core.columnCount)
    gains = (0..<core.columnCount).map { core.columns[$0].reduce(0) { $0 + core.weights[Int($1)] } }
    losses = [Double](repeating: 0, count: core.columnCount)
    overlaps = losses
  }

  /// The columns built.
  var chosen: [Int] { isIn.indices.filter { isIn[$0] } }

  /// Adds columns in the order given, as far as they add anything and the money allows.
  mutating func add(inOrder columns: [Int], _ meter: inout WorkMeter) {
    for column in columns where !isIn[column] && gains[column] > 0 && cost + core.costs[column] <= budget {
      add(column, &meter)
    }
  }

  /// Adds the column that adds most for its cost, again and again, while the money allows.
  mutating func fill(_ meter: inout WorkMeter) {
    while true {
      var best = -1
      meter.spend(core.columnCount)
      for column in 0..<core.columnCount
      where !isIn[column] && gains[column] > 0 && cost + core.costs[column] <= budget {
        if best < 0 || gains[column] * core.costs[best] > gains[best] * core.costs[column] { best = column }
      }
      if best < 0 { return }
      add(best, &meter)
    }
  }

  /// Exchanges one column for another while that adds to the benefit, at most `limit` times.
  mutating func improve(limit: Int, _ meter: inout WorkMeter) {
    var rounds = 0
    var isImproved = true
    while isImproved, rounds < limit, !meter.isExhausted() {
      isImproved = false
      // Outsiders by gain: for a column inside, the first that fits is the best far one.
      var order = (0..<core.columnCount).filter { !isIn[$0] && gains[$0] > 0 }
      order.sort { (gains[$1], $0) < (gains[$0], $1) }
      order = Array(order.prefix(64))
      meter.spend(2 * core.columnCount)
      for column in chosen where rounds < limit {
        guard let (other, gain) = bestExchange(of: column, far: order, &meter) else { continue }
        guard gain > CostGrain.tolerance(benefit) else { continue }
        remove(column, &meter)
        if cost + core.costs[other] <= budget { add(other, &meter) }
        rounds += 1
        isImproved = true
      }
      fill(&meter)
    }
  }

  /// The column to build in the place of another, and what that adds to the benefit.
  private mutating func bestExchange(of column: Int, far: [Int], _ meter: inout WorkMeter) -> (Int, Double)? {
    let room = budget - cost + core.costs[column]
    var best = -1
    var bestGain = -Double.infinity
    if let other = far.first(where: { !isIn[$0] && core.costs[$0] <= room }) {
      (best, bestGain) = (other, gains[other] - losses[column])
    }
    var touched: [Int] = []
    for place in core.columns.places(of: column) {
      let row = Int(core.columns.members[place])
      if counts[row] != 1 { continue }
      meter.spend(core.rows.size(of: row))
      for neighbour in core.rows.places(of: row) {
        let other = Int(core.rows.members[neighbour])
        if isIn[other] || core.costs[other] > room { continue }
        if overlaps[other] == 0 { touched.append(other) }
        overlaps[other] += core.weights[row]
      }
    }
    for other in touched {
      let gain = gains[other] + overlaps[other] - losses[column]
      if gain > bestGain || (gain == bestGain && other < best) { (best, bestGain) = (other, gain) }
      overlaps[other] = 0
    }
    return best < 0 ? nil : (best, bestGain)
  }

  private mutating func add(_ column: Int, _ meter: inout WorkMeter) {
    isIn[column] = true
    cost += core.costs[column]
    for place in core.columns.places(of: column) {
      let row = Int(core.columns.members[place])
      counts[row] += 1
      let weight = core.weights[row]
      if counts[row] == 1 {
        benefit += weight
        losses[column] += weight
        meter.spend(core.rows.size(of: row))
        for other in core.rows.places(of: row) { gains[Int(core.rows.members[other])] -= weight }
      } else if counts[row] == 2 {
        if let other = insider(of: row, except: column, &meter) { losses[other] -= weight }
      }
    }
  }

  private mutating func remove(_ column: Int, _ meter: inout WorkMeter) {
    isIn[column] = false
    cost -= core.costs[column]
    losses[column] = 0
    for place in core.columns.places(of: column) {
      let row = Int(core.columns.members[place])
      counts[row] -= 1
      let weight = core.weights[row]
      if counts[row] == 0 {
        benefit -= weight
        meter.spend(core.rows.size(of: row))
        for other in core.rows.places(of: row) { gains[Int(core.rows.members[other])] += weight }
      } else if counts[row] == 1 {
        if let other = insider(of: row, except: column, &meter) { losses[other] += weight }
      }
    }
  }

  private func insider(of row: Int, except column: Int, _ meter: inout WorkMeter) -> Int? {
    meter.spend(core.rows.size(of: row))
    for place in core.rows.places(of: row) {
      let other = Int(core.rows.members[place])
      if other != column, isIn[other] { return other }
    }
    return nil
  }
}
