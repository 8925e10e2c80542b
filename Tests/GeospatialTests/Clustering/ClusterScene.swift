import Foundation

@testable import Geospatial

/// Positions to be clustered, made from a seed, and clusters by the definitions, pair by pair.
struct ClusterScene: Sendable, CustomStringConvertible {
  /// Where positions lie.
  enum Place: String, CaseIterable, Sendable {
    case vietnam, antimeridian, northPole, southPole, wholeEarth
  }

  let place: Place
  let reachMetres: Double
  let coordinates: [Coordinate]

  /// Positions of which some hundred metres to some hundred kilometres lie between; among them doubles.
  init(_ place: Place, seed: UInt64, count: Int = 240) {
    var random = SeededGenerator(seed: seed)
    self.place = place
    let radius = place == .wholeEarth ? 20_000_000 : pow(10, random.double(3...5.5))
    let centre =
      switch place {
      case .vietnam, .wholeEarth: Coordinate(longitude: 103.5, latitude: 21.7)
      case .antimeridian: Coordinate(longitude: 179.9999, latitude: -17)
      case .northPole: Coordinate(longitude: 20, latitude: 89.9999)
      case .southPole: Coordinate(longitude: -100, latitude: -89.99)
      }
    var coordinates: [Coordinate] = []
    for _ in 0..<count {
      if let old = coordinates.randomElement(using: &random), random.integer(0...19) == 0 {
        coordinates.append(old)
        continue
      }
      let far = Geodesic.direct(
        from: centre, azimuthDegrees: random.double(-180...180),
        distanceMetres: radius * random.double(0...1).squareRoot())
      coordinates.append(far.coordinate)
    }
    self.coordinates = coordinates
    // Near where clusters begin to run together, so that there are many of many sizes.
    reachMetres = min(200_000, radius / Double(count).squareRoot() * random.double(0.6...1.6))
  }

  var description: String { "\(place), \(coordinates.count) positions, reach \(reachMetres) m" }

  /// The distances of all pairs in **metres**, by Karney's method.
  var distances: [[Double]] {
    coordinates.map { a in coordinates.map { b in Geodesic.distance(a, b) } }
  }

  static func scenes(seeds: ClosedRange<UInt64>) -> [ClusterScene] {
    Place.allCases.flatMap { place in seeds.map { ClusterScene(place, seed: $0) } }
  }

  /// The components of the graph that joins pairs within reach of those that `takesPart`, each named by its lowest
  /// position; -1 for others.
  func components(_ distances: [[Double]], takesPart: [Bool]) -> [Int] {
    var names = coordinates.indices.map { takesPart[$0] ? $0 : -1 }
    var changed = true
    while changed {
      changed = false
      for a in coordinates.indices where takesPart[a] {
        for b in 0..<a where takesPart[b] && distances[a][b] <= reachMetres && names[a] != names[b] {
          let least = min(names[a], names[b])
          (names[a], names[b], changed) = (least, least, true)
        }
      }
    }
    return names
  }
}
