import GeoFormats
import Geospatial

/// Writes features to a GeoJSON file as they come, a megabyte at a time, whatever their number.
struct FeatureStream {
  private let file: AtomicFile
  private var bytes: [UInt8] = []
  private var count = 0
  private static let capacity = 1 << 20
  /// Six decimals of a degree, a tenth of a metre.
  private static let decimals = 6

  init(path: String) throws {
    file = try AtomicFile(path: path)
    bytes.reserveCapacity(Self.capacity + Self.capacity / 8)
    bytes.append(text: "{\"type\":\"FeatureCollection\",\"features\":[\n")
  }

  /// Adds a feature; `properties` and `geometry` append their JSON texts.
  mutating func append(properties: (inout [UInt8]) -> Void, geometry: (inout [UInt8]) -> Void) throws {
    if count > 0 { bytes.append(text: ",\n") }
    count += 1
    bytes.append(text: "{\"type\":\"Feature\",\"properties\":{")
    properties(&bytes)
    bytes.append(text: "},\"geometry\":{\"type\":")
    geometry(&bytes)
    bytes.append(text: "}}")
    if bytes.count >= Self.capacity { try flush() }
  }

  /// Writes what is left; the file gets its name.
  mutating func finish() throws {
    bytes.append(text: "\n]}\n")
    try flush()
    try AtomicFile.commit([file])
  }

  private mutating func flush() throws {
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: Geometries

  /// Appends a position, always with all its decimals.
  static func append(_ position: Coordinate, to bytes: inout [UInt8]) {
    bytes.append(text: "[")
    bytes.append(fixed: position.longitude, decimals: decimals)
    bytes.append(text: ",")
    bytes.append(fixed: position.latitude, decimals: decimals)
    bytes.append(text: "]")
  }

  static func append(point: Coordinate, to bytes: inout [UInt8]) {
    bytes.append(text: "\"Point\",\"coordinates\":")
    append(point, to: &bytes)
  }

  static func append(line: [Coordinate], to bytes: inout [UInt8]) {
    bytes.append(text: "\"LineString\",\"coordinates\":")
    appendList(line, to: &bytes) { append($0, to: &$1) }
  }

  static func append(polygon rings: [[Coordinate]], to bytes: inout [UInt8]) {
    bytes.append(text: "\"Polygon\",\"coordinates\":")
    appendList(rings, to: &bytes) { ring, bytes in appendList(ring, to: &bytes) { append($0, to: &$1) } }
  }

  private static func appendList<Element>(
    _ elements: [Element], to bytes: inout [UInt8], _ append: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(text: "[")
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(text: ",") }
      append(element, &bytes)
    }
    bytes.append(text: "]")
  }
}
