/// Ranks villages by layers of dominance: non-dominated sorting (K. Deb, A. Pratap, S. Agarwal, T. Meyarivan, *A fast and
/// elitist multiobjective genetic algorithm: NSGA-II*, IEEE Transactions on Evolutionary Computation 6, 2002, section III A).
///
/// A village dominates another when no criterion with a weight above 0 is less and one is greater. Front 1 are the villages
/// that none dominates, front 2 those that only villages of front 1 dominate, and so on. How much a weight is plays no
/// part. With F fronts of villages for which some criterion is above 0, front f scores 100 (F - f + 1) / F, and a village
/// for which none is scores 0.
///
/// The part of a criterion is in proportion to its value.
struct ParetoFronts: Sendable {
  /// The front of each village, from 1.
  let fronts: [Int32]
  /// How many fronts there are of villages for which some criterion is above 0.
  let count: Int32
  private let columns: [[Int32]]

  /// Sorts by the efficient non-dominated sort with binary search (X. Zhang, Y. Tian, R. Cheng, Y. Jin, *An efficient
  /// approach to nondominated sorting for evolutionary multiobjective optimization*, IEEE Transactions on Evolutionary
  /// Computation 19, 2015): O(m n log n) at best, O(m n^2) at worst for n distinct villages and m criteria.
  init(_ criteria: CriteriaColumns, weights: [Int64]) {
    columns = zip(criteria.columns, weights).map { column, weight in
      weight > 0 ? column : [Int32](repeating: 0, count: column.count)
    }
    let points = DistinctPoints(columns, count: criteria.count)
    let frontOfPoint = ParetoFronts.sort(points)
    fronts = points.pointOfVillage.map { frontOfPoint[Int($0)] + 1 }
    // The village without anything is dominated by all others, so it has the last front for itself.
    let hasNothing = points.count > 0 && points.values.suffix(points.width).allSatisfy { $0 == 0 }
    count = (frontOfPoint.max() ?? -1) + 1 - (hasNothing ? 1 : 0)
  }

  /// The scores and their parts. O(villages x criteria).
  func scores() -> ScoreColumns {
    var result = ScoreColumns(villages: fronts.count, criteria: columns.count)
    var shares = [Double](repeating: 0, count: columns.count)
    var remainders = shares
    for village in fronts.indices where fronts[village] <= count {
      for index in columns.indices { shares[index] = Double(columns[index][village]) }
      let exact = ScoreColumns.greatest * Double(count - fronts[village] + 1) / Double(count)
      result.set(village: village, exact: exact, shares: shares, remainders: &remainders)
    }
    return result
  }

  /// The front of each point, from 0. Points come such that none is dominated by a later one.
  private static func sort(_ points: DistinctPoints) -> [Int32] {
    var fronts: [[Int32]] = []
    var frontOfPoint = [Int32](repeating: 0, count: points.count)
    for point in 0..<points.count {
      // What a front dominates the front before dominates too, so the first that does not is found by halving.
      var (low, high) = (0, fronts.count)
      while low < high {
        let middle = (low + high) / 2
        if fronts[middle].reversed().contains(where: { points.dominates(Int($0), point) }) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low == fronts.count { fronts.append([]) }
      fronts[low].append(Int32(truncatingIfNeeded: point))
      frontOfPoint[point] = Int32(truncatingIfNeeded: low)
    }
    return frontOfPoint
  }
}

/// The distinct rows of columns, the greatest first by the order of dictionaries.
struct DistinctPoints: Sendable {
  /// Row by row.
  let values: [Int32]
  /// How many values a row has.
  let width: Int
  /// How many rows there are.
  let count: Int
  /// The row of each village.
  let pointOfVillage: [UInt32]

  /// Sorts the rows of `count` villages. O(m n log n).
  init(_ columns: [[Int32]], count: Int) {
    func compare(_ a: UInt32, _ b: UInt32) -> Int {
      for column in columns where column[Int(a)] != column[Int(b)] { return column[Int(a)] > column[Int(b)] ? -1 : 1 }
      return 0
    }
    let order = (0..<UInt32(count)).sorted { compare($0, $1) < 0 }
    var (values, pointOfVillage) = ([Int32](), [UInt32](repeating: 0, count: count))
    var points: UInt32 = 0
    for (place, village) in order.enumerated() {
      if place == 0 || compare(order[place - 1], village) != 0 {
        for column in columns { values.append(column[Int(village)]) }
        points += 1
      }
      pointOfVillage[Int(village)] = points - 1
    }
    (self.values, self.pointOfVillage, width, self.count) = (values, pointOfVillage, columns.count, Int(points))
  }

  /// Whether a row, other than a second one, has no lesser value than it.
  @inline(__always)
  func dominates(_ first: Int, _ second: Int) -> Bool {
    values.withUnsafeBufferPointer { values in
      for index in 0..<width where values[first * width + index] < values[second * width + index] { return false }
      return true
    }
  }
}
