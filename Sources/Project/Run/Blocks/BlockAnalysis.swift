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
      services: services, measures: ProjectLoader.makeMeasures(project, layers), threads: threads)
    progress(.overlaying)
    let reader = BlockReader(
      project: project, blocks: blocks, joins: joins, overlay: overlay, isStrict: isStrict, level: level)
    var tally = BlockTally(level)
    do {
      try await Parallel.forEachOrdered(Array(0..<blocks.count), threads: threads) { index in
        guard let block = try await reader.read(index) else { throw Unsuitable() }
        return block
      } consume: { _, block in
        guard tally.add(block) else { throw Unsuitable() }
      }
    } catch is Unsuitable {
      return nil
    }
    guard tally.count > 0, tally.hasEveryMappedProperty(of: project) else { return nil }
    return try await tally.analysis(
      project, blocks, joins, layerNotices, serviceNotices, isStrict: isStrict, threads: threads, progress)
  }

  /// A block cannot be taken by itself.
  private struct Unsuitable: Error {}

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
