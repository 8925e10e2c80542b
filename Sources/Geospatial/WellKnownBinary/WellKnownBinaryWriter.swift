/// Writes features of a ``GeometryColumn`` in well-known binary (ISO 13249-3), little-endian, two numbers to a position.
public enum WellKnownBinaryWriter {
  /// The geometry types of the Simple Features standard that a feature of a column can be.
  public enum Shape: UInt32, Sendable, CaseIterable {
    case point = 1
    case line, polygon, multiPoint, multiLine, multiPolygon, collection

    /// The Multi form of the type; collections are their own.
    public var multiple: Shape {
      switch self {
      case .point, .multiPoint: .multiPoint
      case .line, .multiLine: .multiLine
      case .polygon, .multiPolygon: .multiPolygon
      case .collection: .collection
      }
    }
  }

  /// The type of a feature; nil for one without geometry.
  public static func shape(ofFeature feature: Int, of column: GeometryColumn) -> Shape? {
    var found: Shape?
    for member in members(ofFeature: feature, of: column) {
      let single = single(column.partKinds[member.lowerBound])
      guard let other = found else {
        found = single
        continue
      }
      guard other == single || other == single.multiple else { return .collection }
      found = single.multiple
    }
    return found
  }

  /// Appends a feature as a geometry of `shape`; a Multi form takes single ones too. O(coordinates of the feature).
  public static func append(
    feature: Int, of column: GeometryColumn, as shape: Shape, to bytes: inout [UInt8]
  ) {
    let members = members(ofFeature: feature, of: column)
    switch shape {
    case .point, .line, .polygon:
      if let member = members.first { append(member: member, of: column, to: &bytes) }
    case .multiPoint, .multiLine, .multiPolygon, .collection:
      append(header: shape, to: &bytes)
      append(count: members.count, to: &bytes)
      for member in members { append(member: member, of: column, to: &bytes) }
    }
  }

  /// Points and lines on their own, shells with the holes behind them; a hole without shell counts as one.
  private static func members(ofFeature feature: Int, of column: GeometryColumn) -> [Range<Int>] {
    var members: [Range<Int>] = []
    for part in column.parts(ofFeature: feature) {
      if column.partKinds[part] == .hole, let last = members.last, column.partKinds[last.lowerBound].isRing {
        members[members.count - 1] = last.lowerBound..<(part + 1)
      } else {
        members.append(part..<(part + 1))
      }
    }
    return members
  }

  private static func single(_ kind: GeometryColumn.PartKind) -> Shape {
    switch kind {
    case .point: .point
    case .line: .line
    case .shell, .hole: .polygon
    }
  }

  private static func append(member: Range<Int>, of column: GeometryColumn, to bytes: inout [UInt8]) {
    let shape = single(column.partKinds[member.lowerBound])
    append(header: shape, to: &bytes)
    if shape == .polygon { append(count: member.count, to: &bytes) }
    for part in member {
      let range = column.coordinates(ofPart: part)
      if shape != .point { append(count: range.count, to: &bytes) }
      for index in range {
        append(number: column.coordinates[index].longitude, to: &bytes)
        append(number: column.coordinates[index].latitude, to: &bytes)
      }
    }
  }

  private static func append(header shape: Shape, to bytes: inout [UInt8]) {
    bytes.append(1)
    append(count: Int(shape.rawValue), to: &bytes)
  }

  private static func append(count: Int, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func append(number: Double, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
