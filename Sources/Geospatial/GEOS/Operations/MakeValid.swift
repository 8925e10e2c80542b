import CGEOS

/// How GEOS repairs an invalid polygon.
public enum MakeValidMethod: Sendable {
  /// Nodes all rings and keeps what lies inside an odd number of them: the two triangles of a bow-tie, and a hole where
  /// two parts of a MultiPolygon overlap.
  case linework
  /// Repairs each ring, then joins shells and subtracts holes: overlapping parts are merged.
  case structure
}

extension GEOSGeometry {
  /// The geometry repaired so that it is valid; one that is valid comes back the same in shape.
  ///
  /// A repaired polygon may shed lines and points, such as a spike of no width. They are dropped unless
  /// `keepsLowerDimensions`; a polygon without area then becomes an empty MultiPolygon.
  public func madeValid(
    method: MakeValidMethod = .linework, keepsLowerDimensions: Bool = false
  ) throws -> GEOSGeometry {
    let parameters = try context.pointer("make valid") { GEOSMakeValidParams_create_r($0) }
    defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    let flag = method == .linework ? GEOS_MAKE_VALID_LINEWORK : GEOS_MAKE_VALID_STRUCTURE
    guard GEOSMakeValidParams_setMethod_r(context.handle, parameters, flag) == 1 else {
      throw context.failure("make valid")
    }
    let repaired = try context.geometry("make valid") { GEOSMakeValidWithParams_r($0, handle, parameters) }
    let isPolygonal = kind == .polygon || kind == .multiPolygon
    return isPolygonal && !keepsLowerDimensions ? try repaired.polygonsOnly() : repaired
  }

  /// The polygons among the members; the geometry itself when it has nothing else.
  public func polygonsOnly() throws -> GEOSGeometry {
    if kind == .polygon || kind == .multiPolygon { return self }
    var column = GeometryColumn()
    try append(to: &column)
    var kept = GeometryColumn()
    for part in column.parts(ofFeature: 0) where [.shell, .hole].contains(column.partKinds[part]) {
      kept.coordinates.append(contentsOf: column.coordinates[column.coordinates(ofPart: part)])
      kept.closePart(column.partKinds[part])
    }
    kept.closeFeature()
    if kept.parts(ofFeature: 0).isEmpty { return try GEOSParts.collection(GEOS_MULTIPOLYGON, [], in: context) }
    return try GEOSGeometry(feature: 0, of: kept, in: context)
  }
}
