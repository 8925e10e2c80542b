/// How the criteria of a village become one score.
public enum RankingMethod: String, CaseIterable, Sendable, CustomStringConvertible {
  /// The weighted mean of the criteria: see ``WeightedSum``.
  case weightedSum = "weighted-sum"
  /// The closeness to the worst village that the data would allow: see ``TOPSIS``.
  case topsis
  /// How many layers of villages that are worse off in every way lie above: see ``ParetoFronts``.
  case pareto

  /// The word used in project files and in every output.
  public var description: String { rawValue }
}

/// What a criterion counts for a village of which it is not known.
public enum MissingRule: String, CaseIterable, Sendable, CustomStringConvertible {
  /// 0, so that nobody gains by not being known.
  case zero
  /// 1, so that nobody is forgotten for not being known.
  case one
  /// The mean of the villages of which it is known: of those that lack the service where the village certainly lacks it,
  /// else of all.
  case mean

  /// The word used in project files and in every output.
  public var description: String { rawValue }
}
