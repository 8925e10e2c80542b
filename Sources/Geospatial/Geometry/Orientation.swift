/// On which side of a directed line a point lies, decided exactly.
///
/// The usual determinant is taken in double precision; when its sign is not certain it is computed again without any
/// rounding, as a sum of products held to the last bit (J. R. Shewchuk, *Adaptive Precision Floating-Point Arithmetic and
/// Fast Robust Geometric Predicates*, 1997).
enum Orientation {
  /// Positive when `point` is left of the line from `a` to `b`, negative when right, zero when exactly on it.
  @inline(__always)
  static func sign(_ a: Coordinate, _ b: Coordinate, _ point: Coordinate) -> Int {
    let left = (a.longitude - point.longitude) * (b.latitude - point.latitude)
    let right = (a.latitude - point.latitude) * (b.longitude - point.longitude)
    let determinant = left - right
    // Shewchuk's bound (3 + 16ε)ε on the relative error of the determinant.
    let bound = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
    if determinant > bound { return 1 }
    if determinant < -bound { return -1 }
    return exactSign(a, b, point)
  }

  private static func exactSign(_ a: Coordinate, _ b: Coordinate, _ p: Coordinate) -> Int {
    // a×b + b×p + p×a, each cross product as two products, each product as its rounded value and its rounding error.
    var terms = [Double]()
    for (x, y) in [
      (a.longitude, b.latitude), (-a.latitude, b.longitude), (b.longitude, p.latitude), (-b.latitude, p.longitude),
      (p.longitude, a.latitude), (-p.latitude, a.longitude),
    ] {
      let product = x * y
      terms.append(product)
      terms.append((-product).addingProduct(x, y))
    }
    var expansion: [Double] = []
    for term in terms { grow(&expansion, by: term) }
    guard let leading = expansion.last(where: { $0 != 0 }) else { return 0 }
    return leading > 0 ? 1 : -1
  }

  /// Adds `term` to a sum of parts that do not overlap, least first, without rounding (Shewchuk, figure 6).
  private static func grow(_ expansion: inout [Double], by term: Double) {
    var carry = term
    for index in expansion.indices {
      let part = expansion[index]
      let sum = carry + part
      let virtual = sum - carry
      expansion[index] = (carry - (sum - virtual)) + (part - virtual)
      carry = sum
    }
    expansion.append(carry)
  }
}
