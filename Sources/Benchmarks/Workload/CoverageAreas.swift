import Geospatial
import Randomness

/// Areas with signal around towers: stars of 50 to 500 vertices. A tenth have a hole; three in a hundred cross themselves,
/// as such data do.
struct CoverageAreas {
  let towers: Sites
  let towerCount: Int
  let generator: SeededGenerator
  private static let holeVertices = 24

  /// The closed rings of the area with a number: a shell, counter-clockwise, and perhaps a hole, clockwise.
  func rings(_ number: Int) -> [[Coordinate]] {
    var random = generator.fork("area", number)
    let (least, most) = (Elementary.logarithm(50), Elementary.logarithm(500))
    let count = Int(Elementary.exponential(random.number(least, most)))
    let radius = random.number(1.5, 7) * PlanarFrame.degreesPerKilometre
    let centre = towers.site(random.index(towerCount)).position
    let outline = Outline(&random)
    var shell = (0..<count).map { vertex in
      let angle = 2 * Elementary.pi * Double(vertex) / Double(count)
      return centre + PlanarVector(angle: angle) * (radius * outline.radius(at: angle, &random))
    }
    if random.chance(0.03) {
      let vertex = 2 + random.index(count - 5)
      shell.swapAt(vertex, vertex + 2)
    }
    let rings = random.chance(0.10) ? [shell, hole(around: centre, radius: radius, &random)] : [shell]
    return rings.map { $0 + [$0[0]] }
  }

  private func hole(
    around centre: Coordinate, radius: Double, _ random: inout SeededGenerator
  ) -> [Coordinate] {
    let middle =
      centre + PlanarVector(x: 0.05 * radius * random.normal(), y: 0.05 * radius * random.normal())
    return (0..<Self.holeVertices).reversed().map { vertex in
      let angle = 2 * Elementary.pi * Double(vertex) / Double(Self.holeVertices)
      return middle + PlanarVector(angle: angle) * (0.12 * radius * (1 + 0.1 * random.normal()))
    }
  }

  /// A circle with broad and narrow lobes.
  private struct Outline {
    var broadLobes: Double
    var broadPhase: Double
    var narrowLobes: Double
    var narrowPhase: Double

    init(_ random: inout SeededGenerator) {
      broadLobes = Double(2 + random.index(4))
      broadPhase = random.number(0, 6)
      narrowLobes = Double(7 + random.index(8))
      narrowPhase = random.number(0, 6)
    }

    /// The radius at an angle in **radians**, as a part of the mean one.
    func radius(at angle: Double, _ random: inout SeededGenerator) -> Double {
      let broad = 0.25 * Elementary.sine(angle * broadLobes + broadPhase)
      let narrow = 0.15 * Elementary.sine(angle * narrowLobes + narrowPhase)
      return max(0.15, 1 + broad + narrow + 0.04 * random.normal())
    }
  }
}
