import Coverage
import GeoFormats
import Geospatial

/// A block of villages after the overlay: what is kept of it until the map is written, some dozens of bytes a village.
struct AssessedBlock: Sendable {
  /// Where each village begins, in **bytes** from the start of the block.
  let offsets: [UInt32]
  let codes: BlockCodes
  let answers: CompactAssessment
  /// The **people** of each village; NaN where unknown.
  let people: [Double]
  /// What the ranking knows beside the services; nil when nothing is known of any village.
  let circumstances: Circumstances?

  /// What a ranking starts from.
  var rankingInputs: RankingInputs { rankingInputs(answers.assessment) }

  /// The same where the answers are at hand as an assessment.
  func rankingInputs(_ assessment: Assessment) -> RankingInputs {
    RankingInputs(
      people: people, compact: assessment, circumstances: circumstances ?? Circumstances(count: people.count))
  }
}
