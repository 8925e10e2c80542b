/// The scores of the weighted sum, block of villages by block: what ``WeightedSum`` gives, without parts and in memory that
/// does not grow with the villages.
///
/// ```swift
/// let known = blocks.reduce(into: KnownFacts()) { $0.formUnion(KnownFacts($1)) }
/// var scores = try WeightedScores(known: known, settings: settings)
/// if scores.needsMeans { for block in blocks { scores.include(scores.means(of: block)) } }
/// for block in blocks { output(scores.hundredths(of: block)) }
/// ```
public struct WeightedScores: Sendable {
  private let settings: RankingSettings
  private let known: KnownFacts
  private let terms: [(criterion: Criterion, weight: UInt64)]
  private let divisor: UInt64
  private var means: [CriterionColumn.Means]

  /// What is worth knowing of a block before scores are made, see ``needsMeans``.
  public struct Means: Sendable {
    fileprivate var columns: [CriterionColumn.Means]
  }

  /// The scores of villages of which `known` is known.
  ///
  /// - Throws: ``RankingError`` for settings out of range, and when no criterion is left.
  public init(known: KnownFacts, settings: RankingSettings) throws(RankingError) {
    try settings.check()
    self.settings = settings
    self.known = known
    terms = try known.criteria(settings).taken.map { criterion in
      (criterion, UInt64(settings.weightUnits(of: criterion)))
    }
    divisor = terms.reduce(0) { $0 + $1.weight } * UInt64(CriteriaColumns.valueUnits)
    means = terms.map { _ in CriterionColumn.Means() }
  }

  /// Whether the means of all blocks must be included before the scores of any are asked for.
  public var needsMeans: Bool { settings.missing == .mean }

  /// The means of a block. O(villages x criteria).
  public func means(of block: RankingInputs) -> Means {
    let builder = CriteriaBuilder(block, settings, known: known)
    return Means(columns: terms.map { builder.column(of: $0.criterion).means })
  }

  /// Includes the means of a block; the order of the blocks does not matter.
  public mutating func include(_ block: Means) {
    for (place, column) in block.columns.enumerated() { means[place].include(column) }
  }

  /// The scores of the villages of a block, in **hundredths**, 0 to 10,000. O(villages x criteria).
  public func hundredths(of block: RankingInputs) -> [UInt16] {
    let builder = CriteriaBuilder(block, settings, known: known)
    var sums = [UInt64](repeating: 0, count: block.count)
    for ((criterion, weight), means) in zip(terms, means) where weight > 0 {
      var column = builder.column(of: criterion)
      column.fill(settings.missing, means)
      for village in sums.indices { sums[village] &+= weight &* UInt64(truncatingIfNeeded: column.values[village]) }
    }
    // Below 2^64, see WeightedSum.
    return sums.map { UInt16(truncatingIfNeeded: ($0 &* UInt64(ScoreColumns.greatest) + divisor / 2) / divisor) }
  }
}
