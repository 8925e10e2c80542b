import CGEOS

/// A geometry with an index of its own, for asking many times where positions lie.
///
/// ```swift
/// let coverage = try PreparedGeometry(polygon)
/// let served = try villages.filter { try coverage.covers($0) }
/// ```
///
/// The index is built by the first question, O(n log n) in the vertices; a question about a position is O(log n). Not
/// Sendable: each task prepares its own.
public final class PreparedGeometry {
  /// The geometry asked about.
  public let geometry: GEOSGeometry
  let handle: OpaquePointer

  /// Prepares `geometry`, which stays alive as long as this object.
  public init(_ geometry: GEOSGeometry) throws {
    self.geometry = geometry
    handle = try geometry.context.pointer("prepare") { GEOSPrepare_r($0, geometry.handle) }
  }

  deinit {
    GEOSPreparedGeom_destroy_r(geometry.context.handle, handle)
  }

  /// Whether `coordinate` lies inside; the border of a polygon does not count.
  public func contains(_ coordinate: Coordinate) throws -> Bool {
    try contains(GEOSGeometry(coordinate, in: geometry.context))
  }

  /// Whether `coordinate` lies inside or on the border.
  public func covers(_ coordinate: Coordinate) throws -> Bool {
    try covers(GEOSGeometry(coordinate, in: geometry.context))
  }

  /// Whether `coordinate` is a point of the geometry: for a single position the same as `covers`.
  public func intersects(_ coordinate: Coordinate) throws -> Bool {
    try intersects(GEOSGeometry(coordinate, in: geometry.context))
  }

  /// Whether `other` lies inside and not on the border alone.
  public func contains(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared contains") { GEOSPreparedContains_r($0, handle, other.handle) }
  }

  /// Whether every point of `other` lies inside or on the border.
  public func covers(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared covers") { GEOSPreparedCovers_r($0, handle, other.handle) }
  }

  /// Whether the two share a point.
  public func intersects(_ other: GEOSGeometry) throws -> Bool {
    try geometry.context.predicate("prepared intersects") { GEOSPreparedIntersects_r($0, handle, other.handle) }
  }
}

@available(*, unavailable)
extension PreparedGeometry: Sendable {}
