/// The grain of sums: the greatest number of which all summands are whole multiples.
///
/// A bound below the least cost can be raised to the next multiple. With costs that are not whole numbers there is no
/// grain, and bounds stay as they are.
struct CostGrain: Sendable {
  /// The grain; nil where none is known.
  let step: Double?

  /// The grain of the summands.
  init(_ summands: [Double]) {
    var divisor = 0
    for summand in summands {
      guard summand == summand.rounded(), summand < 9e15 else {
        step = nil
        return
      }
      var (a, b) = (Int(summand), divisor)
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    step = divisor > 0 ? Double(divisor) : nil
  }

  /// The least sum that is not below `bound`, but for rounding errors of the bound.
  func raised(_ bound: Double) -> Double {
    guard let step, bound.isFinite else { return bound }
    return max(bound, ((bound - Self.tolerance(bound)) / step).rounded(.up) * step)
  }

  /// The greatest sum that is not above `bound`, but for rounding errors of the bound.
  func lowered(_ bound: Double) -> Double {
    guard let step, bound.isFinite else { return bound }
    return min(bound, ((bound + Self.tolerance(bound)) / step).rounded(.down) * step)
  }

  /// The least sum above `sum`, but for rounding errors; hardly more than it where there is no grain.
  func next(after sum: Double) -> Double {
    guard let step, sum.isFinite else { return sum.isFinite ? sum + 2 * Self.tolerance(sum) : sum }
    return ((sum + Self.tolerance(sum)) / step).rounded(.down) * step + step
  }

  /// The greatest sum below `sum`, but for rounding errors; hardly less than it where there is no grain.
  func before(_ sum: Double) -> Double {
    guard let step, sum.isFinite else { return sum.isFinite ? sum - 2 * Self.tolerance(sum) : sum }
    return ((sum - Self.tolerance(sum)) / step).rounded(.up) * step - step
  }

  /// More than sums of this size are ever off by rounding.
  static func tolerance(_ sum: Double) -> Double { 1e-9 * max(1, abs(sum)) }
}
