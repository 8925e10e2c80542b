/// Sine, cosine, exponential and logarithm from the four operations and the square root alone.
///
/// IEEE 754 fixes the result of those five to the last bit, and leaves the C library free with everything else; a
/// dataset promised byte for byte on every machine cannot call `sin`. Accurate to about 1e-15 for the arguments of
/// this model (angles within a few turns, exponents within ±50).
package enum Elementary {
  package static let pi = 3.141592653589793
  private static let naturalLogarithmOfTwo = 0.6931471805599453

  /// The sine of an angle in **radians**.
  package static func sine(_ radians: Double) -> Double {
    let turns = (radians / (2 * pi)).rounded()
    var angle = radians - turns * 2 * pi
    if angle > pi / 2 { angle = pi - angle }
    if angle < -pi / 2 { angle = -pi - angle }
    let square = angle * angle
    var term = angle
    var sum = angle
    for order in stride(from: 3.0, through: 23.0, by: 2.0) {
      term *= -square / (order * (order - 1))
      sum += term
    }
    return sum
  }

  /// The cosine of an angle in **radians**.
  package static func cosine(_ radians: Double) -> Double { sine(radians + pi / 2) }

  /// *e* to the power of `exponent`.
  package static func exponential(_ exponent: Double) -> Double {
    let doublings = (exponent / naturalLogarithmOfTwo).rounded()
    let rest = exponent - doublings * naturalLogarithmOfTwo
    var term = 1.0
    var sum = 1.0
    for order in 1...18 {
      term *= rest / Double(order)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(doublings), significand: sum)
  }

  /// The natural logarithm of a positive number.
  package static func logarithm(_ number: Double) -> Double {
    let significand = number.significand
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var power = ratio
    var sum = 0.0
    for order in stride(from: 1.0, through: 41.0, by: 2.0) {
      sum += power / order
      power *= square
    }
    return 2 * sum + Double(number.exponent) * naturalLogarithmOfTwo
  }
}
