import Coverage
import GeoFormats
import Geospatial

/// Writes a report as `quality.json`, and its places as `quality.geojson`.
public enum QualityJSON {
  /// The whole report, ending with a line feed: counts by severity, the layers with counts by kind, and all findings.
  public static func text(_ report: QualityReport) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(text: "{\n  \"project\": ")
    JSONText.append(report.project, to: &bytes)
    for severity in QualitySeverity.allCases {
      bytes.append(contentsOf: ",\n  \"\(severity.rawValue)s\": \(report.count(of: severity))".utf8)
    }
    bytes.append(text: ",\n  \"layers\": [")
    let groups = report.groups
    for (index, layer) in report.layers.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n    {\"name\": " : "\n    {\"name\": ").utf8)
      JSONText.append(layer.name, to: &bytes)
      bytes.append(text: ", \"features\": ")
      bytes.append(contentsOf: (layer.featureCount.map { "\($0)" } ?? "null").utf8)
      bytes.append(text: ", \"findings\": [")
      for (place, group) in groups.filter({ $0.layer == layer.name }).enumerated() {
        let start = place > 0 ? ", " : ""
        bytes.append(
          contentsOf:
            "\(start){\"kind\": \"\(group.kind.rawValue)\", \"severity\": \"\(group.severity)\", \"count\": \(group.entries.count)}"
            .utf8)
      }
      bytes.append(text: "]}")
    }
    bytes.append(text: "\n  ],\n  \"findings\": [")
    for (index, entry) in report.entries.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n    {" : "\n    {").utf8)
      append(entry, to: &bytes)
      append(key: "longitude", entry.finding.coordinate?.longitude, decimals: 7, to: &bytes)
      append(key: "latitude", entry.finding.coordinate?.latitude, decimals: 7, to: &bytes)
      bytes.append(text: "}")
    }
    bytes.append(contentsOf: (report.entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
    return bytes
  }

  /// The findings that have a place, as points with the properties of ``text(_:)``.
  public static func map(_ report: QualityReport) -> [UInt8] {
    let placed = report.entries.filter { $0.finding.coordinate != nil }
    let box = placed.reduce(into: BoundingBox.empty) { box, entry in
      if let coordinate = entry.finding.coordinate { box.include(coordinate) }
    }
    var bytes = GeoJSONWriter.header(name: "quality", boundingBox: box)
    for (index, entry) in placed.enumerated() {
      guard let coordinate = entry.finding.coordinate else { continue }
      if index > 0 { bytes.append(contentsOf: GeoJSONWriter.separator) }
      bytes.append(text: "{\"type\":\"Feature\",\"properties\":{")
      append(entry, to: &bytes)
      bytes.append(text: "},\"geometry\":")
      GeoJSONWriter.append(point: coordinate, to: &bytes)
      bytes.append(text: "}")
    }
    bytes.append(contentsOf: GeoJSONWriter.footer)
    return bytes
  }

  /// The members of a finding, without braces.
  private static func append(_ entry: QualityReport.Entry, to bytes: inout [UInt8]) {
    let finding = entry.finding
    bytes.append(contentsOf: "\"severity\": \"\(finding.severity)\", \"kind\": \"\(finding.kind.rawValue)\"".utf8)
    append(key: "layer", finding.layer, to: &bytes)
    append(key: "file", entry.file, to: &bytes)
    append(key: "place", entry.place.isEmpty ? nil : entry.place, to: &bytes)
    bytes.append(contentsOf: ", \"feature\": \(finding.feature.map { "\($0)" } ?? "null")".utf8)
    append(key: "message", entry.message, to: &bytes)
    append(key: "distance_m", finding.distanceMetres, decimals: 3, to: &bytes)
  }

  private static func append(key: StaticString, _ text: String?, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ", \"\(key)\": ".utf8)
    if let text { JSONText.append(text, to: &bytes) } else { bytes.append(text: "null") }
  }

  private static func append(key: StaticString, _ number: Double?, decimals: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ", \"\(key)\": ".utf8)
    bytes.append(fixed: number ?? .nan, decimals: decimals, trimsZeros: true)
  }
}
