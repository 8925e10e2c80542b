import Randomness

/// Local search for a cheaper cover: one column too few, and rows that stay uncovered weigh more and more.
///
/// After C. Gao, X. Yao, T. Weise and J. Li, *An efficient local search heuristic with row weighting for the unicost set
/// covering problem*, European Journal of Operational Research 246, 2015; costs enter as benefit per cost.
struct RowWeightingSearch {
  private let core: CoverCore
  private var generator: SeededGenerator
  private var rowWeights: [Int]
  private var counts: [Int32]
  private var isIn: [Bool]
  /// For a column outside the weight of uncovered rows it would cover, for one inside the weight only it covers.
  private var scores: [Int]
  private var lastChange: [Int]
  /// Whether a neighbour changed since the column left: only then may it come back.
  private var mayReturn: [Bool]
  private var inside: [Int] = []
  private var placeInside: [Int]
  private var uncovered: [Int] = []
  private var placeUncovered: [Int]
  private var cost = 0.0

  /// Whether all columns cost the same.
  let hasEqualCosts: Bool

  private static let sampleCount = 64

  /// A search that starts from a cover.
  init(_ core: CoverCore, cover: [Int], seed: UInt64) {
    self.core = core
    hasEqualCosts = core.costs.allSatisfy { $0 == core.costs.first }
    generator = SeededGenerator(seed: seed)
    rowWeights = [Int](repeating: 1, count: core.rowCount)
    counts = [Int32](repeating: 0, count: core.rowCount)
    isIn = [Bool](repeating: false, count: core.columnCount)
    scores = (0..<core.columnCount).map { core.columns.size(of: $0) }
    lastChange = [Int](repeating: 0, count: core.columnCount)
    mayReturn = [Bool](repeating: true, count: core.columnCount)
    placeInside = [Int](repeating: -1, count: core.columnCount)
    placeUncovered = Array(0..<core.rowCount)
    uncovered = placeUncovered
    var meter = WorkMeter(limit: .max)
    for column in cover { add(column, &meter) }
  }

  /// The cheapest cover found in `steps` exchanges, if it is cheaper than `bestCost`; stops early at `bound`.
  mutating func run(steps: Int, below bestCost: Double, bound: Double, _ meter: inout WorkMeter) -> [Int]? {
    var best: [Int]?
    var bestCost = bestCost
    var lastAdded = -1
    for step in 1...max(1, steps) {
      while uncovered.isEmpty {
        if cost < bestCost - CostGrain.tolerance(bestCost) {
          bestCost = cost
          best = inside
          if bestCost <= bound + CostGrain.tolerance(bound) { return best }
        }
        guard let column = leastLoss(tabu: -1, &meter) else { return best }
        remove(column, step, &meter)
      }
      if step % 64 == 0, meter.isExhausted() { return best }
      if let column = leastLoss(tabu: lastAdded, &meter) { remove(column, step, &meter) }
      // Add until all is covered or the next column would cost too much.
      var isFirst = true
      while !uncovered.isEmpty {
        let row = uncovered[generator.index(uncovered.count)]
        guard let column = greatestGain(row, &meter), cost + core.costs[column] < bestCost else { break }
        if !isFirst, core.costs[column] <= 0 { break }
        isFirst = false
        add(column, &meter)
        lastChange[column] = step
        lastAdded = column
        for row in uncovered {
          rowWeights[row] += 1
          for place in core.rows.places(of: row) { scores[Int(core.rows.members[place])] += 1 }
          meter.spend(core.rows.size(of: row))
        }
      }
      if isFirst, let row = uncovered.first {
        // Nothing fits below the best: make room.
        rowWeights[row] += 1
        for place in core.rows.places(of: row) { scores[Int(core.rows.members[place])] += 1 }
      }
    }
    return best
  }

  /// The column inside that loses the least weight per cost, of equal ones the one longest unchanged.
  ///
  /// Of very many inside that cost the same some are looked at, drawn at random (S. Cai, *Balance between complexity and
  /// quality: local search for minimum vertex cover in massive graphs*, IJCAI 2015).
  private mutating func leastLoss(tabu: Int, _ meter: inout WorkMeter) -> Int? {
    var best = -1
    let isSample = hasEqualCosts && inside.count > 2 * Self.sampleCount
    let count = isSample ? Self.sampleCount : inside.count
    meter.spend(count)
    for place in 0..<count {
      let column = inside[isSample ? generator.index(inside.count) : place]
      if column == tabu { continue }
      if best < 0 {
        best = column
        continue
      }
      let (a, b) = (Double(scores[column]) * core.costs[best], Double(scores[best]) * core.costs[column])
      if a < b || (a == b && (lastChange[column], column) < (lastChange[best], best)) { best = column }
    }
    return best < 0 ? nil : best
  }

  /// The column of a row that gains the most weight per cost.
  private func greatestGain(_ row: Int, _ meter: inout WorkMeter) -> Int? {
    var best = -1
    meter.spend(core.rows.size(of: row))
    for place in core.rows.places(of: row) {
      let column = Int(core.rows.members[place])
      guard mayReturn[column] else { continue }
      if best < 0 {
        best = column
        continue
      }
      let (a, b) = (Double(scores[column]) * core.costs[best], Double(scores[best]) * core.costs[column])
      if a > b || (a == b && (lastChange[column], column) < (lastChange[best], best)) { best = column }
    }
    return best < 0 ? nil : best
  }

  private mutating func add(_ column: Int, _ meter: inout WorkMeter) {
    isIn[column] = true
    cost += core.costs[column]
    placeInside[column] = inside.count
    inside.append(column)
    var own = 0
    for place in core.columns.places(of: column) {
      let row = Int(core.columns.members[place])
      counts[row] += 1
      if counts[row] == 1 {
        own += rowWeights[row]
        let hole = placeUncovered[row]
        let last = uncovered.removeLast()
        if last != row {
          uncovered[hole] = last
          placeUncovered[last] = hole
        }
        placeUncovered[row] = -1
        touch(row, by: -rowWeights[row], except: column, &meter)
      } else if counts[row] == 2 {
        loosen(row, by: -rowWeights[row], except: column, &meter)
      }
    }
    scores[column] = own
  }

  private mutating func remove(_ column: Int, _ step: Int, _ meter: inout WorkMeter) {
    isIn[column] = false
    cost -= core.costs[column]
    let hole = placeInside[column]
    let last = inside.removeLast()
    if last != column {
      inside[hole] = last
      placeInside[last] = hole
    }
    lastChange[column] = step
    mayReturn[column] = false
    var gain = 0
    for place in core.columns.places(of: column) {
      let row = Int(core.columns.members[place])
      counts[row] -= 1
      if counts[row] == 0 {
        gain += rowWeights[row]
        placeUncovered[row] = uncovered.count
        uncovered.append(row)
        touch(row, by: rowWeights[row], except: column, &meter)
      } else if counts[row] == 1 {
        loosen(row, by: rowWeights[row], except: column, &meter)
      }
    }
    scores[column] = gain
  }

  /// A row became covered or uncovered: what columns outside would gain there changes.
  private mutating func touch(_ row: Int, by weight: Int, except column: Int, _ meter: inout WorkMeter) {
    meter.spend(core.rows.size(of: row))
    for place in core.rows.places(of: row) {
      let other = Int(core.rows.members[place])
      if other == column { continue }
      scores[other] += weight
      mayReturn[other] = true
    }
  }

  /// A row came to have one column or two: what the one inside would lose there changes.
  private mutating func loosen(_ row: Int, by weight: Int, except column: Int, _ meter: inout WorkMeter) {
    meter.spend(core.rows.size(of: row))
    for place in core.rows.places(of: row) {
      let other = Int(core.rows.members[place])
      if other == column { continue }
      if isIn[other] { scores[other] += weight }
      mayReturn[other] = true
    }
  }
}
