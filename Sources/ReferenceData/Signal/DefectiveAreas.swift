import Geospatial
import Randomness

/// Coverage polygons that break the rules of the Simple Features standard (OGC 06-103r4, 6.1.11), as real deliveries
/// contain some.
///
/// Each lies where every village has signal from elsewhere, so the counts are the same whether a reader repairs it,
/// takes it as it is, or leaves it out.
struct DefectiveAreas {
  /// How many are made: three of each kind.
  private static let count = 12
  private static let radiusMetres = 700.0...1_500.0
  /// All villages this near, in **metres**, must have signal.
  private static let clearanceMetres = 4_000.0

  private(set) var areas: [CoverageArea] = []

  init(siting: TowerSiting, using stream: inout SeededGenerator) {
    var attempts = 0
    while areas.count < Self.count, attempts < 10_000 {
      attempts += 1
      let tower = siting.towers[stream.index(siting.towers.count)]
      let near = siting.villages.within(metres: Self.clearanceMetres, of: tower.position)
      guard tower.technology.counts, near.allSatisfy({ siting.coverCount[$0] > 0 }) else { continue }
      let shape = LobedOutline(
        radiusMetres: stream.number(Self.radiusMetres.lowerBound, Self.radiusMetres.upperBound), roughness: 0.06,
        vertices: 32, using: &stream)
      let rings = Self.rings(of: shape, in: LocalFrame(at: tower.position), kind: areas.count % 4)
      guard
        near.allSatisfy({ Ring.borderMetres(siting.villages.positions[$0], rings) > Margins.borderMetres })
      else { continue }
      areas.append(CoverageArea(provider: tower.provider, technology: tower.technology, polygons: [rings]))
    }
  }

  private static func rings(of shape: LobedOutline, in frame: LocalFrame, kind: Int) -> [[Coordinate]] {
    var corners = zip(shape.directions, shape.radiiMetres).map { $0 * $1 }
    switch kind {
    case 0:
      // A bow-tie: the two lobes are wound in opposite directions.
      corners = [corners[0], corners[8], corners[24], corners[16]]
      return [Ring.closed(corners, in: frame)]
    case 1:
      // Two vertices in the wrong order, as digitised by hand.
      corners.swapAt(5, 7)
      return [Ring.closed(corners, in: frame)]
    case 2:
      // The ring touches itself: it returns to a vertex it has been at, and so encloses an inner loop.
      let inner = [corners[0], corners[28] * 0.5, corners[16] * 0.4, corners[4] * 0.5]
      return [Ring.closed(inner + corners, in: frame)]
    default:
      // A hole that reaches over the shell.
      let hole = shape.directions.map { corners[0] + $0 * 300 }
      return [Ring.closed(corners, in: frame), Ring.closed(hole, in: frame, isHole: true)]
    }
  }
}
