import Coverage
import GeoFormats

/// Results of analyses for tests, one village a line.
enum ResultScene {
  /// A village as an analysis writes it; properties that do not matter are left out.
  struct Village {
    var code: String
    var statuses: [Status] = [.served, .served, .served]
    var distances: [Double?] = [0, 0, 0]
    var people: Double? = 100
    /// Further members of the properties, as JSON text with a comma in front of each.
    var more = ""
    /// Longitude and latitude in **degrees**; nil for a village without a position.
    var place: (Double, Double)? = (105, 21)

    var json: String {
      var text = "{\"type\":\"Feature\",\"properties\":{\"code\":\"\(code)\""
      text += ",\"population\":\(people.map { "\($0)" } ?? "null")"
      for (index, service) in Service.allCases.enumerated() {
        text += ",\"\(service)\":\"\(statuses[index])\""
        text += ",\"\(service)_distance_m\":\(distances[index].map { "\($0)" } ?? "null")"
      }
      let point = place.map { "{\"type\":\"Point\",\"coordinates\":[\($0.0),\($0.1)]}" } ?? "null"
      return text + "\(more)},\"geometry\":\(point)}"
    }
  }

  static func layer(_ villages: [Village], keys: [String] = []) async throws -> Layer {
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":[\(villages.map(\.json).joined(separator: ","))]}"
    return try await LayerReader.read(
      geoJSON: Array(text.utf8), name: "villages", keys: AssessedVillages.properties + keys)
  }

  static func assessed(_ villages: [Village], keys: [String] = []) async throws -> AssessedVillages {
    try await AssessedVillages(await layer(villages, keys: keys), threads: 2)
  }
}
