/// Technique for order preference by similarity to the ideal solution (C.-L. Hwang, K. Yoon, *Multiple Attribute Decision
/// Making: Methods and Applications*, Springer 1981, section 3.3).
///
/// Each criterion is divided by the root of the sum of its squares over all villages and multiplied by its weight. Of each
/// the greatest value makes the ideal, here the most urgent village there could be, and the least the anti-ideal.
/// score = 100 d- / (d+ + d-), with the Euclidean distances d+ from the ideal and d- from the anti-ideal.
///
/// The part of a criterion is in proportion to what it adds to the square of d-.
struct TOPSIS: Sendable {
  /// For each criterion the squares of the normalised distances from the greatest value, one per village.
  private let fromIdeal: [[Double]]
  /// The same from the least value.
  private let fromAntiIdeal: [[Double]]
  private let count: Int

  /// Normalises the criteria. O(villages x criteria).
  init(_ criteria: CriteriaColumns) {
    count = criteria.count
    var (fromIdeal, fromAntiIdeal): ([[Double]], [[Double]]) = ([], [])
    for column in criteria.columns {
      let norm = column.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      // A criterion that is 0 everywhere is at its ideal everywhere.
      let scale = norm > 0 ? 1 / norm : 0
      let (least, greatest) = (Double(column.min() ?? 0), Double(column.max() ?? 0))
      func squares(from value: Double) -> [Double] {
        column.map { (($0 == Int32(value) ? 0 : Double($0) - value) * scale) * ((Double($0) - value) * scale) }
      }
      fromIdeal.append(squares(from: greatest))
      fromAntiIdeal.append(squares(from: least))
    }
    (self.fromIdeal, self.fromAntiIdeal) = (fromIdeal, fromAntiIdeal)
  }

  /// The scores with weights in any one unit, at least one of them above 0. O(villages x criteria).
  func scores(weights: [Double]) -> ScoreColumns {
    var result = ScoreColumns(villages: count, criteria: weights.count)
    var closeness = [Double](repeating: 0, count: count)
    self.closeness(weights: weights, into: &closeness)
    var (shares, remainders) = (weights, weights)
    for village in 0..<count {
      for index in weights.indices { shares[index] = weights[index] * weights[index] * fromAntiIdeal[index][village] }
      result.set(
        village: village, exact: ScoreColumns.greatest * closeness[village], shares: shares, remainders: &remainders)
    }
    return result
  }

  /// The closeness of each village, from 0 to 1; 0 where all villages are the same.
  func closeness(weights: [Double], into closeness: inout [Double]) {
    // The weights need not sum to 1: a factor common to both distances cancels out.
    for village in 0..<count {
      var (ideal, antiIdeal) = (0.0, 0.0)
      for index in weights.indices {
        let square = weights[index] * weights[index]
        ideal += square * fromIdeal[index][village]
        antiIdeal += square * fromAntiIdeal[index][village]
      }
      let (far, near) = (ideal.squareRoot(), antiIdeal.squareRoot())
      closeness[village] = near > 0 ? near / (far + near) : 0
    }
  }
}
