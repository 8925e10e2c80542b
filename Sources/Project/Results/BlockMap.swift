import Coverage
import GeoFormats
import Geospatial

/// Writes `villages.geojson` of an analysis in blocks: the features are read once more, in the order of their codes, and
/// written with what was kept of them.
struct BlockMap: Sendable {
  private let analysis: BlockAnalysis
  /// What is kept of the answers of each block.
  private let answers: [CompactAssessment]

  /// So many at a time that their text stays in the cache of a core. Villages out of the order of the file are also read
  /// from places all over it.
  private static let villagesPerRun = 2048

  init(_ analysis: BlockAnalysis) {
    self.analysis = analysis
    answers = analysis.kept.map(\.answers)
  }

  /// Writes all features; the bytes do not depend on the number of threads.
  ///
  /// - Throws: `AtomicFile.Failure`, and `FormatError` when the villages' file has changed since it was read.
  func write(to file: AtomicFile, threads: Int) async throws {
    try file.write(VillagesGeoJSON.header(analysis.boundingBox))
    try await Parallel.forEachOrdered(runs, threads: threads) { run in
      try self.features(run)
    } consume: { _, bytes in
      try file.write(bytes)
    }
    try file.write(GeoJSONWriter.footer)
  }

  /// Places in the order of the codes that are made at a time.
  private var runs: [Range<Int>] {
    stride(from: 0, to: analysis.count, by: BlockMap.villagesPerRun).map {
      $0..<min($0 + BlockMap.villagesPerRun, analysis.count)
    }
  }

  private func features(_ places: Range<Int>) throws -> [UInt8] {
    let numbers = places.map { place in analysis.order.map { Int($0[place]) } ?? place }
    let villages = numbers.map { place(ofVillage: $0) }
    let bytes = villages.map { entry in
      analysis.blocks.start(ofBlock: entry.block) + Int(analysis.kept[entry.block].offsets[entry.village])
    }
    defer { release(bytes) }
    guard let layer = analysis.blocks.features(at: bytes), var block = block(layer, firstNumber: places.lowerBound + 1)
    else { throw analysis.blocks.changed }
    analysis.joins.apply(to: &block)
    let assessment = CompactAssessment.assessment(of: villages, in: answers)
    let columns = VillageColumns(
      block, measures: assessment.measures.map(\.name), hasConfidence: analysis.hasConfidence,
      hasInferredCommunes: analysis.hasInferredCommunes)
    return VillagesGeoJSON(block, assessment, analysis.scores?.taken(numbers), columns)
      .features(0..<numbers.count, startsFile: places.lowerBound == 0)
  }

  private func block(_ layer: Layer, firstNumber: Int) -> Villages? {
    try? Villages(layer, shape: analysis.shape, firstNumber: firstNumber)
  }

  /// The block of a village and its place there. O(log(blocks)).
  private func place(ofVillage village: Int) -> (block: Int, village: Int) {
    var (low, high) = (0, analysis.firstVillages.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if analysis.firstVillages[middle] <= village { low = middle } else { high = middle }
    }
    return (low, village - analysis.firstVillages[low])
  }

  private func release(_ bytes: [Int]) {
    guard let first = bytes.min(), let last = bytes.max() else { return }
    // Up to the end of the last feature, which is not known; a page more or less is none the worse.
    analysis.blocks.release(bytes: first..<(last + 1))
  }
}
