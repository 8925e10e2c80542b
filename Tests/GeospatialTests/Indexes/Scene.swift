@testable import Geospatial

/// Layers on which an index may stumble, each made from a seed.
enum Scene: String, CaseIterable, Sendable {
  case vietnam, coincident, duplicatesAndReversed, zeroLength, collinear, hairsBreadth, antimeridian, northPole
  case southPole, longEdges, world, mixed, gaps, empty

  /// Where the layer lies.
  var box: BoundingBox {
    switch self {
    case .antimeridian: BoundingBox(west: 179, south: -17, east: 181, north: -15)
    case .northPole: BoundingBox(west: -180, south: 89.5, east: 180, north: 90)
    case .southPole: BoundingBox(west: -180, south: -90, east: 180, north: -89)
    case .longEdges, .world: BoundingBox(west: -180, south: -90, east: 180, north: 90)
    case .coincident, .hairsBreadth: BoundingBox(west: 105, south: 21, east: 105.001, north: 21.001)
    default: BoundingBox(west: 103, south: 20, east: 105, north: 22)
    }
  }

  func position(_ random: inout SeededGenerator) -> Coordinate {
    var position = random.coordinate(in: box)
    if position.longitude > 180 { position.longitude -= 360 }
    return position
  }

  /// A layer of lines, with points among them in some scenes.
  func lines(_ random: inout SeededGenerator) -> GeometryColumn {
    guard self != .empty else { return GeometryColumn(features: [[], [], []]) }
    var features: [[(GeometryColumn.PartKind, [Coordinate])]] = []
    for number in 0..<40 {
      let line = self.line(number, &random)
      switch self {
      case .duplicatesAndReversed:
        features.append([(.line, line)])
        features.insert([(.line, line.reversed())], at: random.integer(0...features.count))
      case .mixed:
        features.append([(.point, [position(&random)]), (.line, line), (.point, [line[0]])])
      case .gaps:
        features.append(number % 3 == 0 ? [] : [(.line, line), (.line, [line[0], line[0]])])
      default: features.append([(.line, line)])
      }
    }
    return GeometryColumn(features: features)
  }

  private func line(_ number: Int, _ random: inout SeededGenerator) -> [Coordinate] {
    let start = position(&random)
    switch self {
    case .coincident: return Array(repeating: Coordinate(longitude: 105.0005, latitude: 21.0005), count: number % 5 + 1)
    case .zeroLength: return Array(repeating: start, count: number % 12 + 1)
    case .collinear:
      return (0...(number % 20 + 1)).map { Coordinate(longitude: 103.5 + Double($0) / 16, latitude: 21) }
    case .hairsBreadth:
      return (0...(number % 12 + 1)).map { step in
        Coordinate(longitude: 105 + Double(step) * 1e-9, latitude: 21 + Double(number) * 1e-9)
      }
    case .longEdges: return (0..<random.integer(2...4)).map { _ in position(&random) }
    default:
      var line = [start]
      for _ in 0..<random.integer(1...25) {
        let last = line[line.count - 1]
        line.append(
          Geodesic.direct(
            from: last, azimuthDegrees: random.double(-180...180), distanceMetres: random.double(0...3_000)
          ).coordinate)
      }
      return line
    }
  }

  /// Places to ask about: anywhere in the layer, its own vertices, a hair beside them, between them, far away.
  func questions(_ column: GeometryColumn, count: Int, _ random: inout SeededGenerator) -> [Coordinate] {
    (0..<count).map { _ in
      guard let vertex = column.coordinates.randomElement(using: &random) else { return position(&random) }
      switch random.integer(0...9) {
      case 0: return vertex
      case 1: return Coordinate(longitude: vertex.longitude + 1e-9, latitude: vertex.latitude)
      case 2:
        let other = column.coordinates.randomElement(using: &random) ?? vertex
        return Coordinate(
          longitude: (vertex.longitude + other.longitude) / 2, latitude: (vertex.latitude + other.latitude) / 2)
      case 3: return Coordinate(longitude: random.double(-180...180), latitude: random.double(-90...90))
      default: return position(&random)
      }
    }
  }
}
