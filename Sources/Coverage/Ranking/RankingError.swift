/// Why villages cannot be ranked.
public enum RankingError: Error, Hashable, Sendable {
  /// No criterion has a weight above 0 and a value for some village.
  case nothingToRank(dropped: [DroppedCriterion])
  /// A column has another number of villages than the codes.
  case unequalColumns(column: String, count: Int, expected: Int)
  /// A setting that is out of range; `what` is its name.
  case wrongSetting(what: String, found: Double, expected: String)
  /// Every weight may be 0, and then nothing tells the villages apart.
  case boundsHoldZero
  /// Fewer than the least number of draws.
  case tooFewDraws(Int, least: Int)
  /// Exact bounds were asked for with a method that has none.
  case noExactBounds(RankingMethod)
  /// Exact bounds were asked for more villages than they are made for.
  case tooManyVillages(Int, greatest: Int)
}

extension RankingError: CustomStringConvertible {
  /// One line that a person can act on.
  public var description: String {
    switch self {
    case .nothingToRank(let dropped):
      "there is nothing to rank the villages by: "
        + (dropped.isEmpty
          ? "every weight is 0" : dropped.map { "\($0.criterion) (\($0.reason))" }.joined(separator: ", "))
    case .unequalColumns(let column, let count, let expected):
      "the column \(column) has \(count) values; expected one for each of \(expected) villages"
    case .wrongSetting(let what, let found, let expected):
      "\(what) is \(found); expected \(expected)"
    case .boundsHoldZero:
      "every weight that counts may be 0; expected bounds above 0 for at least one"
    case .tooFewDraws(let draws, let least):
      "\(draws) draws of the weights; expected at least \(least)"
    case .noExactBounds(let method):
      "exact bounds of ranks are known for the method \(RankingMethod.weightedSum) only, not for \(method)"
    case .tooManyVillages(let count, let greatest):
      "exact bounds of ranks were asked for \(count) villages; expected at most \(greatest)"
    }
  }
}
