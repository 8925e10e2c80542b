import Geospatial

/// The score and the rank of every village, without what they are made of; see ``Ranking``, which gives the same.
public struct VillageScores: Sendable, Hashable {
  /// The score of each village in **hundredths**, 0 to 10,000.
  public let hundredths: [UInt16]
  /// The rank of each village, from 1; no two the same.
  public let ranks: [UInt32]

  /// Ranks villages by their scores in **hundredths**; of equal ones the village with more people comes first, then the one
  /// that is earlier in `order`, which is by code. One entry per village in every column. O(villages).
  public init(hundredths: [UInt16], people: [Double], order: [UInt32]) {
    self.init(hundredths: hundredths, tieOrder: VillageScores.tieOrder(people: people, order: order))
  }

  /// The villages in the order in which equal scores are ranked; one entry per village in both columns. O(villages).
  public static func tieOrder(people: [Double], order: [UInt32]) -> [UInt32] {
    RankOrder.ofTies(people: people, order: order)
  }

  /// Ranks villages as ``init(hundredths:people:order:)`` does, with the order of equal ones made before.
  public init(hundredths: [UInt16], tieOrder: [UInt32]) {
    self.hundredths = hundredths
    ranks = RankOrder.ranks(RankOrder.order(scores: hundredths, tieOrder: tieOrder))
  }

  private init(hundredths: [UInt16], ranks: [UInt32]) {
    (self.hundredths, self.ranks) = (hundredths, ranks)
  }

  /// The scores and ranks of some of the villages, in the order given.
  public func taken(_ villages: [Int]) -> VillageScores {
    VillageScores(hundredths: villages.map { hundredths[$0] }, ranks: villages.map { ranks[$0] })
  }

  /// The scores and ranks of a ranking. O(villages).
  public init(_ ranking: Ranking) {
    hundredths = (0..<ranking.count).map { UInt16(truncatingIfNeeded: ranking.score(ofVillage: $0).count) }
    ranks = ranking.ranks
  }

  /// Villages in one go, in blocks on `threads` threads; the result does not depend on their number.
  ///
  /// - Throws: `Villages.Failure` for the first village with a property that cannot be read, ``RankingError`` when no
  ///   criterion is left or a setting is out of range.
  public init(
    _ villages: Villages, _ assessment: Assessment, settings: RankingSettings, threads: Int
  ) async throws {
    guard settings.method == .weightedSum else {
      let inputs = try RankingInputs(villages, assessment, fields: settings.fields)
      let ranking = try Ranking(inputs, settings: settings)
      self.init(ranking)
      return
    }
    let starts = stride(from: 0, to: villages.count, by: VillageScores.villagesPerBlock)
    let ranges = starts.map { $0..<min($0 + VillageScores.villagesPerBlock, villages.count) }
    let blocks = try await Parallel.map(ranges, threads: threads) { range in
      Result<RankingInputs, Villages.Failure> { () throws(Villages.Failure) in
        try RankingInputs(villages, assessment, fields: settings.fields, range: range)
      }
    }.map { try $0.get() }
    let known = blocks.reduce(into: KnownFacts()) { $0.formUnion(KnownFacts($1)) }
    var scores = try WeightedScores(known: known, settings: settings)
    if scores.needsMeans {
      let unfinished = scores
      let means = try await Parallel.map(blocks, threads: threads) { unfinished.means(of: $0) }
      means.forEach { scores.include($0) }
    }
    let finished = scores
    let columns = try await Parallel.map(blocks, threads: threads) { finished.hundredths(of: $0) }
    self.init(hundredths: Array(columns.joined()), people: villages.people, order: villages.order)
  }

  private static let villagesPerBlock = 1 << 14
}
