import Coverage
import Geospatial

/// Lays the services over the villages of several blocks together, tile of the map by tile.
///
/// Villages of a block lie all over the country, and so does what their questions touch: an index of some dozens of MB would
/// go through the caches once for every block. Tile by tile it does once for all.
struct TiledOverlay: Sendable {
  let overlay: Overlay
  /// How far villages may lie from their coordinates, in **metres**; 0 takes them as exact.
  let accuracyMetres: Double
  /// Whether doubtful answers count as unknown.
  let isStrict: Bool

  /// What the overlay says of the villages of each block, one coordinate per village; the same on any number of threads.
  func answers(_ blocks: [[Coordinate]], threads: Int) async throws -> [CompactAssessment] {
    var box = BoundingBox.empty
    for block in blocks { for coordinate in block where coordinate.isOnEarth { box.include(coordinate) } }
    let whole = box
    let tilings = try await Parallel.map(blocks, threads: threads) { HilbertTiles($0, in: whole) }
    let tiles = try await Parallel.mapAsync(Array(0..<HilbertTiles.count), threads: threads) { tile in
      try await assess(
        zip(blocks, tilings).flatMap { block, tiling in
          tiling.places(inTile: tile).map { block[Int($0)] }
        })
    }
    return try await Parallel.map(Array(blocks.indices), threads: threads) { block in
      var answers = CompactAssessment(count: blocks[block].count, like: tiles[0])
      for (number, tile) in tiles.enumerated() {
        let first = tilings[..<block].reduce(0) { $0 + $1.places(inTile: number).count }
        answers.take(tile, from: first, as: tilings[block].places(inTile: number))
      }
      return answers
    }
  }

  private func assess(_ coordinates: [Coordinate]) async throws -> CompactAssessment {
    var assessment = try await overlay.assess(
      coordinates,
      accuraciesMetres: accuracyMetres > 0 ? [Double](repeating: accuracyMetres, count: coordinates.count) : nil,
      threads: 1)
    if isStrict, assessment.hasConfidence { assessment = assessment.withDoubtsUnknown }
    return CompactAssessment(assessment)
  }
}
