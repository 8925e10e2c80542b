import Coverage
import GeoFormats
import Geospatial

/// An analysis of villages that stand in one GeoJSON file, block by block, so that memory grows by some dozens of bytes a
/// village only: one pass over the file reads and assesses, a second writes.
///
/// Its map, counts and remarks are those of ``Analysis``, byte for byte. Where anything is wrong with the input, or a
/// question needs all villages at once, there is no such analysis (nil): the other then tells what is wrong.
struct BlockAnalysis: Sendable {
  let report: AnalysisReport
  let blocks: GeoJSONBlocks
  let joins: VillageJoins
  let kept: [AssessedBlock]
  /// The number of the first village of each block, and behind them how many villages there are.
  let firstVillages: [Int]
  /// The villages by code; nil when they stand in that order.
  let order: [UInt32]?
  let shape: VillageShape
  let scores: VillageScores?
  let boundingBox: BoundingBox
  let hasInferredCommunes: Bool
  /// Whether answers carry a confidence.
  let hasConfidence: Bool

  /// How many villages there are.
  var count: Int { firstVillages[firstVillages.count - 1] }

  /// Runs a project whose villages are one GeoJSON file of at least `leastBytes` **bytes**, in blocks of `bytesPerBlock`;
  /// nil when it cannot be done in blocks.
  static func run(
    _ project: ProjectFile, threads: Int, isStrict: Bool, groupedBy level: GroupLevel?, leastBytes: Int,
    bytesPerBlock: Int, progress: @Sendable (Analysis.Stage) -> Void
  ) async throws -> BlockAnalysis? {
    guard
      let blocks = try suitableFile(
        project, leastBytes: leastBytes, bytesPerBlock: bytesPerBlock, threads: max(1, threads))
    else { return nil }
    progress(.reading)
    var layerNotices: [LoadedProject.Notice] = []
    let layers = try await ProjectLoader.readLayers(LayerNeeds(project), threads: threads, &layerNotices)
    let joins = try ProjectLoader.makeJoins(project, layers)
    var serviceNotices: [LoadedProject.Notice] = []
    let services = try ProjectLoader.makeServices(project, layers, [:], &serviceNotices)
    progress(.indexing)
    let overlay = try await Overlay(
      services: services, measures: ProjectLoader.makeMeasures(project, layers), villages: blocks.roughCount,
      threads: threads)
    progress(.overlaying)
    let reader = BlockReader(project: project, blocks: blocks, joins: joins, level: level)
    let tiled = TiledOverlay(overlay: overlay, accuracyMetres: project.villages.accuracyMetres, isStrict: isStrict)
    var tally = BlockTally(level)
    let most = max(blocksPerRound, 2 * threads)
    for start in stride(from: 0, to: blocks.count, by: most) {
      let round = Array(start..<min(start + most, blocks.count))
      guard try await assess(round, reader, tiled, threads: threads, into: &tally) else { return nil }
    }
    guard tally.count > 0, tally.hasEveryMappedProperty(of: project) else { return nil }
    return try await tally.analysis(
      project, blocks, joins, layerNotices, serviceNotices, isStrict: isStrict, threads: threads, progress)
  }

  /// So many blocks are assessed together, or two per thread: some 50 **bytes** a village are kept of them meanwhile.
  private static let blocksPerRound = 12

  /// Reads and assesses some blocks and counts them in; false when they cannot be taken by themselves.
  private static func assess(
    _ round: [Int], _ reader: BlockReader, _ tiled: TiledOverlay, threads: Int, into tally: inout BlockTally
  ) async throws -> Bool {
    let read = try await Parallel.map(round, threads: threads) { try reader.read($0) }
    let blocks = read.compactMap { $0 }
    guard blocks.count == round.count else { return false }
    let answers = try await tiled.answers(blocks.map(\.coordinates), threads: threads)
    var areOneList = true
    try await Parallel.forEachOrdered(Array(blocks.indices), threads: threads) { index in
      blocks[index].assessed(answers[index])
    } consume: { _, block in
      areOneList = areOneList && tally.add(block)
    }
    return areOneList
  }

  /// The villages' file in blocks; nil when it is none, or when the project asks what only all villages at once can tell.
  private static func suitableFile(
    _ project: ProjectFile, leastBytes: Int, bytesPerBlock: Int, threads: Int
  ) throws -> GeoJSONBlocks? {
    let villages = project.villages
    guard villages.source.filter.isEmpty, villages.source.known == nil, villages.accuracyField == nil,
      project.ranking.settings.method == .weightedSum, project.layers.allSatisfy({ $0.extent == nil })
    else { return nil }
    let request = try LayerNeeds(project).villageRequest()
    guard request.paths.count == 1, case let size = LayerNeeds.size(of: request.paths[0]), size > 0, size >= leastBytes
    else { return nil }
    // As many for each thread, so that none waits for the others at the end.
    let round = max(1, bytesPerBlock) * threads
    let rounds = (size + round - 1) / round
    return GeoJSONBlocks(request, bytesPerBlock: size / (rounds * threads) + 1)
  }
}
