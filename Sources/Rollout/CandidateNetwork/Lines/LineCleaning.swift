import Geospatial

/// Lines fit to be noded: every position on earth, none twice in a row, no segment longer than two kilometres.
///
/// A line is cut at a position that is not on earth. Long segments are split along their geodesics, so that what follows may
/// take segments as straight in longitude and latitude: over two kilometres the two differ by 3 cm in Vietnam. The rings of
/// polygons count as lines; points are kept as runs of one position.
struct LineCleaning: Sendable {
  /// Farther than this, in **metres**, no segment is straight.
  static let longestSegmentMetres = 2_000.0

  /// The runs, one feature each, of lines and points.
  private(set) var runs = GeometryColumn()
  /// The feature that each run comes from.
  private(set) var features: [Int32] = []
  /// How many positions were passed over because they are not on earth or repeat the one before.
  private(set) var droppedPositions = 0

  /// Cleans the lines, and where `keepsPoints` is true the points, of a layer. O(n).
  init(_ column: GeometryColumn, keepsPoints: Bool = false) {
    var run: [Coordinate] = []
    for feature in 0..<column.count {
      for part in column.parts(ofFeature: feature) {
        let isPoint = column.partKinds[part] == .point
        if isPoint, !keepsPoints { continue }
        run.removeAll(keepingCapacity: true)
        for index in column.coordinates(ofPart: part) {
          let position = column.coordinates[index]
          if !position.isOnEarth {
            droppedPositions += 1
            close(&run, of: feature, isPoint: isPoint)
          } else if position == run.last {
            droppedPositions += 1
          } else {
            run.append(position)
            if isPoint { close(&run, of: feature, isPoint: true) }
          }
        }
        close(&run, of: feature, isPoint: isPoint)
      }
    }
  }

  private mutating func close(_ run: inout [Coordinate], of feature: Int, isPoint: Bool) {
    if run.count > 1 {
      runs.coordinates.append(contentsOf: Geodesic.split(run, longestMetres: Self.longestSegmentMetres))
      runs.closePart(.line)
    } else if isPoint, let position = run.first {
      runs.append(position)
      runs.closePart(.point)
    } else {
      run.removeAll(keepingCapacity: true)
      return
    }
    runs.closeFeature()
    features.append(Int32(truncatingIfNeeded: feature))
    run.removeAll(keepingCapacity: true)
  }
}
