/// The geometries of a layer as flat arrays: no object per feature, nothing to allocate per vertex.
///
/// A feature is a run of *parts*; a part is a run of coordinates that is a point, a line, a shell or a hole. A hole
/// belongs to the shell before it. A MultiPolygon of two polygons, the first with a hole, is `shell hole shell`; a
/// GeometryCollection is any sequence of parts; a feature without geometry has no parts. Rings are closed: the last
/// coordinate repeats the first.
///
/// ```swift
/// var column = GeometryColumn()
/// column.append(Coordinate(longitude: 103.0, latitude: 21.4))
/// column.closePart(.point)
/// column.closeFeature()
/// ```
public struct GeometryColumn: Sendable {
  /// What a run of coordinates is.
  public enum PartKind: UInt8, Sendable {
    case point, line, shell, hole
  }

  /// All coordinates, part after part.
  public var coordinates: [Coordinate] = []
  /// Where each part ends in `coordinates`; one entry per part.
  public var partEnds: [Int32] = []
  /// What each part is; one entry per part.
  public var partKinds: [PartKind] = []
  /// Where each feature ends in `partEnds`; one entry per feature.
  public var featureEnds: [Int32] = []

  /// A column without features.
  public init() {}

  /// How many features there are, with or without geometry.
  @inlinable
  public var count: Int { featureEnds.count }

  /// The parts of a feature.
  @inlinable
  public func parts(ofFeature feature: Int) -> Range<Int> {
    (feature == 0 ? 0 : Int(featureEnds[feature - 1]))..<Int(featureEnds[feature])
  }

  /// The coordinates of a part.
  @inlinable
  public func coordinates(ofPart part: Int) -> Range<Int> {
    (part == 0 ? 0 : Int(partEnds[part - 1]))..<Int(partEnds[part])
  }

  /// The coordinates of all parts of a feature.
  @inlinable
  public func coordinates(ofFeature feature: Int) -> Range<Int> {
    let parts = parts(ofFeature: feature)
    guard let last = parts.last else { return 0..<0 }
    return coordinates(ofPart: parts.lowerBound).lowerBound..<Int(partEnds[last])
  }

  /// Adds a coordinate to the part under construction.
  @inlinable
  public mutating func append(_ coordinate: Coordinate) {
    coordinates.append(coordinate)
  }

  /// Ends the part under construction.
  @inlinable
  public mutating func closePart(_ kind: PartKind) {
    partEnds.append(Int32(truncatingIfNeeded: coordinates.count))
    partKinds.append(kind)
  }

  /// Ends the feature under construction; without parts it is a feature without geometry.
  @inlinable
  public mutating func closeFeature() {
    featureEnds.append(Int32(truncatingIfNeeded: partEnds.count))
  }

  /// Appends a copy of one feature of another column.
  public mutating func appendFeature(_ feature: Int, of other: GeometryColumn) {
    for part in other.parts(ofFeature: feature) {
      coordinates.append(contentsOf: other.coordinates[other.coordinates(ofPart: part)])
      closePart(other.partKinds[part])
    }
    closeFeature()
  }

  /// Appends all features of another column.
  public mutating func append(contentsOf other: GeometryColumn) {
    let coordinateOffset = Int32(truncatingIfNeeded: coordinates.count)
    let partOffset = Int32(truncatingIfNeeded: partEnds.count)
    coordinates.append(contentsOf: other.coordinates)
    partKinds.append(contentsOf: other.partKinds)
    partEnds.append(contentsOf: other.partEnds.lazy.map { $0 + coordinateOffset })
    featureEnds.append(contentsOf: other.featureEnds.lazy.map { $0 + partOffset })
  }

  /// The box around one feature; empty for a feature without geometry.
  public func boundingBox(ofFeature feature: Int) -> BoundingBox {
    var box = BoundingBox.empty
    for index in coordinates(ofFeature: feature) { box.include(coordinates[index]) }
    return box
  }

  /// The box around all features.
  public var boundingBox: BoundingBox {
    var box = BoundingBox.empty
    for coordinate in coordinates { box.include(coordinate) }
    return box
  }
}
