import Geospatial

/// Lines, and points, that can be asked for the place nearest to a point.
struct LineIndex: Sendable {
  private let column: GeometryColumn
  private let index: SegmentIndex
  private let lattice: Lattice

  /// A line, or a point, and the place of it that is nearest.
  struct Answer: Sendable {
    /// The feature of the column.
    var feature: Int
    var place: NearestPlace
  }

  /// An index over a column of one part to a feature. O(n).
  init(_ column: GeometryColumn, lattice: Lattice) {
    self.column = column
    self.lattice = lattice
    index = SegmentIndex(column)
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { column.count == 0 }

  /// How far the nearest feature is, in **metres**; nil when it is farther than the limit.
  func distance(to point: Coordinate, within limitMetres: Double, _ search: inout SegmentIndex.Search) -> Double? {
    search.nearest(to: point, within: limitMetres)?.distanceMetres
  }

  /// The nearest place within the limit.
  func nearest(
    to point: Coordinate, within limitMetres: Double, _ search: inout SegmentIndex.Search
  ) -> Answer? {
    search.nearest(to: point, within: limitMetres).map { answer(feature: $0.feature, to: point) }
  }

  /// The nearest place of every feature within the limit, nearest feature first.
  func all(within limitMetres: Double, of point: Coordinate, _ search: inout SegmentIndex.Search) -> [Answer] {
    search.features(within: limitMetres, of: point).map { answer(feature: $0.feature, to: point) }
  }

  /// Lends a search to `body`.
  func withSearch<Result, Failure: Error>(
    _ body: (inout SegmentIndex.Search) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try index.withSearch(body)
  }

  private func answer(feature: Int, to point: Coordinate) -> Answer {
    let line = column.coordinates[column.coordinates(ofFeature: feature)]
    return Answer(feature: feature, place: NearestPlace(on: line, to: point, lattice: lattice))
  }
}
