extension GEOSGeometry {
  /// The polygons cut along the antimeridian, so that each lies on one side of it and all longitudes are from -180 to 180
  /// **degrees** (RFC 7946, section 3.1.9); the geometry itself where none goes past.
  public func cutAtAntimeridian() throws -> GEOSGeometry {
    var column = GeometryColumn()
    try append(to: &column)
    let box = column.boundingBox
    guard box.west < -180 || box.east > 180 else { return self }
    let earth = try GEOSGeometry(BoundingBox.wholeEarth, in: context)
    var parts = GeometryColumn()
    for turn in stride(from: ((box.west + 180) / 360).rounded(.down), through: ((box.east + 180) / 360), by: 1) {
      var turned = GeometryColumn()
      turned.appendFeature(0, of: column, turnedBy: -360 * turn)
      try GEOSGeometry(feature: 0, of: turned, in: context).intersection(earth).polygonsOnly().append(to: &parts)
    }
    var whole = GeometryColumn()
    for feature in 0..<parts.count { whole.appendParts(parts.parts(ofFeature: feature), of: parts) }
    whole.closeFeature()
    return try GEOSGeometry(feature: 0, of: whole, in: context)
  }
}
