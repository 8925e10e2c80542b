import Coverage
import GeoFormats
import Geospatial

/// Writes `zones.geojson`: one feature per dead zone, by service and rank.
///
/// The collection's member `retired` names the zones of earlier runs that are no more, so that no identifier is ever used
/// twice and a zone that comes back finds its own.
enum ZonesGeoJSON {
  /// The whole text, ending with a line feed.
  static func text(_ run: ZonesRun) -> [UInt8] {
    let zones = run.services.flatMap(\.zones)
    let box = zones.reduce(into: BoundingBox.empty) { $0.include($1.ground.boundingBox) }
    var bytes = GeoJSONWriter.header(name: "zones", boundingBox: box, members: members(run))
    for (index, zone) in zones.enumerated() {
      if index > 0 { bytes.append(contentsOf: GeoJSONWriter.separator) }
      append(zone, run.analysis.inputs.villages, to: &bytes)
    }
    bytes.append(contentsOf: GeoJSONWriter.footer)
    return bytes
  }

  private static func members(_ run: ZonesRun) -> String {
    var bytes: [UInt8] = []
    bytes.append(text: "\"method\":")
    JSONText.append(run.settings.method.rawValue, to: &bytes)
    append("reach_m", run.settings.reachMetres, to: &bytes)
    append("buffer_m", run.settings.bufferMetres, to: &bytes)
    append(
      "min_villages", Double(run.settings.leastVillages ?? run.settings.method.defaultLeastVillages), to: &bytes)
    bytes.append(text: ",\"retired\":[")
    for (index, zone) in run.retired.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n{\"zone\":" : "\n{\"zone\":").utf8)
      JSONText.append(zone.identifier, to: &bytes)
      append("service", zone.service.rawValue, to: &bytes)
      append("villages", zone.codes, to: &bytes)
      bytes.append(text: "}")
    }
    bytes.append(text: "],")
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ zone: DeadZone, _ villages: Villages, to bytes: inout [UInt8]) {
    bytes.append(text: "{\"type\":\"Feature\",\"id\":")
    JSONText.append(zone.lineage.identifier, to: &bytes)
    bytes.append(text: ",\"properties\":{\"zone\":")
    JSONText.append(zone.lineage.identifier, to: &bytes)
    append("service", zone.service.rawValue, to: &bytes)
    append("rank", Double(zone.rank), to: &bytes)
    appendPlace(zone.principalVillage(villages), villages, to: &bytes)
    append("village_count", Double(zone.villages.count), to: &bytes)
    append(zone.people, "people", of: zone, to: &bytes)
    append(zone.households, "households", of: zone, to: &bytes)
    append("area_km2", fixed: zone.squareMetres / 1e6, decimals: 3, to: &bytes)
    if let score = zone.score {
      append("score", fixed: score.mean, decimals: 1, to: &bytes)
      append("score_greatest", fixed: score.greatest, decimals: 1, to: &bytes)
      append("score_weight", fixed: score.weight, decimals: 1, to: &bytes)
    }
    appendNearest(zone, villages, to: &bytes)
    append("change", zone.lineage.change.rawValue, to: &bytes)
    append("split_from", zone.lineage.splitFrom, to: &bytes)
    append("merged_from", zone.lineage.mergedFrom, to: &bytes)
    append("villages", zone.villages.map { villages.codes[$0] }, to: &bytes)
    bytes.append(text: "},\"geometry\":")
    GeoJSONWriter.append(feature: 0, of: zone.ground, to: &bytes)
    bytes.append(text: "}")
  }

  /// What people call the place: the village with the most people, and its units.
  private static func appendPlace(_ village: Int?, _ villages: Villages, to bytes: inout [UInt8]) {
    for field in [VillageField.name, .commune, .district, .province, .province2025] {
      append(field.rawValue, village.flatMap { villages.text(of: field, village: $0) }, to: &bytes)
    }
  }

  private static func appendNearest(_ zone: DeadZone, _ villages: Villages, to bytes: inout [UInt8]) {
    let nearest = zone.nearestServed
    append("nearest_served", nearest.map { villages.codes[$0.village] }, to: &bytes)
    append(
      "nearest_served_name", nearest.flatMap { villages.text(of: .name, village: $0.village) }, to: &bytes)
    append("nearest_served_m", fixed: nearest?.distanceMetres ?? .nan, decimals: 1, to: &bytes)
    append("nearest_served_from", nearest.map { villages.codes[$0.from] }, to: &bytes)
    append("distance_m", fixed: zone.nearestFeature?.distanceMetres ?? .nan, decimals: 1, to: &bytes)
    append("distance_from", zone.nearestFeature.map { villages.codes[$0.village] }, to: &bytes)
  }

  /// A sum, null where it is known of no village, and of how many villages it is not known.
  private static func append(_ count: ZoneCount, _ key: String, of zone: DeadZone, to bytes: inout [UInt8]) {
    append(key, count.unknownVillages < zone.villages.count ? count.total : .nan, to: &bytes)
    append("\(key)_unknown", Double(count.unknownVillages), to: &bytes)
  }

  // MARK: Members

  private static func append(key: String, to bytes: inout [UInt8]) {
    bytes.append(text: ",")
    JSONText.append(key, to: &bytes)
    bytes.append(text: ":")
  }

  private static func append(_ key: String, _ number: Double, to bytes: inout [UInt8]) {
    append(key: key, to: &bytes)
    bytes.append(number: number)
  }

  private static func append(_ key: String, fixed number: Double, decimals: Int, to bytes: inout [UInt8]) {
    append(key: key, to: &bytes)
    bytes.append(fixed: number, decimals: decimals)
  }

  private static func append(_ key: String, _ text: String?, to bytes: inout [UInt8]) {
    append(key: key, to: &bytes)
    if let text { JSONText.append(NormalForm.composed(text), to: &bytes) } else { bytes.append(text: "null") }
  }

  private static func append(_ key: String, _ texts: [String], to bytes: inout [UInt8]) {
    append(key: key, to: &bytes)
    bytes.append(text: "[")
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(text: ",") }
      JSONText.append(text, to: &bytes)
    }
    bytes.append(text: "]")
  }
}
