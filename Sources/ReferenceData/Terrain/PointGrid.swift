import Geospatial

/// Numbered positions in square cells of degrees, to find those near a place.
///
/// The dictionary is only looked up and never iterated, so answers come in the same order on every run.
struct PointGrid {
  private struct Cell: Hashable {
    let column: Int32
    let row: Int32
  }

  /// About 2.2 km: a search for 1 km visits four cells at most.
  private static let cellDegrees = 0.02
  /// **Metres** to a degree at the northernmost village, where meridians are closest; shorter ones are searched wider.
  private static let leastMetresPerDegree = 101_000.0

  private var cells: [Cell: [Int]] = [:]
  private(set) var positions: [Coordinate] = []

  init(_ positions: [Coordinate] = []) {
    for position in positions { insert(position) }
  }

  /// Adds a position, whose number is the count of those before.
  mutating func insert(_ position: Coordinate) {
    cells[Self.cell(position.longitude, position.latitude), default: []].append(positions.count)
    positions.append(position)
  }

  /// The numbers of the positions in a box and perhaps a little outside of it, in a fixed order.
  func candidates(in box: BoundingBox, marginMetres: Double) -> [Int] {
    let margin = marginMetres / Self.leastMetresPerDegree
    let low = Self.cell(box.west - margin, box.south - margin)
    let high = Self.cell(box.east + margin, box.north + margin)
    var found: [Int] = []
    for row in low.row...high.row {
      for column in low.column...high.column {
        found += cells[Cell(column: column, row: row)] ?? []
      }
    }
    return found
  }

  /// The numbers of the positions at most `metres` from a place.
  func within(metres: Double, of place: Coordinate) -> [Int] {
    let box = BoundingBox(
      west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
    let frame = LocalFrame(at: place)
    return candidates(in: box, marginMetres: metres).filter { frame.offset(of: positions[$0]).metres <= metres }
  }

  private static func cell(_ longitude: Double, _ latitude: Double) -> Cell {
    Cell(
      column: Int32((longitude / cellDegrees).rounded(.down)), row: Int32((latitude / cellDegrees).rounded(.down)))
  }
}
