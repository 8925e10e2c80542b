import Geospatial
import Randomness

/// Villages or towers: they stand in clumps along the axes of valleys, some far up the slopes.
struct Sites {
  let valleys: ValleySystem
  let generator: SeededGenerator
  /// How far a site lies from the axis, in **kilometres**.
  let spreadKilometres: Double
  /// How far those do that lie far off, in **kilometres**, and their share.
  let farKilometres: Double
  let farShare: Double
  /// One clump to so many vertices of an axis, on the first few of them.
  private static let clumpVertices = 6
  private static let clumpLength = 3

  static func villages(_ valleys: ValleySystem, _ generator: SeededGenerator) -> Sites {
    Sites(valleys: valleys, generator: generator, spreadKilometres: 0.9, farKilometres: 4, farShare: 0.15)
  }

  static func towers(_ valleys: ValleySystem, _ generator: SeededGenerator) -> Sites {
    Sites(valleys: valleys, generator: generator, spreadKilometres: 0.8, farKilometres: 3, farShare: 0.25)
  }

  /// The place of the site with a number, and the generator for what else is to be known of it.
  func site(_ number: Int) -> (position: Coordinate, random: SeededGenerator) {
    var random = generator.fork("site", number)
    let vertex = random.index(valleys.axes.count)
    let clump = vertex / Self.clumpVertices * Self.clumpVertices + random.index(Self.clumpLength)
    let spread = random.chance(farShare) ? farKilometres : spreadKilometres
    let axis = valleys.axes[min(clump, valleys.axes.count - 1)]
    return (PlanarFrame.clamped(axis + random.offset(kilometres: spread)), random)
  }
}
