import Coverage
import GeoFormats
import Geospatial

/// Layers for the data-quality checks.
enum QualityLayers {
  /// The villages of a GeoJSON text, read with all their fields.
  static func villages(_ features: String...) async throws -> VillageRecords {
    let keys = VillageField.allCases.map(\.rawValue)
    return VillageRecords(
      try await Layers.read(collection(features), keys: keys),
      fields: Dictionary(uniqueKeysWithValues: VillageField.allCases.map { ($0, $0.rawValue) }))
  }

  static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
  }

  static func feature(_ properties: String = "{}", _ geometry: String = "null") -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
  }

  static func village(_ properties: String, _ longitude: Double = 105, _ latitude: Double = 21) -> String {
    feature(properties, "{\"type\":\"Point\",\"coordinates\":[\(longitude),\(latitude)]}")
  }

  static func lines(_ lines: [(Double, Double)]...) -> GeometryColumn { Layers.column(lines.map { [(.line, $0)] }) }
}

extension [QualityFinding] {
  /// Kind and feature of each finding, in the order of reports.
  var kinds: [String] {
    sorted(by: QualityFinding.precedes).map { "\($0.kind.rawValue) \($0.feature.map { "\($0)" } ?? "-")" }
  }
}
