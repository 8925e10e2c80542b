import Geospatial

/// Writes GeoJSON by RFC 7946: a FeatureCollection with a bounding box, one feature to a line, at most seven decimals
/// (about a centimetre), rings by the right-hand rule, no `crs`.
///
/// The pieces are meant to be written one after the other: ``header(name:boundingBox:)``, features joined by
/// ``separator``, ``footer``. Features can be made on several threads.
public enum GeoJSONWriter {
  /// How many digits of a degree are written after the point.
  public static let coordinateDecimals = 7

  /// What stands between two features.
  public static let separator: [UInt8] = Array(",\n".utf8)

  /// What stands after the last feature.
  public static let footer: [UInt8] = Array("\n]}\n".utf8)

  /// Everything before the first feature. `members` are further members of the collection as JSON text, each with its
  /// comma behind it.
  public static func header(name: String, boundingBox: BoundingBox, members: String = "") -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text: "{\"type\":\"FeatureCollection\",\"name\":")
    JSONText.append(name, to: &bytes)
    bytes.append(text: ",")
    bytes.append(contentsOf: members.utf8)
    if !boundingBox.isEmpty {
      bytes.append(text: "\"bbox\":[")
      for (index, side) in [boundingBox.west, boundingBox.south, boundingBox.east, boundingBox.north].enumerated() {
        if index > 0 { bytes.append(text: ",") }
        bytes.append(fixed: side, decimals: coordinateDecimals, trimsZeros: true)
      }
      bytes.append(text: "],")
    }
    bytes.append(text: "\"features\":[\n")
    return bytes
  }

  /// Appends a Point, or null for a coordinate that is not a number.
  @inline(__always)
  public static func append(point: Coordinate, to bytes: inout [UInt8]) {
    guard !point.longitude.isNaN else {
      bytes.append(text: "null")
      return
    }
    bytes.append(text: "{\"type\":\"Point\",\"coordinates\":")
    append(position: point, to: &bytes)
    bytes.append(text: "}")
  }

  /// Appends a Point, or null for a coordinate that is not a number.
  @inline(__always)
  public static func append(point: Coordinate, to text: inout TextCursor) {
    guard !point.longitude.isNaN else {
      text.append(text: "null")
      return
    }
    text.append(text: "{\"type\":\"Point\",\"coordinates\":[")
    text.append(fixed: point.longitude, decimals: coordinateDecimals, trimsZeros: true)
    text.append(text: ",")
    text.append(fixed: point.latitude, decimals: coordinateDecimals, trimsZeros: true)
    text.append(text: "]}")
  }

  /// Appends the geometry of a feature of a column; null when it has none.
  ///
  /// Shells are written counter-clockwise and holes clockwise, whatever their order in the column.
  public static func append(feature: Int, of column: GeometryColumn, to bytes: inout [UInt8]) {
    let shapes = Shape.shapes(ofFeature: feature, of: column)
    guard let first = shapes.first else {
      bytes.append(text: "null")
      return
    }
    guard shapes.allSatisfy({ $0.kind == first.kind }) else {
      bytes.append(text: "{\"type\":\"GeometryCollection\",\"geometries\":[")
      for (index, shape) in shapes.enumerated() {
        if index > 0 { bytes.append(text: ",") }
        append([shape], of: column, to: &bytes)
      }
      bytes.append(text: "]}")
      return
    }
    append(shapes, of: column, to: &bytes)
  }

  /// A point, a line, or a polygon with its holes.
  private struct Shape {
    var kind: GeometryColumn.PartKind
    var parts: Range<Int>

    static func shapes(ofFeature feature: Int, of column: GeometryColumn) -> [Shape] {
      var shapes: [Shape] = []
      for part in column.parts(ofFeature: feature) {
        let kind = column.partKinds[part]
        if kind == .hole, let last = shapes.last, last.kind == .shell {
          shapes[shapes.count - 1].parts = last.parts.lowerBound..<(part + 1)
        } else {
          shapes.append(Shape(kind: kind == .hole ? .shell : kind, parts: part..<(part + 1)))
        }
      }
      return shapes
    }
  }

  private static func append(_ shapes: [Shape], of column: GeometryColumn, to bytes: inout [UInt8]) {
    bytes.append(text: "{\"type\":\"")
    if shapes.count > 1 { bytes.append(text: "Multi") }
    bytes.append(contentsOf: shapes[0].kind.name.utf8)
    bytes.append(text: "\",\"coordinates\":")
    if shapes.count > 1 { bytes.append(text: "[") }
    for (index, shape) in shapes.enumerated() {
      if index > 0 { bytes.append(text: ",") }
      append(shape, of: column, to: &bytes)
    }
    if shapes.count > 1 { bytes.append(text: "]") }
    bytes.append(text: "}")
  }

  private static func append(_ shape: Shape, of column: GeometryColumn, to bytes: inout [UInt8]) {
    let ranges = shape.parts.map { column.coordinates(ofPart: $0) }
    switch shape.kind {
    case .point: append(position: column.coordinates[ranges[0].lowerBound], to: &bytes)
    case .line: append(column.coordinates[ranges[0]], to: &bytes)
    case .shell, .hole:
      bytes.append(text: "[")
      for (index, range) in ranges.enumerated() {
        if index > 0 { bytes.append(text: ",") }
        let isCounterClockwise = signedArea(column.coordinates[range]) >= 0
        if isCounterClockwise == (index == 0) {
          append(column.coordinates[range], to: &bytes)
        } else {
          append(column.coordinates[range].reversed(), to: &bytes)
        }
      }
      bytes.append(text: "]")
    }
  }

  private static func append(_ coordinates: some Collection<Coordinate>, to bytes: inout [UInt8]) {
    bytes.append(text: "[")
    for (index, coordinate) in coordinates.enumerated() {
      if index > 0 { bytes.append(text: ",") }
      append(position: coordinate, to: &bytes)
    }
    bytes.append(text: "]")
  }

  @inline(__always)
  private static func append(position: Coordinate, to bytes: inout [UInt8]) {
    bytes.append(text: "[")
    bytes.append(fixed: position.longitude, decimals: coordinateDecimals, trimsZeros: true)
    bytes.append(text: ",")
    bytes.append(fixed: position.latitude, decimals: coordinateDecimals, trimsZeros: true)
    bytes.append(text: "]")
  }

  /// Twice the planar area in **square degrees**, positive when counter-clockwise.
  private static func signedArea(_ ring: ArraySlice<Coordinate>) -> Double {
    guard let origin = ring.first else { return 0 }
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.longitude - origin.longitude) * (edge.1.latitude - origin.latitude)
        - (edge.1.longitude - origin.longitude) * (edge.0.latitude - origin.latitude)
    }
  }
}

extension GeometryColumn.PartKind {
  /// The geometry type of RFC 7946 that the part makes on its own.
  public var name: String {
    switch self {
    case .point: "Point"
    case .line: "LineString"
    case .shell, .hole: "Polygon"
    }
  }
}
