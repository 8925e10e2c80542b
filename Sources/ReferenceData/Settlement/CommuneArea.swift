import Geospatial

/// Where a commune's villages may stand: the ellipse inside its bounds.
///
/// The corners of a bounding box mostly belong to the neighbours, or to the neighbouring country.
struct CommuneArea {
  /// The ellipse as a share of the box; smaller at the border, where a corner lies abroad.
  private static let share = 0.92
  private static let borderShare = 0.68

  let bounds: BoundingBox
  private let limit: Double

  init(_ settled: SettledCommune) {
    bounds = settled.commune.bounds
    let share = settled.isBorder ? Self.borderShare : Self.share
    // A centre outside of the ellipse widens it, so that a valley can start there.
    limit = max(share * share, Self.squaredRadius(settled.commune.point, settled.commune.bounds) + 0.05)
  }

  /// Whether a village may stand at a position; such a position is inside the bounds.
  func contains(_ position: Coordinate) -> Bool {
    bounds.contains(position) && Self.squaredRadius(position, bounds) <= limit
  }

  private static func squaredRadius(_ position: Coordinate, _ box: BoundingBox) -> Double {
    let x = (2 * position.longitude - box.west - box.east) / (box.east - box.west)
    let y = (2 * position.latitude - box.south - box.north) / (box.north - box.south)
    return x * x + y * y
  }
}
