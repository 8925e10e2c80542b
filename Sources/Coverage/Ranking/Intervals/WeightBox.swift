/// Between which bounds each weight varies, in **hundred-thousandths**, one entry per criterion that takes part.
struct WeightBox: Sendable, Hashable {
  /// The least weights.
  let lower: [Int64]
  /// The greatest weights, none below its least.
  let upper: [Int64]

  /// The bounds that settings give to the criteria that take part.
  ///
  /// - Throws: ``RankingError/boundsHoldZero`` when all weights may be 0 at once.
  init(_ criteria: [Criterion], _ settings: RankingSettings) throws(RankingError) {
    let ranges = criteria.map { settings.weightBounds(of: $0) }
    try self.init(
      lower: ranges.map { Int64(($0.lowerBound * CriteriaColumns.weightUnits).rounded()) },
      upper: ranges.map { Int64(($0.upperBound * CriteriaColumns.weightUnits).rounded()) })
  }

  init(lower: [Int64], upper: [Int64]) throws(RankingError) {
    guard lower.contains(where: { $0 > 0 }) else { throw .boundsHoldZero }
    (self.lower, self.upper) = (lower, upper)
  }

  /// The weights of a draw, counted from 0: each uniform between its bounds and apart from all others. The same seed and
  /// draw give the same weights on every machine.
  func draw(_ draw: Int, seed: UInt64, into weights: inout [Double]) {
    var generator = SplitMix64(seed: seed, stream: UInt64(draw))
    for index in lower.indices {
      let choices = UInt64(upper[index] - lower[index]) + 1
      // The high half of a product is uniform but for one part in 2^64 / choices (Lemire 2019).
      weights[index] = Double(lower[index] + Int64(generator.next().multipliedFullWidth(by: choices).high))
    }
  }
}

/// A repeatable source of random numbers: SplitMix64 (G. Steele, D. Lea, C. Flood, *Fast splittable pseudorandom number
/// generators*, OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// One of the streams of a seed.
  init(seed: UInt64, stream: UInt64) {
    state = SplitMix64.mix(seed) ^ SplitMix64.mix(~stream)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix64.mix(state)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
