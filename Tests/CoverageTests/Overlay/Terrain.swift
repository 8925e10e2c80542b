import Geospatial

@testable import Coverage

/// SplitMix64 (G. Steele, D. Lea and C. Flood, *Fast splittable pseudorandom number generators*, 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Small layers made from a seed, some 6 km wide, on which rules can be tried.
struct Terrain {
  var random: SeededRandom
  static let origin = Coordinate(longitude: 103.2, latitude: 21.9)

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func place() -> Coordinate {
    Coordinate(
      longitude: Self.origin.longitude + .random(in: 0...0.06, using: &random),
      latitude: Self.origin.latitude + .random(in: 0...0.06, using: &random))
  }

  /// Positions within `metres` of `centre`: on the rim and inside.
  mutating func positions(around centre: Coordinate, metres: Double, count: Int) -> [Coordinate] {
    (0..<count).map { number in
      Geodesic.direct(
        from: centre, azimuthDegrees: .random(in: -180...180, using: &random),
        distanceMetres: number % 3 == 0 ? metres * 0.999 : metres * Double.random(in: 0...1, using: &random).squareRoot()
      ).coordinate
    }
  }

  mutating func points(_ count: Int) -> GeometryColumn {
    var column = GeometryColumn()
    for _ in 0..<count {
      column.append(place())
      column.closePart(.point)
      column.closeFeature()
    }
    return column
  }

  mutating func lines(_ count: Int) -> GeometryColumn {
    var column = GeometryColumn()
    for _ in 0..<count {
      for _ in 0..<4 { column.append(place()) }
      column.closePart(.line)
      column.closeFeature()
    }
    return column
  }

  /// Octagons of up to a kilometre or so, some overlapping.
  mutating func polygons(_ count: Int) -> GeometryColumn {
    var column = GeometryColumn()
    for _ in 0..<count {
      let centre = place()
      let radius = Double.random(in: 200...1500, using: &random)
      let corners = (0..<8).map { corner in
        Geodesic.direct(from: centre, azimuthDegrees: 180 - Double(corner) * 45, distanceMetres: radius).coordinate
      }
      for corner in corners + [corners[0]] { column.append(corner) }
      column.closePart(.shell)
      column.closeFeature()
    }
    return column
  }

  mutating func reaches(_ count: Int) -> [Double] {
    (0..<count).map { _ in .random(in: 100...1500, using: &random) }
  }
}
