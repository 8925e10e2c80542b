/// The straight line through measurements by least squares.
struct LinearFit {
  /// The value at 0.
  let intercept: Double
  /// How much the value grows with each unit.
  let slope: Double
  /// The part of the variance that the line explains, 0 to 1; NaN where there is nothing to explain.
  let explained: Double

  /// The line through at least two points of different `x`; NaN otherwise.
  ///
  /// Each residual is taken relative to its value, so that the largest size does not decide alone.
  init(_ points: [(x: Double, y: Double)]) {
    let weights = points.map { 1 / ($0.y * $0.y) }
    let total = weights.reduce(0, +)
    let meanX = zip(points, weights).reduce(0) { $0 + $1.0.x * $1.1 } / total
    let meanY = zip(points, weights).reduce(0) { $0 + $1.0.y * $1.1 } / total
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (point, weight) in zip(points, weights) {
      let (x, y) = (point.x - meanX, point.y - meanY)
      xx += weight * x * x
      xy += weight * x * y
      yy += weight * y * y
    }
    slope = xy / xx
    intercept = meanY - slope * meanX
    explained = xy * xy / (xx * yy)
  }

  /// The value of the line.
  func value(at x: Double) -> Double { intercept + slope * x }
}
