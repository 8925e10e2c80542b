/// A repeatable source of random numbers: SplitMix64 (Steele, Lea and Flood 2014).
///
/// Each part of the model forks its own stream by name, so a change in how towers are sited does not move a village.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A stream of its own for a part of the model (`name`) and, within it, a thing with a number.
  package func fork(_ name: StaticString, _ number: Int = 0) -> SeededGenerator {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    name.withUTF8Buffer { bytes in
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    var forked = SeededGenerator(seed: state ^ hash ^ (UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93))
    _ = forked.next()
    return forked
  }

  /// Uniform in 0 ..< 1.
  package mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Uniform between two numbers.
  package mutating func number(_ low: Double, _ high: Double) -> Double { low + (high - low) * fraction() }

  /// Uniform among `0 ..< count`.
  package mutating func index(_ count: Int) -> Int { count < 2 ? 0 : Int(next() % UInt64(count)) }

  /// True with the given probability.
  package mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

  /// Standard normal, by the polar method of Marsaglia.
  package mutating func normal() -> Double {
    while true {
      let x = number(-1, 1)
      let y = number(-1, 1)
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * Elementary.logarithm(square) / square).squareRoot() }
    }
  }

  /// Exponential with the given mean.
  package mutating func exponential(mean: Double) -> Double { -mean * Elementary.logarithm(1 - fraction()) }

  /// One of the elements; `fallback` for an empty array.
  package mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.isEmpty ? fallback : elements[index(elements.count)]
  }

  /// An index with a chance proportional to its weight.
  package mutating func weighted(_ weights: [Double]) -> Int {
    var rest = fraction() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return max(0, weights.count - 1)
  }
}

extension SeededGenerator {
  /// A number to seed another source with.
  package var nextSeed: UInt64 {
    var copy = self
    return copy.next()
  }
}
