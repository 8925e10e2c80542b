import Coverage
import GeoFormats
import Geospatial

/// A block of villages just read: what of it the overlay, the counts and the remarks need, so that the text and all else can
/// be given back.
struct ReadBlock: Sendable {
  let coordinates: [Coordinate]
  let inhabitants: SummaryCounts.Inhabitants
  let groups: SummaryCounts.Groups
  let remarks: VillageRemarks
  let shape: VillageShape
  let notices: [Layer.Notice]
  let keys: [String]
  let presentKeys: [Bool]
  let boundingBox: BoundingBox
  fileprivate let offsets: [UInt32]
  fileprivate let codes: BlockCodes
  fileprivate let circumstances: Circumstances?

  /// The block with what the overlay says of it.
  func assessed(_ answers: CompactAssessment) -> FreshBlock {
    let kept = AssessedBlock(
      offsets: offsets, codes: codes, answers: answers, people: inhabitants.people, circumstances: circumstances)
    let assessment = answers.assessment
    return FreshBlock(
      read: self, kept: kept, assessment: assessment, facts: KnownFacts(kept.rankingInputs(assessment)))
  }
}

/// A block of villages just read and assessed, before it is counted.
struct FreshBlock: Sendable {
  let read: ReadBlock
  let kept: AssessedBlock
  let assessment: Assessment
  let facts: KnownFacts
}

/// Reads the villages of a file, block by block.
struct BlockReader: Sendable {
  let project: ProjectFile
  let blocks: GeoJSONBlocks
  let joins: VillageJoins
  let level: GroupLevel?

  /// A block by its place; nil when its features are not plainly as they should be.
  ///
  /// - Throws: `Villages.Failure` for the first village that is no village.
  func read(_ index: Int) throws -> ReadBlock? {
    guard let block = blocks.block(index) else { return nil }
    defer { blocks.release(index) }
    var villages = try Villages(block.layer, fields: ProjectLoader.fields(project))
    joins.apply(to: &villages)
    let known = try Circumstances(villages, fields: project.ranking.settings.fields)
    return ReadBlock(
      coordinates: villages.coordinates, inhabitants: SummaryCounts.Inhabitants(villages),
      groups: SummaryCounts.Groups(villages, level), remarks: VillageRemarks(villages),
      shape: VillageShape(villages), notices: block.layer.notices, keys: block.layer.attributes.keys,
      presentKeys: block.presentKeys, boundingBox: VillagesGeoJSON.boundingBox(of: villages), offsets: block.offsets,
      codes: BlockCodes(villages), circumstances: known.isEmpty ? nil : known)
  }
}
