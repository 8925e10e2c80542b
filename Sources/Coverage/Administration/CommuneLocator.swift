import Geospatial

/// Guesses the commune around a place from the points and boxes of communes.
///
/// The boxes of neighbours overlap, and points are geocoded, so this is a guess that must be marked as one.
struct CommuneLocator {
  private static let cellsPerDegree = 10.0

  private struct Cell: Hashable {
    var column: Int32
    var row: Int32
  }

  private let units: AdministrativeUnits
  private var communesByCell: [Cell: [Int32]] = [:]

  /// A locator of the communes of before July 2025 that have a point and bounds.
  init(_ units: AdministrativeUnits) {
    self.units = units
    for (index, commune) in units.communes.enumerated() where commune.point != nil {
      guard let bounds = commune.bounds, !bounds.isEmpty else { continue }
      let (first, last) = (
        Self.cell(Coordinate(longitude: bounds.west, latitude: bounds.south)),
        Self.cell(Coordinate(longitude: bounds.east, latitude: bounds.north))
      )
      for column in first.column...last.column {
        for row in first.row...last.row {
          communesByCell[Cell(column: column, row: row), default: []].append(Int32(truncatingIfNeeded: index))
        }
      }
    }
  }

  /// The commune whose point is nearest of those within whose bounds `place` lies, of equally near ones the first; only
  /// `candidates` count where given. Nil when the place is in the bounds of none.
  func commune(around place: Coordinate, among candidates: Set<Int>? = nil) -> Int? {
    guard place.isOnEarth else { return nil }
    var best: (commune: Int, distanceMetres: Double)?
    for index in communesByCell[Self.cell(place)] ?? [] {
      let index = Int(index)
      guard candidates?.contains(index) ?? true, let bounds = units.communes[index].bounds, bounds.contains(place),
        let point = units.communes[index].point
      else { continue }
      let distance = Geodesic.distance(place, point)
      if distance < best?.distanceMetres ?? .infinity { best = (index, distance) }
    }
    return best?.commune
  }

  private static func cell(_ place: Coordinate) -> Cell {
    Cell(
      column: Int32((place.longitude * cellsPerDegree).rounded(.down)),
      row: Int32((place.latitude * cellsPerDegree).rounded(.down)))
  }
}
