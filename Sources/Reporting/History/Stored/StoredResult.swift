import Coverage
import Project

/// The villages of a run with what it said of them, ready for a history.
public struct StoredResult: Sendable {
  /// The villages and their statuses as they are read back from the map of an analysis.
  public let assessed: AssessedVillages
  /// The score of each village in **hundredths**; nil where there is nothing to rank by.
  public let scores: VillageScores?

  /// The ranks, one per village, from 1; nil where there is nothing to rank by.
  public var ranks: [UInt32]? { scores?.ranks }

  init(assessed: AssessedVillages, scores: VillageScores?) {
    self.assessed = assessed
    self.scores = scores
  }

  /// The result of an analysis, by code.
  ///
  /// - Throws: `FormatError`, though not for what an analysis made.
  public init(_ analysis: Analysis, threads: Int = 1) async throws {
    assessed = try await ResultReader.read(analysis, threads: threads)
    scores = analysis.scores?.taken(analysis.inputs.villages.order.map(Int.init))
  }

  /// The villages in the order of their codes, with what was said of them.
  var rows: [(village: StoredVillage, answer: StoredAnswer)] {
    assessed.villages.order.map { village in
      let village = Int(village)
      return (
        StoredVillage(assessed.villages, village),
        StoredAnswer(assessed.assessment, village, score: scores.map { Int($0.hundredths[village]) })
      )
    }
  }

  /// What differs between an earlier result and this one, by the ranks of their own times.
  public func compared(withEarlier earlier: StoredResult) -> ResultComparison {
    let haveRanks = ranks != nil && earlier.ranks != nil
    return ResultComparison(
      old: earlier.assessed, new: assessed, oldRanks: haveRanks ? earlier.ranks : nil,
      newRanks: haveRanks ? ranks : nil)
  }
}
