import Geospatial

extension CQL2 {
  /// A geometry of a filter, prepared to be compared with many features.
  final class SpatialProbe {
    private let context: GEOSContext
    private let prepared: [PreparedGeometry]
    private let box: BoundingBox
    /// The whole world where the geometry was cut at the antimeridian.
    private static let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)

    /// The geometry of a feature of a column.
    ///
    /// - Throws: `GEOSError` where GEOS cannot hold it.
    init(feature: Int, of column: GeometryColumn, in context: GEOSContext) throws {
      self.context = context
      let own = column.boundingBox(ofFeature: feature)
      prepared = try Shape(feature: feature, of: column, in: context).pieces.map { try PreparedGeometry($0) }
      box = own.west < -180 || own.east > 180 ? Self.world : own
    }

    /// Whether `relation` holds of the geometry of a feature and this one; NULL for a feature without geometry.
    ///
    /// - Throws: ``EvaluationError`` where GEOS cannot tell.
    func truth(_ relation: SpatialRelation, _ feature: Int, of column: GeometryColumn) throws -> Truth {
      let parts = column.parts(ofFeature: feature)
      if parts.isEmpty { return .unknown }
      let own = column.boundingBox(ofFeature: feature)
      // 180 degrees east and west are one meridian, but GEOS is asked about a plane, and so is this.
      if own.west >= -180, own.east <= 180, !own.intersects(box) { return Truth(relation == .disjoint) }
      do {
        let shape: [GEOSGeometry] =
          parts.count == 1 && column.partKinds[parts.lowerBound] == .point
          ? [try GEOSGeometry(column.coordinates[column.coordinates(ofPart: parts.lowerBound).lowerBound], in: context)]
          : try Shape(feature: feature, of: column, in: context).pieces
        return Truth(try holds(relation, shape, feature))
      } catch let error as GEOSError {
        throw EvaluationError(feature: feature, problem: "its geometry cannot be compared: \(error)")
      }
    }

    private func holds(_ relation: SpatialRelation, _ shape: [GEOSGeometry], _ feature: Int) throws -> Bool {
      switch relation {
      case .intersects: return try intersects(shape)
      case .disjoint: return try !intersects(shape)
      default: break
      }
      guard shape.count == 1, prepared.count == 1 else {
        throw EvaluationError(
          feature: feature,
          problem: "it is a GeometryCollection of different kinds; \(relation.rawValue) takes one kind")
      }
      let (geometry, prepared) = (shape[0], prepared[0])
      switch relation {
      case .within: return try prepared.contains(geometry)
      case .contains: return try prepared.isWithin(geometry)
      case .touches: return try prepared.touches(geometry)
      case .crosses: return try prepared.crosses(geometry)
      case .overlaps: return try prepared.overlaps(geometry)
      case .equals: return try prepared.geometry.equalsTopologically(geometry)
      case .intersects, .disjoint: return false
      }
    }

    private func intersects(_ shape: [GEOSGeometry]) throws -> Bool {
      for piece in prepared {
        for geometry in shape where try piece.intersects(geometry) { return true }
      }
      return false
    }
  }
}
