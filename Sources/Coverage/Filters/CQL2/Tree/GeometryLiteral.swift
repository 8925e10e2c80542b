import Geospatial

extension CQL2 {
  /// A geometry written in an expression (rule `spatialInstance`).
  public enum GeometryLiteral: Hashable, Sendable {
    /// A position in **degrees**, longitude first, with the height that nothing uses.
    public struct Position: Hashable, Sendable {
      /// Longitude and latitude.
      public var coordinate: Coordinate
      /// The third number; nil for a position in two dimensions.
      public var height: Double?
    }

    case point(Position)
    case lineString([Position])
    /// The shell and the holes, each closed.
    case polygon([[Position]])
    case multiPoint([Position])
    case multiLineString([[Position]])
    case multiPolygon([[[Position]]])
    /// Members that are no collections themselves.
    case collection([GeometryLiteral])
    /// West above east when it crosses the antimeridian. The positions are the lower left and upper right corner.
    case boundingBox(Position, Position)

    /// The word it starts with.
    var keyword: Keyword {
      switch self {
      case .point: .point
      case .lineString: .lineString
      case .polygon: .polygon
      case .multiPoint: .multiPoint
      case .multiLineString: .multiLineString
      case .multiPolygon: .multiPolygon
      case .collection: .geometryCollection
      case .boundingBox: .bbox
      }
    }

    /// Its positions, in order.
    var positions: [Position] {
      switch self {
      case .point(let position): [position]
      case .lineString(let positions), .multiPoint(let positions): positions
      case .polygon(let runs), .multiLineString(let runs): runs.flatMap { $0 }
      case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
      case .collection(let members): members.flatMap(\.positions)
      case .boundingBox(let low, let high): [low, high]
      }
    }

    /// The geometry as the one feature of a column, without heights; rings that step across the antimeridian continue
    /// past ±180 **degrees**.
    var column: GeometryColumn {
      var column = GeometryColumn()
      append(to: &column)
      column.closeFeature()
      return column
    }

    private func append(to column: inout GeometryColumn) {
      switch self {
      case .point(let position): Self.append([position], .point, to: &column)
      case .multiPoint(let positions): for position in positions { Self.append([position], .point, to: &column) }
      case .lineString(let positions): Self.append(positions, .line, to: &column)
      case .multiLineString(let lines): for line in lines { Self.append(line, .line, to: &column) }
      case .polygon(let rings): Self.append(rings, to: &column)
      case .multiPolygon(let polygons): for rings in polygons { Self.append(rings, to: &column) }
      case .collection(let members): for member in members { member.append(to: &column) }
      case .boundingBox(let low, let high): Self.append(low.coordinate, high.coordinate, to: &column)
      }
    }

    private static func append(
      _ positions: [Position], _ kind: GeometryColumn.PartKind, to column: inout GeometryColumn
    ) {
      for position in positions { column.append(position.coordinate) }
      column.closePart(kind)
    }

    private static func append(_ rings: [[Position]], to column: inout GeometryColumn) {
      var polygon = GeometryColumn()
      for (index, ring) in rings.enumerated() { append(ring, index == 0 ? .shell : .hole, to: &polygon) }
      polygon.closeFeature()
      polygon.unwrapPolygons()
      for part in polygon.parts(ofFeature: 0) {
        column.coordinates.append(contentsOf: polygon.coordinates[polygon.coordinates(ofPart: part)])
        column.closePart(polygon.partKinds[part])
      }
    }

    /// A box is a polygon; one without width or height a line or a point.
    private static func append(_ low: Coordinate, _ high: Coordinate, to column: inout GeometryColumn) {
      let (west, south, north) = (low.longitude, low.latitude, high.latitude)
      let east = high.longitude < west ? high.longitude + 360 : high.longitude
      let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
      let kind: GeometryColumn.PartKind =
        west == east && south == north ? .point : west == east || south == north ? .line : .shell
      for (longitude, latitude) in kind == .point ? [corners[0]] : kind == .line ? [corners[0], corners[2]] : corners {
        column.append(Coordinate(longitude: longitude, latitude: latitude))
      }
      column.closePart(kind)
    }
  }
}
