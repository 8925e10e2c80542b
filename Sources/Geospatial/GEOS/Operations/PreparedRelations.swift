import CGEOS

/// Relations of the nine-intersection model, as OGC 06-103r4, 6.1.15 defines them.
extension PreparedGeometry {
  /// Whether this geometry lies inside `other` and not on its border alone.
  public func isWithin(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared within") { GEOSPreparedWithin_r($0, handle, other.handle) }
  }

  /// Whether the two share points of their borders and none of their insides.
  public func touches(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared touches") { GEOSPreparedTouches_r($0, handle, other.handle) }
  }

  /// Whether the two share some but not all points of their insides, and what they share has fewer dimensions than the
  /// greater of them.
  public func crosses(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared crosses") { GEOSPreparedCrosses_r($0, handle, other.handle) }
  }

  /// Whether the two have the same dimension and share some but not all points, in that dimension.
  public func overlaps(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared overlaps") { GEOSPreparedOverlaps_r($0, handle, other.handle) }
  }
}

extension GEOSGeometry {
  /// Whether the two have the same points, whatever the order of their vertices.
  public func equalsTopologically(_ other: GEOSGeometry) throws -> Bool {
    try context.predicate("equals") { GEOSEquals_r($0, handle, other.handle) }
  }
}
