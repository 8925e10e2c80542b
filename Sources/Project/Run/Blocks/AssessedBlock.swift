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
  var rankingInputs: RankingInputs {
    let villages = people.indices.map { (block: 0, village: $0) }
    let assessment = CompactAssessment.assessment(of: villages, in: [answers])
    return RankingInputs(
      people: people, order: Array(0..<UInt32(truncatingIfNeeded: people.count)),
      services: assessment.services.mapValues {
        RankingInputs.ServiceFacts(statuses: $0.statuses, distancesMetres: $0.distancesMetres)
      }, circumstances: circumstances ?? Circumstances(count: people.count))
  }
}

/// A block of villages just read and assessed, before it is counted.
struct FreshBlock: Sendable {
  let kept: AssessedBlock
  let villages: Villages
  let assessment: Assessment
  let groups: SummaryCounts.Groups
  let remarks: VillageRemarks
  let facts: KnownFacts
  let boundingBox: BoundingBox
  let notices: [Layer.Notice]
  let presentKeys: [Bool]
}

/// Reads and assesses the villages of a file, block by block.
struct BlockReader: Sendable {
  let project: ProjectFile
  let blocks: GeoJSONBlocks
  let joins: VillageJoins
  let overlay: Overlay
  let isStrict: Bool
  let level: GroupLevel?

  /// A block by its place; nil when its features are not plainly as they should be.
  ///
  /// - Throws: `Villages.Failure` for the first village that is no village.
  func read(_ index: Int) async throws -> FreshBlock? {
    guard let block = blocks.block(index) else { return nil }
    defer { blocks.release(index) }
    var villages = try Villages(block.layer, fields: ProjectLoader.fields(project))
    joins.apply(to: &villages)
    let metres = project.villages.accuracyMetres
    var assessment = try await overlay.assess(
      villages.coordinates,
      accuraciesMetres: metres > 0 ? [Double](repeating: metres, count: villages.count) : nil, threads: 1)
    if isStrict, assessment.hasConfidence { assessment = assessment.withDoubtsUnknown }
    let inputs = try RankingInputs(villages, assessment, fields: project.ranking.settings.fields)
    let known = inputs.circumstances
    let kept = AssessedBlock(
      offsets: block.offsets, codes: BlockCodes(villages), answers: CompactAssessment(assessment),
      people: villages.people, circumstances: known.isEmpty ? nil : known)
    return FreshBlock(
      kept: kept, villages: villages, assessment: assessment, groups: SummaryCounts.Groups(villages, level),
      remarks: VillageRemarks(villages), facts: KnownFacts(inputs),
      boundingBox: VillagesGeoJSON.boundingBox(of: villages), notices: block.layer.notices,
      presentKeys: block.presentKeys)
  }
}
