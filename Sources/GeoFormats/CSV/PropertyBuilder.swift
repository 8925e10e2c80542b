import Geospatial

/// Writes the rows of a table as JSON property objects, so that they are carried like those of GeoJSON.
struct PropertyBuilder {
  private var bytes: [UInt8] = []
  private var offsets: [Int] = []
  private var properties: [AttributeTable.Slice] = []
  private var values: [AttributeTable.Slice] = []
  private let keyCount: Int

  init(keyCount: Int) { self.keyCount = keyCount }

  mutating func startFeature() {
    offsets.append(bytes.count)
    bytes.append(UInt8(ascii: "{"))
    values.append(contentsOf: repeatElement(.absent, count: keyCount))
  }

  /// Adds a member; `name` is JSON text already, `keys` are the asked-for keys that it answers.
  mutating func append(name: [UInt8], value: String, isNumber: Bool, keys: [Int]) {
    let start = offsets[offsets.count - 1]
    if bytes.count > start + 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(contentsOf: name)
    bytes.append(UInt8(ascii: ":"))
    let valueStart = bytes.count
    if value.isEmpty {
      bytes.append(contentsOf: "null".utf8)
    } else if isNumber {
      bytes.append(contentsOf: value.utf8)
    } else {
      JSONText.append(value, to: &bytes)
    }
    for key in keys {
      values[values.count - keyCount + key] = AttributeTable.Slice(
        offset: UInt32(truncatingIfNeeded: valueStart - start),
        length: UInt32(truncatingIfNeeded: bytes.count - valueStart))
    }
  }

  mutating func endFeature() {
    bytes.append(UInt8(ascii: "}"))
    let start = offsets[offsets.count - 1]
    properties.append(
      AttributeTable.Slice(offset: 0, length: UInt32(truncatingIfNeeded: bytes.count - start)))
  }

  /// The features with these geometries, one per feature in order.
  func chunk(keys: [String], geometries: GeometryColumn) -> FeatureChunk {
    var chunk = FeatureChunk(keys: keys, source: SourceBytes(copying: bytes))
    chunk.geometries = geometries
    chunk.attributes.featureOffsets = offsets
    chunk.attributes.properties = properties
    chunk.attributes.identifiers = [AttributeTable.Slice](repeating: .absent, count: offsets.count)
    chunk.attributes.values = values
    chunk.featuresWithoutGeometry = (0..<geometries.count).count { geometries.parts(ofFeature: $0).isEmpty }
    return chunk
  }
}
