import GeoFormats
import Geospatial

/// What `phusong info` says of a file.
struct LayerDescription {
  private let layer: Layer
  private let crs: String?
  private let repairs: [PolygonRepair.Repair]

  init(file: String, crs: String?) async throws {
    layer = try await LayerReader.read(LayerRequest(name: file, paths: [file], crs: crs))
    // What is described is the file, not what becomes of it.
    var geometries = layer.geometries
    repairs = try await PolygonRepair.repair(&geometries)
    self.crs = crs
  }

  var text: String {
    var lines = ["\(layer.name)"]
    lines.append("  features   \(layer.count)")
    lines.append("  geometry   \(geometryCounts)")
    lines.append("  crs        \(referenceSystem)")
    lines.append("  extent     \(extent)")
    if layer.coordinatesWithHeight > 0 {
      lines.append("  heights    \(layer.coordinatesWithHeight) positions have a third number, which no measure uses")
    }
    lines.append("  fields")
    lines += fields.map { "    \($0)" }
    lines += problems
    return lines.joined(separator: "\n") + "\n"
  }

  private var geometryCounts: String {
    var counts: [String: Int] = [:]
    for feature in 0..<layer.count {
      let parts = layer.geometries.parts(ofFeature: feature).map { layer.geometries.partKinds[$0] }
      let names = Set(parts.map(\.name))
      let shapes = parts.count { $0 != .hole }
      let name =
        names.isEmpty
        ? "none" : (names.count > 1 ? "GeometryCollection" : (shapes > 1 ? "Multi" : "") + (names.first ?? ""))
      counts[name, default: 0] += 1
    }
    return counts.isEmpty
      ? "none"
      : counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(
        separator: ", ")
  }

  private var referenceSystem: String {
    guard let definition = crs ?? layer.files.first?.declaredCRS else {
      return "WGS 84 longitude and latitude (RFC 7946)"
    }
    guard let system = try? CoordinateReferenceSystem(definition) else { return definition }
    if system.isWGS84LongitudeLatitude { return "\(system.description), longitude and latitude" }
    return "\(system.description), brought to WGS 84 longitude and latitude"
  }

  private var extent: String {
    let box = layer.geometries.boundingBox
    if box.isEmpty { return "none" }
    var bytes: [UInt8] = []
    for (index, side) in [box.west, box.south, box.east, box.north].enumerated() {
      if index > 0 { bytes.append(text: ", ") }
      bytes.append(fixed: side, decimals: 6, trimsZeros: true)
    }
    return String(decoding: bytes, as: UTF8.self) + "  (west, south, east, north)"
  }

  /// One line per property: name, type, how many features have it, an example.
  private var fields: [String] {
    var order: [String] = []
    var statistics: [String: FieldStatistics] = [:]
    for feature in 0..<layer.count {
      layer.attributes.forEachProperty(ofFeature: feature) { key, value in
        let name = JSONText.unescaped(key)
        if statistics[name] == nil { order.append(name) }
        statistics[name, default: FieldStatistics()].include(value)
      }
    }
    let width = order.map(\.count).max() ?? 0
    return order.map { name in
      let padding = String(repeating: " ", count: width - name.count)
      return "\(name)\(padding)  \(statistics[name]?.text(of: layer.count) ?? "")"
    }
  }

  private struct FieldStatistics {
    var types: Set<String> = []
    var filled = 0
    var example: String?

    mutating func include(_ json: UnsafeBufferPointer<UInt8>) {
      let type: String
      switch json.first {
      case UInt8(ascii: "\""): type = "text"
      case UInt8(ascii: "t"), UInt8(ascii: "f"): type = "boolean"
      case UInt8(ascii: "n"), nil: return
      case UInt8(ascii: "{"), UInt8(ascii: "["): type = "structure"
      default: type = "number"
      }
      types.insert(type)
      filled += 1
      if example == nil { example = String(String(decoding: json, as: UTF8.self).prefix(40)) }
    }

    func text(of count: Int) -> String {
      guard let example else { return "never filled" }
      return "\(types.sorted().joined(separator: " or ")), filled in \(filled) of \(count), for example \(example)"
    }
  }

  private var problems: [String] {
    var lines = layer.notices.filter { $0.feature == nil }.map(\.text)
    let single = layer.notices.compactMap { notice in notice.feature.map { ($0, notice.text) } }.sorted { $0.0 < $1.0 }
    lines += zip(layer.places(ofFeatures: single.map(\.0)), single).map { "\($0.place): \($1.1)" }
    lines += zip(layer.places(ofFeatures: repairs.map(\.feature)), repairs).map { place, repair in
      "\(place.place): \(repair.reason); \(repair.isMended ? "can be repaired" : "cannot be repaired")"
    }
    let more = lines.count - Self.greatestProblemCount
    if more > 0 { lines = lines.prefix(Self.greatestProblemCount) + ["and \(more) more"] }
    return lines.isEmpty ? ["  problems   none found"] : ["  problems"] + lines.map { "    \($0)" }
  }

  /// More problems than this nobody reads one by one.
  private static let greatestProblemCount = 100
}
