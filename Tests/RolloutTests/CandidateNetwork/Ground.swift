import Geospatial

@testable import Rollout

/// Places by **metres** east and north of 105° E, 21° N, and layers of them.
enum Ground {
  static func place(_ east: Double, _ north: Double) -> Coordinate {
    let origin = Coordinate(longitude: 105, latitude: 21)
    let along = Geodesic.direct(from: origin, azimuthDegrees: 0, distanceMetres: north).coordinate
    return Geodesic.direct(from: along, azimuthDegrees: 90, distanceMetres: east).coordinate
  }

  /// A layer of lines, each given by metres east and north.
  static func lines(_ lines: [(Double, Double)]...) -> GeometryColumn {
    layer(lines.map { $0.map { place($0.0, $0.1) } })
  }

  static func layer(_ lines: [[Coordinate]]) -> GeometryColumn {
    var column = GeometryColumn()
    for line in lines {
      line.forEach { column.append($0) }
      column.closePart(line.count == 1 ? .point : .line)
      column.closeFeature()
    }
    return column
  }

  /// A layer of one rectangle.
  static func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> GeometryColumn {
    var column = GeometryColumn()
    for corner in [(west, south), (east, south), (east, north), (west, north), (west, south)] {
      column.append(place(corner.0, corner.1))
    }
    column.closePart(.shell)
    column.closeFeature()
    return column
  }
}

extension CandidateNetwork {
  /// The edges of a kind.
  func edges(_ kind: EdgeKind) -> [Int] { (0..<edgeCount).filter { kinds[$0] == kind } }

  /// The edges at a vertex.
  func edges(at vertex: Int) -> [Int] {
    (0..<edgeCount).filter { Int(tails[$0]) == vertex || Int(heads[$0]) == vertex }
  }

  /// The least cable from the root to every vertex, in **metres**, by relaxing every edge until nothing changes.
  func leastCableMetres(edge weight: (Int) -> Double? = { _ in nil }) -> [Double] {
    var least = [Double](repeating: .infinity, count: vertices.count)
    least[Self.root] = 0
    var changes = true
    while changes {
      changes = false
      for edge in 0..<edgeCount {
        let (a, b, metres) = (Int(tails[edge]), Int(heads[edge]), weight(edge) ?? cableMetres[edge])
        if least[a] + metres < least[b] - 1e-9 { (least[b], changes) = (least[a] + metres, true) }
        if least[b] + metres < least[a] - 1e-9 { (least[a], changes) = (least[b] + metres, true) }
      }
    }
    return least
  }
}
