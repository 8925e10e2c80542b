/// Villages by how urgent they are: a score from 0 to 100 each, its parts, and a rank.
///
/// ```swift
/// let inputs = try RankingInputs(villages, assessment)
/// let ranking = try Ranking(inputs, settings: RankingSettings())
/// for village in ranking.order.prefix(20).map(Int.init) {
///   print(ranking.rank(ofVillage: village), villages.codes[village], ranking.score(ofVillage: village))
/// }
/// ```
///
/// A village that has every service scores 0, by any method. The greater score comes first as it is printed, in
/// hundredths; of equal ones the village with more people, then the lesser code. Villages with an unknown number of people
/// come last among equals.
public struct Ranking: Sendable {
  /// The settings it was made with.
  public let settings: RankingSettings
  /// The criteria of the villages.
  public let criteria: CriteriaColumns
  /// The villages by rank, the most urgent first.
  public let order: [UInt32]
  /// The rank of each village, from 1; no two the same.
  public let ranks: [UInt32]
  /// The villages as they stand when all scores are equal: by people, the most first, then by code.
  let tieOrder: [UInt32]
  private let columns: ScoreColumns

  /// Ranks the villages.
  ///
  /// - Throws: ``RankingError`` for settings out of range or columns of different lengths, and when no criterion is left. O(n m)
  ///   and a sort, for n villages and m criteria; the Pareto ranking see ``ParetoFronts``.
  public init(_ inputs: RankingInputs, settings: RankingSettings = RankingSettings()) throws(RankingError) {
    try self.init(
      try CriteriaColumns(inputs, settings), tieOrder: RankOrder.ofTies(people: inputs.people, order: inputs.order),
      settings: settings)
  }

  init(_ criteria: CriteriaColumns, tieOrder: [UInt32], settings: RankingSettings) throws(RankingError) {
    self.settings = settings
    self.criteria = criteria
    self.tieOrder = tieOrder
    let weights = criteria.weightUnits(settings)
    let columns =
      switch settings.method {
      case .weightedSum: WeightedSum.scores(criteria, weights: weights)
      case .topsis: TOPSIS(criteria).scores(weights: weights.map(Double.init))
      case .pareto: ParetoFronts(criteria, weights: weights).scores()
      }
    self.columns = columns
    order = RankOrder.order(scores: columns.scores, tieOrder: tieOrder)
    ranks = RankOrder.ranks(order)
  }

  /// How many villages there are.
  public var count: Int { ranks.count }

  /// The rank of a village, from 1.
  public func rank(ofVillage village: Int) -> Int { Int(ranks[village]) }

  /// The score of a village, from 0 to 100.
  public func score(ofVillage village: Int) -> Hundredths { Hundredths(columns.scores[village]) }

  /// The parts of a village's score, one per criterion of `criteria.criteria`, same order; they add up to it.
  public func parts(ofVillage village: Int) -> [Hundredths] {
    let width = criteria.criteria.count
    return columns.parts[(village * width)..<((village + 1) * width)].map { Hundredths($0) }
  }

  /// The part of every village's score that the criterion at `index` of `criteria.criteria` gives, one per village.
  public func parts(ofCriterion index: Int) -> [Double] {
    let width = criteria.criteria.count
    return ranks.indices.map { Hundredths(columns.parts[$0 * width + index]).value }
  }
}
