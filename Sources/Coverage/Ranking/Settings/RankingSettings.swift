/// What makes a village urgent: the criteria, what each counts, and how far that is open to doubt.
///
/// ```swift
/// var settings = RankingSettings()
/// settings.weights[.peopleWithoutPower] = 30
/// settings.bounds[.poverty] = 5...20
/// ```
public struct RankingSettings: Hashable, Sendable {
  /// How criteria become a score.
  public var method = RankingMethod.weightedSum
  /// What each criterion counts, from 0 to ``greatestWeight``; only how they compare matters. They are taken to five
  /// decimals.
  public var weights = ByCriterion(\.defaultWeight)
  /// How far each weight may be from its value when rank intervals are asked for, in **percent** of it, at least 0 and below
  /// 100.
  public var variationPercent = 25.0
  /// Bounds of single weights in place of the variation; each holds the weight.
  public var bounds: [Criterion: ClosedRange<Double>] = [:]
  /// From where on a criterion is 1.
  public var saturation = Saturation()
  /// The services of which any one connects a school or a health post.
  public var connection: Set<Service> = [.fibre]
  /// What a criterion counts where it is not known.
  public var missing = MissingRule.zero
  /// Where the properties are to be found.
  public var fields = RankingFields()

  /// The settings that PhuSong uses unless told otherwise.
  public init() {}

  /// The greatest weight. Up to it sums of weighted criteria are exact, see ``CriteriaColumns``.
  public static let greatestWeight = 1000.0

  /// Between which numbers the weight of a criterion varies.
  public func weightBounds(of criterion: Criterion) -> ClosedRange<Double> {
    if let range = bounds[criterion] { return range }
    let (weight, part) = (weights[criterion], variationPercent / 100)
    return weight * (1 - part)...min(weight * (1 + part), RankingSettings.greatestWeight)
  }
}
