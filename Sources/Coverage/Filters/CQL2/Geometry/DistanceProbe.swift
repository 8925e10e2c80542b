import Geospatial

extension CQL2 {
  /// A geometry of a filter that distances are measured to, in geodesic **metres**.
  struct DistanceProbe {
    private let index: DistanceIndex
    /// The vertices of the geometry.
    private let vertices: [Coordinate]
    /// The one point that it is; nil when it is anything else.
    private let point: Coordinate?
    private let spatial: SpatialProbe

    init(_ literal: GeometryColumn, index: DistanceIndex, in context: GEOSContext) throws {
      self.index = index
      vertices = literal.coordinates
      point = literal.coordinates.count == 1 ? literal.coordinates[0] : nil
      spatial = try SpatialProbe(feature: 0, of: literal, in: context)
    }

    /// The shortest distance from the geometry of a feature, in **metres**, 0 where the two meet; NaN for a feature
    /// without geometry.
    ///
    /// Where neither is a point and they do not meet, a vertex of one is as near to the other as any point: geodesics
    /// that do not cross come nearest at an end of one of them.
    ///
    /// - Throws: ``EvaluationError`` where GEOS cannot tell whether they meet.
    func metres(_ feature: Int, of column: GeometryColumn) throws -> Double {
      let coordinates = column.coordinates(ofFeature: feature)
      if coordinates.isEmpty { return .nan }
      let isPoint = column.partKinds[column.parts(ofFeature: feature).lowerBound] == .point
      if coordinates.count == 1, isPoint {
        let own = column.coordinates[coordinates.lowerBound]
        return point.map { Geodesic.distance(own, $0) } ?? index.nearest(to: own)?.distanceMetres ?? .nan
      }
      if try spatial.truth(.intersects, feature, of: column) == .yes { return 0 }
      var least = Double.infinity
      for vertex in coordinates {
        guard let near = index.nearest(to: column.coordinates[vertex]) else { continue }
        least = min(least, near.distanceMetres)
      }
      var alone = GeometryColumn()
      alone.appendFeature(feature, of: column)
      let own = DistanceIndex(alone)
      for vertex in vertices {
        guard let near = own.nearest(to: vertex) else { continue }
        least = min(least, near.distanceMetres)
      }
      return least.isFinite ? least : .nan
    }
  }
}
