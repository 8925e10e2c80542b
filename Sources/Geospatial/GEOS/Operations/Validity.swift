import CGEOS

/// Whether a geometry keeps the rules of OGC 06-103r4, and where it first breaks them.
public enum GeometryValidity: Equatable, Sendable {
  /// It keeps them.
  case valid
  /// It breaks one: GEOS's name of the rule, as in `Self-intersection`, and where. The place has NaN for both values when
  /// GEOS gives none.
  case invalid(reason: String, at: Coordinate)
}

extension GEOSGeometry {
  /// Whether the geometry is valid.
  public func validity() throws -> GeometryValidity {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let isValid = try context.predicate("check validity") {
      GEOSisValidDetail_r($0, handle, 0, &reason, &location)
    }
    let place = location.map { GEOSGeometry(handle: $0, context: context) }
    defer { if let reason { GEOSFree_r(context.handle, reason) } }
    if isValid { return .valid }
    return .invalid(
      reason: reason.map { String(cString: $0) } ?? "unknown reason",
      at: try place?.firstCoordinate() ?? Coordinate(longitude: .nan, latitude: .nan))
  }

  /// The coordinate of a point; nil when it is empty.
  func firstCoordinate() throws -> Coordinate? {
    var column = GeometryColumn()
    try append(to: &column)
    return column.coordinates.first
  }
}
