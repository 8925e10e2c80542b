extension MaximalCoverTree {
  /// How many neighbourhoods of the best choice are searched at most, and after how many in vain no more.
  private static let greatestNeighbourhoodCount = 40
  private static let greatestFailureCount = 16
  /// How many columns lie in a neighbourhood at least and at most.
  private static let neighbourhoodSizes = 24...150
  /// What part of all work one neighbourhood may take.
  private static let neighbourhoodShare = 100
  /// Among how many columns of least profit a neighbourhood has its middle.
  private static let middleCount = 64
  /// Below this fraction a column is as good as not built.
  private static let leastFraction = 0.05
  /// How many columns are left open at first when the rest is fixed by profit.
  private static let leastOpenCount = 64

  /// A better choice, and what can be proven, from cores in which most columns are fixed; first those near a good choice,
  /// `known` by its sites, then those that the profits leave open.
  mutating func solveCores(
    _ relaxation: MaximalCoverRelaxation, budget: Double, known: Set<Int32>, lower: Double
  ) -> Outcome {
    let core = relaxation.pricedCore
    // The least certain columns first.
    let order = core.costs.indices.sorted {
      (abs(relaxation.profits[$0]), $0) < (abs(relaxation.profits[$1]), $1)
    }
    var result = Outcome(bound: grain.lowered(relaxation.bound))
    var lower = lower
    func keep(_ found: Outcome) {
      guard let sites = found.sites else { return }
      (result.sites, result.benefit, lower) = (sites, found.benefit, found.benefit)
    }
    keep(solveNeighbourhoods(core, relaxation, order: order, budget: budget, known: known, lower: lower))
    var size = Self.leastOpenCount
    while size < core.columnCount, !meter.isExhausted() {
      // Whoever builds a fixed column otherwise loses its profit.
      let outside = grain.lowered(relaxation.bound - abs(relaxation.profits[order[size]]))
      if outside <= lower + CostGrain.tolerance(lower) { break }
      let built = order[size...].filter { relaxation.profits[$0] > 0 }
      let closed = order[size...].filter { relaxation.profits[$0] <= 0 }
      let (found, isComplete) = solveCore(
        core, built: built, closed: closed, budget: budget, lower: lower, work: meter.left / 4)
      keep(found)
      result.bound = min(result.bound, max(lower, found.bound, outside))
      if !isComplete { break }
      size *= 2
    }
    return result
  }

  /// A choice better than `lower`, if there is one near the best known: large neighbourhoods solved exactly, as in
  /// ``RegionalSearch``; in every other one the fractional columns are free as well (E. Danna, E. Rothberg and C. Le Pape,
  /// *Exploring relaxation induced neighborhoods to improve MIP solutions*, Math. Programming 102, 2005).
  private mutating func solveNeighbourhoods(
    _ core: CoverCore, _ relaxation: MaximalCoverRelaxation, order: [Int], budget: Double, known: Set<Int32>,
    lower: Double
  ) -> Outcome {
    let isOpen = relaxation.profits.map { abs($0) < relaxation.bound - lower }
    var result = Outcome(bound: relaxation.bound)
    var (known, lower) = (known, lower)
    let middles = order.prefix(Self.middleCount)
    var failures = 0
    var size = Self.neighbourhoodSizes.upperBound
    for round in 0..<Self.greatestNeighbourhoodCount where failures < Self.greatestFailureCount {
      if meter.isExhausted() { break }
      var isFree = [Bool](repeating: false, count: core.columnCount)
      if round > 0, !middles.isEmpty {
        for column in surroundings(of: middles[round * 7919 % middles.count], count: size, core, isOpen: isOpen) {
          isFree[column] = true
        }
      }
      let leastFraction = round % 2 == 0 ? Self.leastFraction : .infinity
      var (built, closed) = ([Int](), [Int]())
      for column in 0..<core.columnCount where !isFree[column] {
        let fraction = relaxation.fractions[column]
        if known.isEmpty ? fraction > 0.5 : known.contains(core.sites[column]) {
          if 1 - fraction < leastFraction { built.append(column) }
        } else if fraction < leastFraction {
          closed.append(column)
        }
      }
      let (found, isComplete) = solveCore(
        core, built: built, closed: closed, budget: budget, lower: lower,
        work: meter.limit / Self.neighbourhoodShare)
      // As large as can be searched to the end.
      size =
        isComplete
        ? min(Self.neighbourhoodSizes.upperBound, size * 9 / 8) : max(Self.neighbourhoodSizes.lowerBound, size * 3 / 4)
      failures += 1
      if let sites = found.sites {
        (result.sites, result.benefit, lower) = (sites, found.benefit, found.benefit)
        known = Set(sites)
        failures = 0
      }
    }
    return result
  }

  /// The best choice with columns fixed for the time being, and whether it was searched to the end with so much work.
  private mutating func solveCore(
    _ core: CoverCore, built: [Int], closed: [Int], budget: Double, lower: Double, work: Int
  ) -> (found: Outcome, isComplete: Bool) {
    let limit = meter.limit
    meter.limit = min(limit, meter.spent + work)
    defer { meter.limit = limit }
    let found = branch(core, built: built, closed: closed, budget: budget, lower: lower, effort: .core)
    return (found, !meter.isExhausted())
  }

  /// Open columns around one, as many as asked for, the nearest first.
  private mutating func surroundings(of middle: Int, count: Int, _ core: CoverCore, isOpen: [Bool]) -> [Int] {
    var found = [middle]
    var isSeen = [Bool](repeating: false, count: core.columnCount)
    isSeen[middle] = true
    var place = 0
    while place < found.count, found.count < count {
      for row in core.columns[found[place]] {
        meter.spend(core.rows.size(of: Int(row)))
        for other in core.rows[Int(row)] where !isSeen[Int(other)] {
          isSeen[Int(other)] = true
          if isOpen[Int(other)] { found.append(Int(other)) }
        }
      }
      place += 1
    }
    return found
  }
}
