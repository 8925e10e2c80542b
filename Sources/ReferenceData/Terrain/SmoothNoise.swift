import Geospatial
import Randomness

/// A random landscape: standard values on the corners of a grid of degrees, smoothly blended between them.
///
/// Neighbouring villages get nearly the same value, which is what makes dead zones zones and not specks.
struct SmoothNoise {
  let seed: UInt64
  /// The side of a grid cell in **degrees**.
  let cellDegrees: Double

  /// A value that is about standard normal, at a position.
  func value(at position: Coordinate) -> Double {
    let x = position.longitude / cellDegrees
    let y = position.latitude / cellDegrees
    let column = x.rounded(.down)
    let row = y.rounded(.down)
    let alongX = Self.ease(x - column)
    let alongY = Self.ease(y - row)
    let south = corner(column, row) * (1 - alongX) + corner(column + 1, row) * alongX
    let north = corner(column, row + 1) * (1 - alongX) + corner(column + 1, row + 1) * alongX
    // Blending four independent values shrinks their spread to about two thirds.
    return (south * (1 - alongY) + north * alongY) * 1.5
  }

  private func corner(_ column: Double, _ row: Double) -> Double {
    let key = UInt64(bitPattern: Int64(column) &* 73_856_093 ^ Int64(row) &* 19_349_663)
    var generator = SeededGenerator(seed: seed ^ key)
    _ = generator.next()
    return generator.normal()
  }

  private static func ease(_ fraction: Double) -> Double { fraction * fraction * (3 - 2 * fraction) }
}
