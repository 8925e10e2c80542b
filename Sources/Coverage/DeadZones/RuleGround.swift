import Geospatial

/// The ground that one rule of a service serves: polygons, discs around sites, corridors along lines.
struct RuleGround: Sendable {
  /// Something that serves the ground around it.
  private enum Item: Sendable {
    /// A feature of `polygons`.
    case polygon(Int32)
    /// The disc around a place.
    case disc(Coordinate, metres: Double)
    /// The corridor along the segment from this vertex to the next and at the end of it: a bend to the vertex behind, or a
    /// cap where the line ends.
    case segment(Int32, startsLine: Bool, endsLine: Bool)
  }

  private var items: [Item] = []
  private var boxes: [BoundingBox] = []
  private var index = BoxIndex([])
  /// The polygons, large ones cut up.
  private var polygons = GeometryColumn()
  /// The vertices of all lines; behind a ring its second vertex stands again.
  private var vertices: [Coordinate] = []
  /// How far a rule within a distance reaches, in **metres**; 0 for others.
  private var corridorMetres = 0.0
  private var extentPolygons: (column: GeometryColumn, index: BoxIndex)?
  private var extentVillages: [Bool]?

  /// How far a circle or corridor may be drawn too small, in **metres** or as a part of its radius, whichever is more.
  private static let errorMetres = 1.0
  private static let relativeError = 0.001

  /// The ground of the features of a source that count.
  ///
  /// - Throws: `GEOSError` when GEOS cannot cut a polygon.
  init(_ source: ServiceSource) throws {
    let context = try GEOSContext()
    let column = source.geometries
    for feature in 0..<column.count where source.counts(feature) {
      switch source.kind {
      case .inside: try append(polygonsOfFeature: feature, column, context)
      case .range(_, let metres):
        let reach = source.reachMetres?[feature] ?? metres ?? .nan
        if reach > 0 { append(discsOfFeature: feature, column, metres: reach) }
      case .within(let metres):
        corridorMetres = metres
        try append(polygonsOfFeature: feature, column, context)
        append(discsOfFeature: feature, column, metres: metres)
        append(linesOfFeature: feature, column)
      }
    }
    index = BoxIndex(boxes)
    switch source.extent {
    case .polygons(let extent):
      var pieces = GeometryColumn()
      for feature in 0..<extent.count {
        for parts in extent.polygons(ofFeature: feature) {
          pieces.append(
            contentsOf: try PolygonSubdivision.pieces(ofPolygon: parts, of: extent, in: context))
        }
      }
      extentPolygons = (pieces, BoxIndex((0..<pieces.count).map { pieces.boundingBox(ofFeature: $0) }))
    case .villages(let villages): extentVillages = villages
    case nil: break
    }
  }

  // MARK: Questions

  /// Whether the layer says anything of one of these villages, as far as that is told village by village.
  func speaks(ofAny villages: [Int]) -> Bool {
    guard let extentVillages else { return true }
    return villages.contains { $0 < extentVillages.count && extentVillages[$0] }
  }

  /// How many pieces of ground have boxes that meet `box`.
  func count(meeting box: BoundingBox) -> Int { index.boxes(meeting: box).count }

  /// The pieces of ground whose boxes meet `box`, a feature each.
  func pieces(meeting box: BoundingBox) -> GeometryColumn {
    var pieces = GeometryColumn()
    for place in index.boxes(meeting: box) {
      switch items[place] {
      case .polygon(let feature): pieces.appendFeature(Int(feature), of: polygons)
      case .disc(let centre, let metres): Self.corridor(metres).append(discAround: centre, to: &pieces)
      case .segment(let first, let startsLine, let endsLine):
        append(segment: Int(first), startsLine: startsLine, endsLine: endsLine, to: &pieces)
      }
    }
    return pieces
  }

  /// The polygons near `box` in which the layer says anything; nil where that has no polygons.
  func extentPieces(meeting box: BoundingBox) -> GeometryColumn? {
    guard let (column, index) = extentPolygons else { return nil }
    var pieces = GeometryColumn()
    for place in index.boxes(meeting: box) { pieces.appendFeature(place, of: column) }
    return pieces
  }

  private func append(segment first: Int, startsLine: Bool, endsLine: Bool, to pieces: inout GeometryColumn) {
    let corridor = Self.corridor(corridorMetres)
    let (start, end) = (vertices[first], vertices[first + 1])
    let path = Geodesic.inverse(from: start, to: end)
    corridor.append(segmentFrom: start, to: end, along: path, to: &pieces)
    if startsLine { corridor.append(capAt: start, arrivingDegrees: path.initialAzimuthDegrees + 180, to: &pieces) }
    if endsLine {
      corridor.append(capAt: end, arrivingDegrees: path.finalAzimuthDegrees, to: &pieces)
    } else {
      let next = Geodesic.inverse(from: end, to: vertices[first + 2])
      corridor.append(
        bendAt: end, arrivingDegrees: path.finalAzimuthDegrees, leavingDegrees: next.initialAzimuthDegrees,
        to: &pieces)
    }
  }

  private static func corridor(_ metres: Double) -> GeodesicCorridor {
    GeodesicCorridor(metres: metres, errorMetres: max(errorMetres, metres * relativeError))
  }

  // MARK: Items

  private mutating func append(polygonsOfFeature feature: Int, _ column: GeometryColumn, _ context: GEOSContext) throws
  {
    for parts in column.polygons(ofFeature: feature) {
      let pieces = try PolygonSubdivision.pieces(ofPolygon: parts, of: column, in: context)
      for piece in 0..<pieces.count {
        items.append(.polygon(Int32(truncatingIfNeeded: polygons.count)))
        boxes.append(pieces.boundingBox(ofFeature: piece))
        polygons.appendFeature(piece, of: pieces)
      }
    }
  }

  private mutating func append(discsOfFeature feature: Int, _ column: GeometryColumn, metres: Double) {
    for part in column.parts(ofFeature: feature) where column.partKinds[part] == .point {
      for coordinate in column.coordinates[column.coordinates(ofPart: part)] {
        append(discAround: coordinate, metres: metres)
      }
    }
  }

  private mutating func append(discAround centre: Coordinate, metres: Double) {
    items.append(.disc(centre, metres: metres))
    var box = BoundingBox.empty
    box.include(centre)
    boxes.append(box.grown(byMetres: metres))
  }

  /// The lines of a feature, and the borders of its polygons.
  private mutating func append(linesOfFeature feature: Int, _ column: GeometryColumn) {
    for part in column.parts(ofFeature: feature) where column.partKinds[part] != .point {
      let line = Geodesic.split(
        column.coordinates[column.coordinates(ofPart: part)], longestMetres: GeodesicCorridor.longestSegmentMetres)
      guard line.count > 1 else {
        if let only = line.first { append(discAround: only, metres: corridorMetres) }
        continue
      }
      let isRing = column.partKinds[part].isRing && line.first == line.last
      let first = vertices.count
      vertices.append(contentsOf: line)
      if isRing { vertices.append(line[1]) }
      for segment in 0..<(line.count - 1) {
        items.append(
          .segment(
            Int32(truncatingIfNeeded: first + segment), startsLine: segment == 0 && !isRing,
            endsLine: segment == line.count - 2 && !isRing))
        boxes.append(box(ofSegment: first + segment))
      }
    }
  }

  /// A box around the corridor along a segment.
  private func box(ofSegment first: Int) -> BoundingBox {
    let (start, end) = (vertices[first], vertices[first + 1])
    var box = BoundingBox.empty
    box.include(start)
    box.include(LongitudeWindow([start], marginMetres: 0).turned(end))
    // The geodesic between two places up to 30 km apart bulges less than a tenth of that beyond the box around both.
    return box.grown(byMetres: corridorMetres + GeodesicCorridor.longestSegmentMetres / 10)
  }
}
