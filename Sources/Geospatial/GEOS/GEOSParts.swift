import CGEOS

/// Makes GEOS geometries from runs of coordinates, whole runs at a time, and takes ownership where GEOS does.
enum GEOSParts {
  /// A coordinate sequence, owned by the caller.
  static func sequence(
    _ coordinates: UnsafeBufferPointer<Coordinate>, in context: GEOSContext
  ) throws -> OpaquePointer {
    guard let count = UInt32(exactly: coordinates.count) else {
      throw GEOSError(operation: "copy coordinates", message: "\(coordinates.count) coordinates are too many")
    }
    // A coordinate is two doubles without padding, so its array is an array of doubles of twice the length.
    return try coordinates.withMemoryRebound(to: Double.self) { numbers in
      try context.pointer("copy coordinates") {
        // GEOS copies nothing for a count of 0 but wants a place to copy from.
        guard let address = numbers.baseAddress else { return GEOSCoordSeq_create_r($0, 0, 2) }
        return GEOSCoordSeq_copyFromBuffer_r($0, address, count, 0, 0)
      }
    }
  }

  static func line(_ coordinates: UnsafeBufferPointer<Coordinate>, in context: GEOSContext) throws -> GEOSGeometry {
    let sequence = try sequence(coordinates, in: context)
    return try context.geometry("make line") { GEOSGeom_createLineString_r($0, sequence) }
  }

  static func ring(_ coordinates: UnsafeBufferPointer<Coordinate>, in context: GEOSContext) throws -> GEOSGeometry {
    let sequence = try sequence(coordinates, in: context)
    return try context.geometry("make ring") { GEOSGeom_createLinearRing_r($0, sequence) }
  }

  /// A polygon that takes over its rings; no one uses them afterwards.
  static func polygon(shell: GEOSGeometry, holes: [GEOSGeometry], in context: GEOSContext) throws -> GEOSGeometry {
    let shell = shell.released()
    var holes: [OpaquePointer?] = holes.map { $0.released() }
    return try context.geometry("make polygon") {
      GEOSGeom_createPolygon_r($0, shell, &holes, UInt32(truncatingIfNeeded: holes.count))
    }
  }

  /// A collection that takes over `members`; no one uses them afterwards.
  static func collection(
    _ type: GEOSGeomTypes, _ members: [GEOSGeometry], in context: GEOSContext
  ) throws -> GEOSGeometry {
    var members: [OpaquePointer?] = members.map { $0.released() }
    return try context.geometry("make collection") {
      GEOSGeom_createCollection_r(
        $0, Int32(type.rawValue), &members, UInt32(truncatingIfNeeded: members.count))
    }
  }
}
