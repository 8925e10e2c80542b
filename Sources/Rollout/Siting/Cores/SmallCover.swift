/// The cheapest cover of at most 64 rows, each a bit of a mask: what regions are solved by again and again.
///
/// Dominated columns go first; prices of the rows come from a few subgradient steps and are made feasible by dual ascent (M.
/// Fisher and P. Kedia, *Optimal solution of set covering/partitioning problems using dual heuristics*, Management Science
/// 36, 1990); then depth-first branching on the columns of the row that has the fewest, cheapest reduced cost first, each
/// branch leaving out the columns of the branches before it.
struct SmallCover {
  /// What was found.
  struct Result {
    /// No cover costs less.
    var bound: Double
    /// The columns of the best cover found.
    var columns: [Int32]
    /// Whether it is the cheapest.
    var isOptimal: Bool
    /// About how many entries were looked at.
    var work: Int
  }

  static let greatestRowCount = 64
  private static let subgradientSteps = 24

  /// The columns that may be needed, the cheapest first.
  private var masks: [UInt64] = []
  private var costs: [Double] = []
  private var names: [Int32] = []
  /// For each row its columns.
  private var rowStarts: [Int32]
  private var rowMembers: [Int32] = []
  /// The prices of the rows.
  private(set) var prices: [Double]
  private var isBanned: [Bool] = []
  private var chosen: [Int32] = []
  private var best: [Int32] = []
  private var bestCost = Double.infinity
  private var queue: [Int32] = []
  private var queueCosts: [Double] = []
  private var work = 0
  private let workLimit: Int
  private let all: UInt64

  /// A cover of `prices.count` rows by columns of these masks and costs of at least 0, starting from prices of the rows.
  init(masks allMasks: [UInt64], costs allCosts: [Double], prices: [Double], workLimit: Int) {
    self.prices = prices
    self.workLimit = workLimit
    all = prices.count == 64 ? .max : (1 << UInt64(prices.count)) - 1
    rowStarts = [0]
    let order = allMasks.indices.sorted { a, b in
      if allCosts[a] != allCosts[b] { return allCosts[a] < allCosts[b] }
      let (sizeA, sizeB) = (allMasks[a].nonzeroBitCount, allMasks[b].nonzeroBitCount)
      return sizeA != sizeB ? sizeA > sizeB : a < b
    }
    for column in order where !masks.contains(where: { allMasks[column] & ~$0 == 0 }) {
      masks.append(allMasks[column])
      costs.append(allCosts[column])
      names.append(Int32(truncatingIfNeeded: column))
    }
    work = allMasks.count * (8 + masks.count / 4)
    for row in prices.indices {
      for column in masks.indices where masks[column] >> UInt64(row) & 1 == 1 {
        rowMembers.append(Int32(truncatingIfNeeded: column))
      }
      rowStarts.append(Int32(truncatingIfNeeded: rowMembers.count))
    }
    isBanned = [Bool](repeating: false, count: masks.count)
  }

  /// Solves it, or stops at the work limit with a bound that holds.
  mutating func solve() -> Result {
    findCover()
    improvePrices()
    ascend()
    let rootBound = prices.reduce(0, +)
    if rootBound < bestCost - Self.tolerance(bestCost) { explore(all, cost: 0, rest: rootBound) }
    let isOptimal = work < workLimit
    return Result(
      bound: isOptimal ? bestCost : min(bestCost, rootBound), columns: best.map { names[Int($0)] },
      isOptimal: isOptimal,
      work: work)
  }

  private static func tolerance(_ sum: Double) -> Double { 1e-9 * max(1, abs(sum)) }

  @inline(__always)
  private func price(of rows: UInt64) -> Double {
    var sum = 0.0
    var rest = rows
    while rest != 0 {
      sum += prices[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }

  /// A first cover: again and again the column that costs least for each row it adds.
  private mutating func findCover() {
    var open = all
    var cost = 0.0
    var cover: [Int32] = []
    while open != 0 {
      var choice = -1
      var least = Double.infinity
      for column in masks.indices {
        let gain = (masks[column] & open).nonzeroBitCount
        if gain == 0 { continue }
        let ratio = costs[column] / Double(gain)
        if ratio < least { (choice, least) = (column, ratio) }
      }
      work += masks.count
      if choice < 0 { return }
      cover.append(Int32(truncatingIfNeeded: choice))
      cost += costs[choice]
      open &= ~masks[choice]
    }
    (best, bestCost) = (cover, cost)
  }

  /// A few steps of the Lagrangian dual.
  private mutating func improvePrices() {
    var trial = prices
    var bestBound = -Double.infinity
    var scale = 1.0
    var failures = 0
    var cover = [Int](repeating: 0, count: prices.count)
    for _ in 0..<Self.subgradientSteps {
      var bound = trial.reduce(0, +)
      for row in cover.indices { cover[row] = 1 }
      for column in masks.indices {
        var reduced = costs[column]
        var rest = masks[column]
        while rest != 0 {
          reduced -= trial[rest.trailingZeroBitCount]
          rest &= rest - 1
        }
        if reduced >= 0 { continue }
        bound += reduced
        rest = masks[column]
        while rest != 0 {
          cover[rest.trailingZeroBitCount] -= 1
          rest &= rest - 1
        }
      }
      work += rowMembers.count
      if bound > bestBound {
        bestBound = bound
        prices = trial
        failures = 0
      } else {
        failures += 1
        if failures == 3 { (scale, failures) = (scale / 2, 0) }
      }
      if bound >= bestCost - Self.tolerance(bestCost) { return }
      var norm = 0
      for row in cover.indices where cover[row] > 0 || trial[row] > 0 { norm += cover[row] * cover[row] }
      if norm == 0 { return }
      let length = scale * (bestCost - bound) / Double(norm)
      for row in cover.indices { trial[row] = max(0, trial[row] + length * Double(cover[row])) }
    }
  }

  /// Makes the prices feasible, no column being worth more than it costs, and then as high as they go.
  private mutating func ascend() {
    var factors = [Double](repeating: 1, count: prices.count)
    for column in masks.indices {
      let worth = price(of: masks[column])
      if worth <= costs[column] { continue }
      let factor = costs[column] / worth
      var rest = masks[column]
      while rest != 0 {
        let row = rest.trailingZeroBitCount
        factors[row] = min(factors[row], factor)
        rest &= rest - 1
      }
    }
    for row in prices.indices { prices[row] *= factors[row] }
    var slacks = masks.indices.map { max(0, costs[$0] - price(of: masks[$0])) }
    let order = prices.indices.sorted { a, b in
      let (countA, countB) = (rowStarts[a + 1] - rowStarts[a], rowStarts[b + 1] - rowStarts[b])
      return countA != countB ? countA < countB : a < b
    }
    for row in order {
      let columns = rowMembers[Int(rowStarts[row])..<Int(rowStarts[row + 1])]
      let rise = columns.reduce(Double.infinity) { min($0, slacks[Int($1)]) }
      guard rise > 0, rise.isFinite else { continue }
      prices[row] += rise
      for column in columns { slacks[Int(column)] -= rise }
    }
    work += 3 * rowMembers.count
  }

  /// Looks for covers of the open rows that together with what is chosen cost less than the best; `rest` is a bound on what
  /// covering them costs.
  private mutating func explore(_ open: UInt64, cost: Double, rest: Double) {
    if open == 0 {
      if cost < bestCost - Self.tolerance(bestCost) { (best, bestCost) = (chosen, cost) }
      return
    }
    if work >= workLimit { return }
    let row = scarcest(open)
    let start = queue.count
    for place in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
      let column = Int(rowMembers[place])
      if isBanned[column] { continue }
      let reduced = costs[column] - price(of: masks[column] & open)
      if cost + rest + reduced >= bestCost - Self.tolerance(bestCost) { continue }
      // Sorted into the queue, the cheapest first.
      queue.append(Int32(truncatingIfNeeded: column))
      queueCosts.append(reduced)
      var at = queue.count - 1
      while at > start, queueCosts[at - 1] > reduced {
        queue.swapAt(at, at - 1)
        queueCosts.swapAt(at, at - 1)
        at -= 1
      }
    }
    work += 4 * Int(rowStarts[row + 1] - rowStarts[row])
    let end = queue.count
    for place in start..<end {
      let (column, reduced) = (Int(queue[place]), queueCosts[place])
      if cost + rest + reduced >= bestCost - Self.tolerance(bestCost) { break }
      chosen.append(Int32(truncatingIfNeeded: column))
      let left = open & ~masks[column]
      explore(left, cost: cost + costs[column], rest: rest - price(of: open & ~left))
      chosen.removeLast()
      isBanned[column] = true
    }
    for place in start..<end { isBanned[Int(queue[place])] = false }
    queue.removeLast(end - start)
    queueCosts.removeLast(end - start)
  }

  /// The open row with the fewest columns that are not banned.
  private mutating func scarcest(_ open: UInt64) -> Int {
    var choice = open.trailingZeroBitCount
    var least = Int.max
    var rest = open
    while rest != 0 {
      let row = rest.trailingZeroBitCount
      rest &= rest - 1
      let count = Int(rowStarts[row + 1] - rowStarts[row])
      if count < least { (choice, least) = (row, count) }
    }
    return choice
  }
}
