import CGEOS

extension GEOSGeometry {
  /// The geometry of one feature of a column.
  ///
  /// One part becomes a Point, LineString or Polygon, several of one kind a Multi-geometry, a mixture a
  /// GeometryCollection in the order of the parts, no parts an empty GeometryCollection. Throws for what GEOS cannot hold:
  /// a ring that is not closed or has fewer than three coordinates (four with newer versions), a line of one coordinate, a hole without a shell.
  public convenience init(
    feature: Int, of column: GeometryColumn, in context: GEOSContext
  ) throws {
    let members = try column.coordinates.withUnsafeBufferPointer {
      try Self.members(ofFeature: feature, of: column, coordinates: $0, in: context)
    }
    self.init(handle: try Self.joined(members, in: context).released(), context: context)
  }

  /// Adds the geometry to a column as one feature; empty parts leave no trace, a third ordinate is dropped.
  ///
  /// Throws for curves, which a column cannot hold; the column is then as it was.
  public func append(to column: inout GeometryColumn) throws {
    var feature = GeometryColumn()
    try Self.append(handle, to: &feature, in: context)
    feature.closeFeature()
    column.append(contentsOf: feature)
  }

  /// The geometry as the one feature of a new column.
  public func column() throws -> GeometryColumn {
    var column = GeometryColumn()
    try append(to: &column)
    return column
  }

  private static func members(
    ofFeature feature: Int, of column: GeometryColumn, coordinates: UnsafeBufferPointer<Coordinate>,
    in context: GEOSContext
  ) throws -> [GEOSGeometry] {
    var members: [GEOSGeometry] = []
    var shell: GEOSGeometry?
    var holes: [GEOSGeometry] = []
    func closePolygon() throws {
      if let ring = shell { members.append(try GEOSParts.polygon(shell: ring, holes: holes, in: context)) }
      shell = nil
      holes = []
    }
    for part in column.parts(ofFeature: feature) {
      let run = UnsafeBufferPointer(rebasing: coordinates[column.coordinates(ofPart: part)])
      if column.partKinds[part] != .hole { try closePolygon() }
      switch column.partKinds[part] {
      case .point: for coordinate in run { members.append(try GEOSGeometry(coordinate, in: context)) }
      case .line: members.append(try GEOSParts.line(run, in: context))
      case .shell: shell = try GEOSParts.ring(run, in: context)
      case .hole:
        guard shell != nil else {
          throw GEOSError(operation: "make polygon", message: "part \(part) is a hole without a shell before it")
        }
        holes.append(try GEOSParts.ring(run, in: context))
      }
    }
    try closePolygon()
    return members
  }

  /// The one member itself, or the narrowest collection of several.
  private static func joined(_ members: [GEOSGeometry], in context: GEOSContext) throws -> GEOSGeometry {
    if members.count == 1 { return members[0] }
    let kinds = Set(members.map(\.kind))
    let type =
      switch kinds.count == 1 ? kinds.first : nil {
      case .point: GEOS_MULTIPOINT
      case .lineString: GEOS_MULTILINESTRING
      case .polygon: GEOS_MULTIPOLYGON
      default: GEOS_GEOMETRYCOLLECTION
      }
    return try GEOSParts.collection(type, members, in: context)
  }

  private static func append(
    _ handle: OpaquePointer, to column: inout GeometryColumn, in context: GEOSContext
  ) throws {
    switch kind(of: handle, in: context) {
    case .point: try append(handle, as: .point, to: &column, in: context)
    case .lineString, .linearRing: try append(handle, as: .line, to: &column, in: context)
    case .polygon:
      let shell = try context.pointer("read shell") { GEOSGetExteriorRing_r($0, handle) }
      try append(shell, as: .shell, to: &column, in: context)
      for index in 0..<max(0, GEOSGetNumInteriorRings_r(context.handle, handle)) {
        let hole = try context.pointer("read hole") { GEOSGetInteriorRingN_r($0, handle, index) }
        try append(hole, as: .hole, to: &column, in: context)
      }
    case .multiPoint, .multiLineString, .multiPolygon, .geometryCollection:
      for index in 0..<max(0, GEOSGetNumGeometries_r(context.handle, handle)) {
        let member = try context.pointer("read member") { GEOSGetGeometryN_r($0, handle, index) }
        try append(member, to: &column, in: context)
      }
    case .other: throw GEOSError(operation: "read geometry", message: "a curve cannot be held in a column")
    }
  }

  private static func append(
    _ handle: OpaquePointer, as kind: GeometryColumn.PartKind, to column: inout GeometryColumn,
    in context: GEOSContext
  ) throws {
    let sequence = try context.pointer("read coordinates") { GEOSGeom_getCoordSeq_r($0, handle) }
    var count: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1 else {
      throw context.failure("read coordinates")
    }
    guard count > 0 else { return }
    let coordinates = try [Coordinate](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      let copied = buffer.withMemoryRebound(to: Double.self) {
        GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, $0.baseAddress, 0, 0)
      }
      guard copied == 1 else { throw context.failure("read coordinates") }
      initialized = Int(count)
    }
    column.coordinates.append(contentsOf: coordinates)
    column.closePart(kind)
  }
}

extension GEOSGeometry {
  /// The polygon of a box.
  public convenience init(_ box: BoundingBox, in context: GEOSContext) throws {
    var column = GeometryColumn()
    column.coordinates = [
      Coordinate(longitude: box.west, latitude: box.south), Coordinate(longitude: box.east, latitude: box.south),
      Coordinate(longitude: box.east, latitude: box.north), Coordinate(longitude: box.west, latitude: box.north),
      Coordinate(longitude: box.west, latitude: box.south),
    ]
    column.closePart(.shell)
    column.closeFeature()
    try self.init(feature: 0, of: column, in: context)
  }
}
