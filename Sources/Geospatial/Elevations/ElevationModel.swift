import Glibc

/// A terrain model of one or many grids: the height of the ground at any position, in **metres** above sea level.
///
/// Where grids overlap the first one that has a height counts.
public struct ElevationModel: Sendable {
  /// The grids, in the order in which they are asked.
  public let grids: [ElevationGrid]
  /// The shortest distance between neighbouring samples of any grid, in **metres**; infinite without grids.
  public let spacingMetres: Double
  /// The grids that reach into each square degree.
  private let cells: [Cell: [Int]]

  private struct Cell: Hashable {
    var west: Int
    var south: Int
  }

  /// A model of grids.
  public init(_ grids: [ElevationGrid]) {
    self.grids = grids
    spacingMetres = grids.reduce(.infinity) { min($0, $1.spacingMetres) }
    var cells: [Cell: [Int]] = [:]
    for (index, grid) in grids.enumerated() {
      let box = grid.boundingBox
      for west in Self.degrees(box.west, box.east) {
        for south in Self.degrees(box.south, box.north) {
          cells[Cell(west: west, south: south), default: []].append(index)
        }
      }
    }
    self.cells = cells
  }

  private static func degrees(_ low: Double, _ high: Double) -> ClosedRange<Int> {
    let first = Int(max(-1_000, (low - 1e-6).rounded(.down)))
    return first...max(first, Int(min(1_000, (high + 1e-6).rounded(.down))))
  }

  /// The height at a position, in **metres**; nil where no grid has one. O(1) for tiles that do not overlap.
  public func elevation(at coordinate: Coordinate) -> Double? {
    guard coordinate.isOnEarth else { return nil }
    let cell = Cell(west: Int(coordinate.longitude.rounded(.down)), south: Int(coordinate.latitude.rounded(.down)))
    for index in cells[cell] ?? [] {
      if let elevation = grids[index].elevation(at: coordinate) { return elevation }
    }
    return nil
  }
}
