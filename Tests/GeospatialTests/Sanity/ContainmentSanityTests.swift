import Foundation
import PlainGeometry
import Testing

@testable import Geospatial

/// Point in polygon as the index finds it, against whole numbers.
///
/// Everything lies on a lattice of 2^-30 **degrees** (9.3e-10, a tenth of a millimetre). Doubles hold its positions
/// exactly, and so do products of its numbers in 128 bits, so the plain rule is exact where floating point is at its worst.
@Suite struct ContainmentSanityTests {
  typealias Position = (x: Int128, y: Int128)

  static let stepsPerDegree = 1_073_741_824.0

  /// Where polygons lie: the middle, in lattice steps.
  enum Place: String, CaseIterable, Sendable {
    case vietnam, origin, antimeridian, northPole

    var middle: (longitude: Double, latitude: Double) {
      switch self {
      case .vietnam: (105, 21)
      case .origin: (0, 0)
      case .antimeridian: (180, -16)
      case .northPole: (-30, 90)
      }
    }

    /// A position some steps off the middle; none lies past the pole.
    func position(_ x: Int, _ y: Int) -> Position {
      (
        Int128(middle.longitude * stepsPerDegree) + Int128(x),
        min(Int128(middle.latitude * stepsPerDegree) + Int128(y), Int128(90 * stepsPerDegree))
      )
    }
  }

  static func coordinate(_ position: Position, isWrapped: Bool = false) -> Coordinate {
    let longitude = Double(position.x) / stepsPerDegree
    return Coordinate(
      longitude: isWrapped && longitude > 180 ? longitude - 360 : longitude,
      latitude: Double(position.y) / stepsPerDegree)
  }

  /// Polygons by feature, each of a shell and perhaps holes.
  struct Map {
    var features: [[[[Position]]]]

    var column: GeometryColumn {
      GeometryColumn(
        features: features.map { polygons in
          polygons.flatMap { rings in
            rings.enumerated().map { number, ring in
              (number == 0 ? .shell : .hole, ring.map { ContainmentSanityTests.coordinate($0) })
            }
          }
        })
    }

    func features(containing position: Position) -> [Int] {
      features.indices.filter { feature in
        features[feature].contains { PlainPolygons.holds($0, position.x, position.y) }
      }
    }
  }

  /// Slices of a pie: triangles that share a vertex and two edges with their neighbours, some with a triangle cut out.
  static func pie(_ place: Place, radius: Int, _ random: inout SeededGenerator) -> Map {
    let middle = (random.integer(-radius / 4...radius / 4), random.integer(-radius / 4...radius / 4))
    let rim = (0..<random.integer(3...14)).map { _ in
      (random.integer(-radius...radius), random.integer(-radius...radius))
    }.sorted {
      atan2(Double($0.1 - middle.1), Double($0.0 - middle.0)) < atan2(Double($1.1 - middle.1), Double($1.0 - middle.0))
    }
    return Map(
      features: rim.indices.map { number in
        let slice = [middle, rim[number], rim[(number + 1) % rim.count], middle]
        // Half-way to the middle of the slice, so that holes touch the shell only where the slice is a sliver.
        let inner = (0..<3).map { corner in
          ((slice[corner].0 + slice[(corner + 1) % 3].0) / 2, (slice[corner].1 + slice[(corner + 1) % 3].1) / 2)
        }
        let rings = random.integer(0...2) == 0 ? [slice, inner + [inner[0]]] : [slice]
        return [rings.map { $0.map { place.position($0.0, $0.1) } }]
      })
  }

  /// Rings of random positions, that cross themselves and each other as they like; holes stay in the box of their shell.
  static func tangle(_ place: Place, radius: Int, _ random: inout SeededGenerator) -> Map {
    Map(
      features: (0..<8).map { number in
        if number == 5 { return [] }
        let corner = (random.integer(-radius...0), random.integer(-radius...0))
        let side = random.integer(1...radius)
        func ring(_ count: Int) -> [Position] {
          let open = (0..<count).map { _ in
            place.position(corner.0 + random.integer(0...side), corner.1 + random.integer(0...side))
          }
          return open + [open[0]]
        }
        // The corners of the box are in the shell, so that nothing of a hole is outside.
        let frame = [(0, 0), (side, 0), (side, side), (0, side)].map {
          place.position(corner.0 + $0.0, corner.1 + $0.1)
        }
        let shell = frame + ring(random.integer(1...20)) + [frame[0]]
        return [random.integer(0...1) == 0 ? [shell] : [shell, ring(random.integer(3...9))]]
      })
  }

  /// Vertices, places on edges, and those a step beside them; anywhere near.
  static func questions(_ map: Map, _ place: Place, radius: Int, _ random: inout SeededGenerator) -> [Position] {
    let rings = map.features.flatMap { $0 }.flatMap { $0 }
    return (0..<120).map { number in
      guard number % 4 > 0, let ring = rings.randomElement(using: &random) else {
        return place.position(random.integer(-radius...radius), random.integer(-radius...radius))
      }
      let edge = random.integer(0...(ring.count - 2))
      let (a, b) = (ring[edge], ring[edge + 1])
      let part = Int128(random.integer(0...4))
      let on = (x: a.x + (b.x - a.x) * part / 4, y: a.y + (b.y - a.y) * part / 4)
      let beside = (x: on.x + Int128(random.integer(-1...1)), y: on.y + Int128(random.integer(-1...1)))
      return (beside.x, min(beside.y, Int128(90 * stepsPerDegree)))
    }
  }

  // A dozen steps are 1e-8 degrees; 2^26 steps are a sixteenth of a degree.
  @Test(arguments: Place.allCases, [12, 1 << 14, 1 << 26])
  func `polygons hold what whole numbers say`(place: Place, radius: Int) {
    var random = SeededGenerator(seed: UInt64(radius) &+ UInt64(place.rawValue.count))
    var (found, asked) = (0, 0)
    for round in 0..<24 {
      let map =
        round % 2 == 0
        ? Self.pie(place, radius: radius, &random) : Self.tangle(place, radius: radius, &random)
      PolygonIndex(map.column).withSearch { search in
        for position in Self.questions(map, place, radius: radius, &random) {
          let expected = map.features(containing: position)
          let point = Self.coordinate(position, isWrapped: true)
          #expect(search.features(containing: point) == expected, "\(point)")
          #expect(search.lowestFeature(containing: point) == expected.first, "\(point)")
          asked += 1
          found += expected.isEmpty ? 0 : 1
        }
      }
    }
    #expect(found > asked / 5 && found < asked)
  }
}
