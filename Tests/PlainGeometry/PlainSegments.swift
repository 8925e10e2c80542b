import Geospatial

/// The segments of a layer without any index: distances by Karney's geodesics and a search along each segment, which has
/// no method in common with the code under test.
package struct PlainSegments {
  private let column: GeometryColumn
  private let segments: [Segment]

  private struct Segment {
    var feature: Int
    /// Its ends, by their places in the coordinates of the column; the same twice for a lone point.
    var start: Int
    var end: Int
    var lengthMetres: Double
  }

  /// The segments of all lines and rings, and the points as segments of no length.
  package init(_ column: GeometryColumn) {
    self.column = column
    segments = (0..<column.count).flatMap { feature in
      column.parts(ofFeature: feature).flatMap { part in
        let range = column.coordinates(ofPart: part)
        let starts = range.count == 1 ? range : range.dropLast()
        return starts.map { start in
          let end = range.count == 1 ? start : start + 1
          return Segment(
            feature: feature, start: start, end: end,
            lengthMetres: Geodesic.distance(column.coordinates[start], column.coordinates[end]))
        }
      }
    }
  }

  /// A place to measure from.
  package struct Question {
    fileprivate let point: Coordinate
    /// The distance to each coordinate of the column, in **metres**.
    fileprivate let vertexMetres: [Double]
  }

  /// Measures to every vertex, once for all that is asked of `point`.
  package func question(from point: Coordinate) -> Question {
    Question(point: point, vertexMetres: column.coordinates.map { Geodesic.distance(point, $0) })
  }

  /// The distance in **metres** to the nearest segment of a feature, or of all; nil when there is none.
  package func nearestMetres(_ question: Question, feature: Int? = nil) -> Double? {
    // No place of a segment is nearer than this, by the triangle inequality.
    func bound(_ segment: Segment) -> Double {
      (question.vertexMetres[segment.start] + question.vertexMetres[segment.end] - segment.lengthMetres) / 2
    }
    let candidates = segments.filter { feature == nil || $0.feature == feature }.map { ($0, bound($0)) }
      .sorted { $0.1 < $1.1 }
    var nearest: Double?
    for (segment, bound) in candidates {
      if let nearest, bound >= nearest { break }
      let distance = Self.metres(
        from: question.point, toSegment: column.coordinates[segment.start], column.coordinates[segment.end])
      nearest = min(nearest ?? distance, distance)
    }
    return nearest
  }

  /// The distance in **metres** by looking at the geodesic between two positions at many places and closing in on the best.
  package static func metres(from point: Coordinate, toSegment start: Coordinate, _ end: Coordinate) -> Double {
    let path = Geodesic.inverse(from: start, to: end)
    func distance(_ along: Double) -> Double {
      let place = Geodesic.direct(
        from: start, azimuthDegrees: path.initialAzimuthDegrees, distanceMetres: along)
      return Geodesic.distance(point, place.coordinate)
    }
    let ends = min(Geodesic.distance(point, start), Geodesic.distance(point, end))
    guard path.distanceMetres > 0 else { return ends }
    let samples = 24
    let spacing = path.distanceMetres / Double(samples)
    let tried = (0...samples).map { distance(Double($0) * spacing) }
    let best = tried.indices.min { tried[$0] < tried[$1] } ?? 0
    var low = max(0, Double(best - 1) * spacing)
    var high = min(path.distanceMetres, Double(best + 1) * spacing)
    let golden = 0.618_033_988_749_894_9
    while high - low > 0.000_1 {
      let (left, right) = (high - golden * (high - low), low + golden * (high - low))
      if distance(left) < distance(right) { high = right } else { low = left }
    }
    return min(ends, distance((low + high) / 2))
  }
}
