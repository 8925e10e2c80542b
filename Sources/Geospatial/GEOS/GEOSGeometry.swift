import CGEOS

/// A geometry in the hands of GEOS, freed with this object.
///
/// Everything is planar: lengths are in the units of the coordinates, so in **degrees** for longitude and latitude.
/// Measures on the ground are those of `Geodesic`. The operations are in `GEOS/Operations`, one per file; each makes a new
/// geometry and leaves this one as it is, and each throws a `GEOSError` that names it.
///
/// Not Sendable: a geometry belongs to the task of its context.
public final class GEOSGeometry {
  /// What a geometry is, as in OGC 06-103r4, 6.1.
  public enum Kind: Hashable, Sendable {
    case point, lineString, linearRing, polygon, multiPoint, multiLineString, multiPolygon, geometryCollection
    /// A curve, which only newer versions of GEOS have.
    case other
  }

  /// The context it was made with.
  public let context: GEOSContext
  let handle: OpaquePointer
  /// Whether `deinit` frees the handle.
  private var isOwner = true

  /// Takes over `handle`.
  init(handle: OpaquePointer, context: GEOSContext) {
    self.handle = handle
    self.context = context
  }

  deinit {
    if isOwner { GEOSGeom_destroy_r(context.handle, handle) }
  }

  /// Gives the handle away to a GEOS call that takes ownership; the geometry is not used afterwards.
  func released() -> OpaquePointer {
    isOwner = false
    return handle
  }

  /// A point.
  public convenience init(_ coordinate: Coordinate, in context: GEOSContext) throws {
    let handle = try context.pointer("make point") {
      GEOSGeom_createPointFromXY_r($0, coordinate.longitude, coordinate.latitude)
    }
    self.init(handle: handle, context: context)
  }

  /// A GeometryCollection of copies of `members`, in their order.
  public static func collection(of members: [GEOSGeometry], in context: GEOSContext) throws -> GEOSGeometry {
    var copies: [GEOSGeometry] = []
    for member in members {
      copies.append(try context.geometry("copy geometry") { GEOSGeom_clone_r($0, member.handle) })
    }
    return try GEOSParts.collection(GEOS_GEOMETRYCOLLECTION, copies, in: context)
  }

  /// What it is.
  public var kind: Kind {
    Self.kind(of: handle, in: context)
  }

  static func kind(of handle: OpaquePointer, in context: GEOSContext) -> Kind {
    switch GEOSGeomTypeId_r(context.handle, handle) {
    case Int32(GEOS_POINT.rawValue): .point
    case Int32(GEOS_LINESTRING.rawValue): .lineString
    case Int32(GEOS_LINEARRING.rawValue): .linearRing
    case Int32(GEOS_POLYGON.rawValue): .polygon
    case Int32(GEOS_MULTIPOINT.rawValue): .multiPoint
    case Int32(GEOS_MULTILINESTRING.rawValue): .multiLineString
    case Int32(GEOS_MULTIPOLYGON.rawValue): .multiPolygon
    case Int32(GEOS_GEOMETRYCOLLECTION.rawValue): .geometryCollection
    default: .other
    }
  }

  /// Whether it has no point.
  public func isEmpty() throws -> Bool {
    try context.predicate("is empty") { GEOSisEmpty_r($0, handle) }
  }
}

@available(*, unavailable)
extension GEOSGeometry: Sendable {}
