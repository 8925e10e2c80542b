import Geospatial

/// Writes a layer as an RFC 7946 FeatureCollection, one feature to a line, the same bytes every time.
struct GeoJSONEncoder {
  private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - name: a title for the layer.
  ///   - description: says that the data are modelled.
  static func encode(_ features: [Feature], name: String, description: String) -> [UInt8] {
    var encoder = GeoJSONEncoder()
    encoder.append("{\"type\":\"FeatureCollection\",\"name\":")
    encoder.appendQuoted(name)
    encoder.append(",\"description\":")
    encoder.appendQuoted(description)
    encoder.append(",\"features\":[\n")
    for (index, feature) in features.enumerated() {
      encoder.append(feature)
      encoder.append(index + 1 < features.count ? ",\n" : "\n")
    }
    encoder.append("]}\n")
    return encoder.bytes
  }

  private mutating func append(_ feature: Feature) {
    append("{\"type\":\"Feature\",\"properties\":{")
    for (index, property) in feature.properties.enumerated() {
      if index > 0 { append(",") }
      appendQuoted(property.name)
      append(":")
      append(property.value)
    }
    append("},\"geometry\":{\"type\":")
    append(feature.shape)
    append("}}")
  }

  private mutating func append(_ value: PropertyValue) {
    switch value {
    case .text(let text): appendQuoted(text)
    case .integer(let number): append(String(number))
    case .tenths(let tenths): append(tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
    case .flag(let flag): append(flag ? "true" : "false")
    }
  }

  private mutating func append(_ shape: Shape) {
    switch shape {
    case .point(let position):
      append("\"Point\",\"coordinates\":")
      append(position)
    case .line(let line):
      append("\"LineString\",\"coordinates\":")
      append(line)
    case .polygons(let polygons) where polygons.count == 1:
      append("\"Polygon\",\"coordinates\":")
      append(polygons[0])
    case .polygons(let polygons):
      append("\"MultiPolygon\",\"coordinates\":[")
      for (index, polygon) in polygons.enumerated() {
        if index > 0 { append(",") }
        append(polygon)
      }
      append("]")
    }
  }

  private mutating func append(_ rings: [[Coordinate]]) {
    append("[")
    for (index, ring) in rings.enumerated() {
      if index > 0 { append(",") }
      append(ring)
    }
    append("]")
  }

  private mutating func append(_ line: [Coordinate]) {
    append("[")
    for (index, position) in line.enumerated() {
      if index > 0 { append(",") }
      append(position)
    }
    append("]")
  }

  private mutating func append(_ position: Coordinate) {
    append("[")
    appendDegrees(position.longitude)
    append(",")
    appendDegrees(position.latitude)
    append("]")
  }

  /// Writes from the whole number of steps, so no floating point formatting takes part.
  private mutating func appendDegrees(_ degrees: Double) {
    let steps = Int((degrees * Coordinate.stepsPerDegree).rounded())
    let whole = Int(Coordinate.stepsPerDegree)
    append(steps < 0 ? "-" : "")
    append(String(abs(steps) / whole))
    let decimals = String(abs(steps) % whole)
    append("." + String(repeating: "0", count: 6 - decimals.count) + decimals)
  }

  /// Village names hold letters, digits, spaces and apostrophes; JSON needs the quote and backslash escaped.
  private mutating func appendQuoted(_ text: String) {
    append("\"")
    append(
      text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
        .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))
    append("\"")
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }
}
