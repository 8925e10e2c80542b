import Geospatial

/// Writes a layer in WGS 84 as GeoJSON: a FeatureCollection (RFC 7946), a text sequence (RFC 8142) or a feature a line.
///
/// The `id` and the properties of a feature stand byte for byte as in the file they came from; where a feature has to
/// fit a line, line breaks between them become spaces. Geometries are written as ``GeoJSONWriter`` does.
public struct GeoJSONLayerWriter {
  /// How features stand in the file.
  public enum Form: Sendable {
    /// A FeatureCollection.
    case collection
    /// A record separator before each feature and a line feed behind it (RFC 8142, section 2).
    case sequence
    /// A line feed behind each feature, without which none has a line break in it.
    case lines
  }

  private let layer: Layer
  private let form: Form
  /// RS, which starts a record of a text sequence.
  private static let recordSeparator: UInt8 = 0x1E

  /// A writer of `layer`, whose coordinates are longitude and latitude in **degrees**.
  public init(_ layer: Layer, form: Form) {
    self.layer = layer
    self.form = form
  }

  /// Writes the whole layer.
  public func write(to file: AtomicFile) throws {
    var stream = ByteStream(file)
    if form == .collection {
      stream.bytes += GeoJSONWriter.header(name: layer.name, boundingBox: layer.geometries.boundingBox)
    }
    for feature in 0..<layer.count {
      if form == .collection, feature > 0 { stream.bytes += GeoJSONWriter.separator }
      if form == .sequence { stream.bytes.append(Self.recordSeparator) }
      append(feature, to: &stream.bytes)
      if form != .collection { stream.bytes.append(0x0A) }
      try stream.flushIfFull()
    }
    if form == .collection { stream.bytes += GeoJSONWriter.footer }
    try stream.flush()
  }

  private func append(_ feature: Int, to bytes: inout [UInt8]) {
    bytes.append(text: "{\"type\":\"Feature\",")
    layer.attributes.withIdentifierBytes(ofFeature: feature) { identifier in
      guard !identifier.isEmpty else { return }
      bytes.append(text: "\"id\":")
      bytes.append(contentsOf: identifier)
      bytes.append(text: ",")
    }
    bytes.append(text: "\"properties\":")
    layer.attributes.withPropertyBytes(ofFeature: feature) { properties in
      if properties.isEmpty { bytes.append(text: "null") }
      let start = bytes.count
      bytes.append(contentsOf: properties)
      guard form != .collection else { return }
      // Inside a string a line break is always an escape, so each of these stands between two tokens.
      for index in start..<bytes.count where bytes[index] == 0x0A || bytes[index] == 0x0D { bytes[index] = 0x20 }
    }
    bytes.append(text: ",\"geometry\":")
    GeoJSONWriter.append(feature: feature, of: layer.geometries, to: &bytes)
    bytes.append(text: "}")
  }
}
