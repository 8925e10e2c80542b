import Geospatial

/// The segments of finished features in cells of degrees, to measure how far a place is from them.
struct SegmentGrid {
  private struct Cell: Hashable {
    let column: Int32
    let row: Int32
  }

  private static let cellDegrees = 0.02
  /// **Metres** to a degree of longitude at 23.4° N, the northern tip of the country.
  private static let leastMetresPerDegree = 101_000.0

  private var cells: [Cell: [Int32]] = [:]
  private var starts: [Coordinate] = []
  private var ends: [Coordinate] = []

  /// Adds the points and lines among features.
  init(_ features: [Feature]) {
    for feature in features {
      switch feature.shape {
      case .point(let position): insert(position, position)
      case .line(let line): for (a, b) in zip(line, line.dropFirst()) { insert(a, b) }
      case .polygons: break
      }
    }
  }

  /// **Metres** to the nearest segment, or infinity if none is nearer than `limitMetres`.
  func metres(from place: Coordinate, limitMetres: Double) -> Double {
    let margin = limitMetres / Self.leastMetresPerDegree
    let frame = LocalFrame(at: place)
    var least = Double.infinity
    for row in Self.cell(place.latitude - margin)...Self.cell(place.latitude + margin) {
      for column in Self.cell(place.longitude - margin)...Self.cell(place.longitude + margin) {
        for index in cells[Cell(column: column, row: row)] ?? [] {
          least = min(least, frame.metresToSegment(starts[Int(index)], ends[Int(index)]))
        }
      }
    }
    return least <= limitMetres ? least : .infinity
  }

  private mutating func insert(_ a: Coordinate, _ b: Coordinate) {
    let index = Int32(truncatingIfNeeded: starts.count)
    starts.append(a)
    ends.append(b)
    for row in Self.cell(min(a.latitude, b.latitude))...Self.cell(max(a.latitude, b.latitude)) {
      for column in Self.cell(min(a.longitude, b.longitude))...Self.cell(max(a.longitude, b.longitude)) {
        cells[Cell(column: column, row: row), default: []].append(index)
      }
    }
  }

  private static func cell(_ degrees: Double) -> Int32 { Int32((degrees / cellDegrees).rounded(.down)) }
}
