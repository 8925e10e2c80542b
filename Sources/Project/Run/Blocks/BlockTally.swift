import Coverage
import GeoFormats
import Geospatial

/// What is gathered of the blocks of a file, in their order.
struct BlockTally {
  private var kept: [AssessedBlock] = []
  private var firstVillages = [0]
  private var shape: VillageShape?
  private var counts: SummaryCounts
  private var remarks: VillageRemarks?
  private var facts = KnownFacts()
  private var boundingBox = BoundingBox.empty
  private var notices: [Layer.Notice] = []
  private var presentKeys: [Bool] = []
  private var keys: [String] = []

  init(_ level: GroupLevel?) { counts = SummaryCounts(groupedBy: level) }

  /// How many villages there are.
  var count: Int { firstVillages[firstVillages.count - 1] }

  /// Adds the next block; false when it and those before are no one list of villages.
  mutating func add(_ block: FreshBlock) -> Bool {
    let shift = count
    let read = block.read
    kept.append(block.kept)
    firstVillages.append(shift + read.coordinates.count)
    counts.add(read.inhabitants, block.assessment, read.groups)
    facts.formUnion(block.facts)
    boundingBox.include(read.boundingBox)
    notices += read.notices.map { notice in
      Layer.Notice(feature: notice.feature.map { $0 + shift }, text: notice.text, isLoss: notice.isLoss)
    }
    keys = read.keys
    presentKeys = presentKeys.isEmpty ? read.presentKeys : zip(presentKeys, read.presentKeys).map { $0 || $1 }
    if remarks == nil { remarks = read.remarks } else { remarks?.append(read.remarks) }
    let own = read.shape
    guard shape != nil else {
      shape = own
      return true
    }
    return shape?.formUnion(own) ?? false
  }

  /// Whether some village has each property that the project maps.
  func hasEveryMappedProperty(of project: ProjectFile) -> Bool {
    let mapped =
      project.villages.fields.map(\.property)
      + project.ranking.fieldLines.keys.map { project.ranking.settings.fields[$0] }
    return mapped.allSatisfy { property in keys.lastIndex(of: property).map { presentKeys[$0] } ?? false }
  }

  /// The analysis of all blocks; nil where a strict run must stop.
  func analysis(
    _ project: ProjectFile, _ blocks: GeoJSONBlocks, _ joins: VillageJoins, _ layers: [LoadedProject.Notice],
    _ services: [LoadedProject.Notice], isStrict: Bool, threads: Int, _ progress: (Analysis.Stage) -> Void
  ) async throws -> BlockAnalysis? {
    guard let shape, let remarks else { return nil }
    let order = try BlockCodes.order(of: kept.map(\.codes))
    let single = notices.compactMap(\.feature).sorted()
    let places = places(Set(single + remarks.firstVillages).sorted(), in: blocks)
    let place = { (village: Int) in places[village] ?? (file: "", place: "") }
    var all = LayerRemarks.remarks(blocks.notices + notices, name: "villages") { $0.map(place) }
    all += layers + remarks.notices(isJoined: joins.hasUnits, place: place) + services
    if isStrict, all.contains(where: \.isLoss) { return nil }
    progress(.ranking)
    let (scores, remark) = try await scores(project, order, threads: threads)
    progress(.counting)
    return BlockAnalysis(
      report: AnalysisReport(
        project: project.name, summary: counts.summary, notices: all + (remark.map { [$0] } ?? [])),
      blocks: blocks, joins: joins, kept: kept, firstVillages: firstVillages, order: order, shape: shape,
      scores: scores, boundingBox: boundingBox, hasInferredCommunes: remarks.hasInferredCommunes,
      hasConfidence: kept.contains { $0.answers.hasConfidence })
  }

  /// The places of villages that ascend.
  private func places(_ villages: [Int], in blocks: GeoJSONBlocks) -> [Int: (file: String, place: String)] {
    var block = 0
    let features = villages.map { village in
      while village >= firstVillages[block + 1] { block += 1 }
      return (
        number: village,
        byte: blocks.start(ofBlock: block) + Int(kept[block].offsets[village - firstVillages[block]])
      )
    }
    return Dictionary(uniqueKeysWithValues: zip(villages, blocks.places(of: features)))
  }

  /// The scores and ranks of all villages; nil with a remark where there is nothing to rank by.
  private func scores(
    _ project: ProjectFile, _ order: [UInt32]?, threads: Int
  ) async throws -> (VillageScores?, LoadedProject.Notice?) {
    do {
      var scores = try WeightedScores(known: facts, settings: project.ranking.settings)
      if scores.needsMeans {
        let unfinished = scores
        let means = try await Parallel.map(kept, threads: threads) { unfinished.means(of: $0.rankingInputs) }
        means.forEach { scores.include($0) }
      }
      let finished = scores
      let (kept, count) = (kept, count)
      // The order of equal scores does not wait for the scores.
      let parts = try await Parallel.map([nil] + kept.map(Optional.some), threads: threads) { block -> ScorePart in
        if let block { return .hundredths(finished.hundredths(of: block.rankingInputs)) }
        return .tieOrder(
          VillageScores.tieOrder(
            people: Array(kept.lazy.map(\.people).joined()),
            order: order ?? Array(0..<UInt32(truncatingIfNeeded: count))))
      }
      var (hundredths, tieOrder): ([UInt16], [UInt32]) = ([], [])
      hundredths.reserveCapacity(count)
      for part in parts {
        switch part {
        case .tieOrder(let order): tieOrder = order
        case .hundredths(let block): hundredths += block
        }
      }
      let ranked = VillageScores(hundredths: hundredths, tieOrder: tieOrder)
      return (ranked, nil)
    } catch let error as RankingError {
      guard case .nothingToRank = error else { throw error }
      return (nil, VillageScoring.remark("\(error); score and rank stay empty", isInformation: true))
    }
  }

  /// What a ranking is made of, each part on its own.
  private enum ScorePart: Sendable {
    /// Of a block, in **hundredths**.
    case hundredths([UInt16])
    case tieOrder([UInt32])
  }
}
