import Geospatial

extension CQL2 {
  /// A geometry in the hands of GEOS as relations take it: valid, of one kind each, between 180 degrees west and east.
  struct Shape {
    /// The parts of one kind each: the points, the lines, the polygons.
    let pieces: [GEOSGeometry]

    /// The geometry of a feature of a column. Polygons that are invalid are repaired.
    init(feature: Int, of column: GeometryColumn, in context: GEOSContext) throws {
      var pieces: [GEOSGeometry] = []
      for kinds in Shape.kinds(ofFeature: feature, column) {
        let whole = kinds.isEverything ? column : Shape.part(kinds.kinds, ofFeature: feature, column)
        var geometry = try GEOSGeometry(feature: kinds.isEverything ? feature : 0, of: whole, in: context)
        if kinds.kinds.contains(.shell), try geometry.validity() != .valid { geometry = try geometry.madeValid() }
        pieces.append(try Shape.cut(geometry, column.boundingBox(ofFeature: feature)))
      }
      self.pieces = pieces
    }

    /// The kinds of parts that a feature has, and whether one kind is all of it.
    private static func kinds(
      ofFeature feature: Int, _ column: GeometryColumn
    ) -> [(kinds: [GeometryColumn.PartKind], isEverything: Bool)] {
      let present = column.parts(ofFeature: feature).map { column.partKinds[$0] }
      let groups = [[GeometryColumn.PartKind.point], [.line], [.shell, .hole]].filter { group in
        present.contains { group.contains($0) }
      }
      return groups.map { ($0, groups.count == 1) }
    }

    private static func part(
      _ kinds: [GeometryColumn.PartKind], ofFeature feature: Int, _ column: GeometryColumn
    ) -> GeometryColumn {
      var part = GeometryColumn()
      for index in column.parts(ofFeature: feature) where kinds.contains(column.partKinds[index]) {
        part.coordinates.append(contentsOf: column.coordinates[column.coordinates(ofPart: index)])
        part.closePart(column.partKinds[index])
      }
      part.closeFeature()
      return part
    }

    /// Cuts what runs past 180 degrees there and moves it once around the earth (RFC 7946, 3.1.9).
    private static func cut(_ geometry: GEOSGeometry, _ box: BoundingBox) throws -> GEOSGeometry {
      if box.west >= -180, box.east <= 180 { return geometry }
      var cut = GeometryColumn()
      for turn in Int(((box.west + 180) / 360).rounded(.down))...Int(((box.east + 180) / 360).rounded(.down)) {
        let shift = Double(turn) * 360
        let west = shift - 180
        var world = GeometryColumn()
        for (x, y) in [(west, -90.0), (west + 360, -90), (west + 360, 90), (west, 90), (west, -90)] {
          world.append(Coordinate(longitude: x, latitude: y))
        }
        world.closePart(.shell)
        world.closeFeature()
        let frame = try GEOSGeometry(feature: 0, of: world, in: geometry.context)
        var piece = GeometryColumn()
        try geometry.intersection(frame).append(to: &piece)
        for index in piece.coordinates.indices { piece.coordinates[index].longitude -= shift }
        cut.append(contentsOf: piece)
      }
      cut.featureEnds = [Int32(truncatingIfNeeded: cut.partEnds.count)]
      // What once lay a turn apart may now lie side by side or on top of each other.
      return try GEOSGeometry(feature: 0, of: cut, in: geometry.context).unaryUnion()
    }
  }
}
