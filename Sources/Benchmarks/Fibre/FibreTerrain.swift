import Geospatial
import Randomness
import Rollout

/// Villages, roads and existing cable made from a seed, on the latitudes of northern Vietnam: a crooked grid of roads with
/// gaps, cable that wanders along it, villages that gather around centres.
struct FibreTerrain {
  /// How many villages there are, none of them on the cable.
  var villages: Int
  /// How many roads cross from west to east, and as many from south to north; 0 for none.
  var roads: Int
  var seed: UInt64

  /// How far roads lie from each other, in **degrees**; about 1 km.
  private static let spacing = 0.01
  private static let west = 103.0
  private static let south = 17.0

  /// As in `roads-550-villages-100000`.
  var name: String { roads > 0 ? "roads-\(roads)-villages-\(villages)" : "links-villages-\(villages)" }

  /// What a candidate network is made of.
  func sources() -> NetworkSources {
    var generator = SeededGenerator(seed: seed).fork("fibre", villages)
    let side = roads > 0 ? roads : max(4, Int(Double(villages).squareRoot() * 1.7))
    let grid = grid(side, &generator)
    var column = GeometryColumn()
    var existing = GeometryColumn()
    if roads > 0 {
      for row in 0..<side {
        for place in 0..<(side - 1) {
          for isAcross in [false, true] where generator.chance(0.94) {
            let first = isAcross ? place * side + row : row * side + place
            column.append(grid[first])
            column.append(grid[first + (isAcross ? side : 1)])
            column.closePart(.line)
            column.closeFeature()
          }
        }
      }
    }
    for _ in 0..<max(1, side * side / 900) { wander(grid, side, &existing, &generator) }
    let points = settle(side, &generator)
    return NetworkSources(
      existing: existing, villages: points, roads: roads > 0 ? RoadLayer(column) : nil)
  }

  private func grid(_ side: Int, _ generator: inout SeededGenerator) -> [Coordinate] {
    (0..<(side * side)).map { index in
      Coordinate(
        longitude: Self.west + Self.spacing * (Double(index % side) + generator.number(-0.35, 0.35)),
        latitude: Self.south + Self.spacing * (Double(index / side) + generator.number(-0.35, 0.35)))
    }
  }

  /// Cable of up to 40 steps from junction to junction.
  private func wander(
    _ grid: [Coordinate], _ side: Int, _ existing: inout GeometryColumn, _ generator: inout SeededGenerator
  ) {
    var (column, row) = (generator.index(side), generator.index(side))
    let (right, up) = (generator.chance(0.5) ? 1 : -1, generator.chance(0.5) ? 1 : -1)
    existing.append(grid[row * side + column])
    var steps = 0
    while steps < 40 {
      if generator.chance(0.5) { column += right } else { row += up }
      guard (0..<side).contains(column), (0..<side).contains(row) else { break }
      existing.append(grid[row * side + column])
      steps += 1
    }
    existing.closePart(steps > 0 ? .line : .point)
    existing.closeFeature()
  }

  private func settle(_ side: Int, _ generator: inout SeededGenerator) -> [Coordinate] {
    let extent = Self.spacing * Double(side - 1)
    let centres = (0..<max(1, villages / 40)).map { _ in (generator.fraction(), generator.fraction()) }
    return (0..<villages).map { _ in
      var (east, north) = (generator.fraction() * extent, generator.fraction() * extent)
      if generator.chance(0.6) {
        let centre = centres[generator.index(centres.count)]
        east = max(0, min(extent, centre.0 * extent + 0.04 * generator.normal()))
        north = max(0, min(extent, centre.1 * extent + 0.04 * generator.normal()))
      }
      return Coordinate(longitude: Self.west + east, latitude: Self.south + north)
    }
  }

  /// People of each village.
  func benefits() -> [Int] {
    var generator = SeededGenerator(seed: seed).fork("people", villages)
    return (0..<villages).map { _ in 50 + Int(generator.exponential(mean: 400)) }
  }
}
