/// The weighted mean of the criteria, times 100: simple additive weighting (P. C. Fishburn, *Additive utilities with
/// incomplete product sets*, Operations Research 15, 1967; C.-L. Hwang, K. Yoon, *Multiple Attribute Decision Making*, 1981,
/// section 3.2).
///
/// score = 100 (w1 c1 + ... + wm cm) / (w1 + ... + wm). The part of a criterion is its term of the sum.
enum WeightedSum {
  /// The scores with weights in any one unit, at least one of them above 0. O(villages x criteria).
  static func scores(_ criteria: CriteriaColumns, weights: [Int64]) -> ScoreColumns {
    var result = ScoreColumns(villages: criteria.count, criteria: weights.count)
    // Weights are at most 10^8 and values 10^6, so 10^4 times their sum is below 2^64: nothing is rounded but the answer.
    let divisor = UInt64(weights.reduce(0, +)) * UInt64(CriteriaColumns.valueUnits)
    let scale = UInt64(ScoreColumns.greatest)
    var remainders = [Int64](repeating: 0, count: weights.count)
    for village in 0..<criteria.count {
      var sum: UInt64 = 0
      let start = village * weights.count
      for index in weights.indices {
        let term = UInt64(weights[index]) * UInt64(criteria.columns[index][village]) * scale
        sum += term
        let (whole, rest) = term.quotientAndRemainder(dividingBy: divisor)
        result.parts[start + index] = Int32(truncatingIfNeeded: whole)
        remainders[index] = Int64(truncatingIfNeeded: rest)
      }
      let score = Int32(truncatingIfNeeded: (sum + divisor / 2) / divisor)
      result.scores[village] = score
      LargestRemainder.raise(
        &result.parts, at: start..<(start + weights.count), remainders: &remainders, to: score, done: -1)
    }
    return result
  }
}
