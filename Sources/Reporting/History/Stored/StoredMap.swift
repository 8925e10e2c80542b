import Coverage
import GeoFormats
import Geospatial

/// Writes the villages of a history as GeoJSON with the columns of `villages.geojson`.
enum StoredMap {
  /// The whole text, the villages in the order given; with `ranks`, one per village, also score and rank.
  static func text(_ rows: [(village: StoredVillage, answer: StoredAnswer)], ranks: [UInt32]?) -> [UInt8] {
    var box = BoundingBox.empty
    for row in rows {
      if let place = row.village.place { box.include(place) }
    }
    var bytes = GeoJSONWriter.header(name: "villages", boundingBox: box)
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes.append(contentsOf: GeoJSONWriter.separator) }
      append(row.village, row.answer, rank: ranks.map { $0[index] }, to: &bytes)
    }
    bytes.append(contentsOf: GeoJSONWriter.footer)
    return bytes
  }

  private static func append(
    _ village: StoredVillage, _ answer: StoredAnswer, rank: UInt32?, to bytes: inout [UInt8]
  ) {
    bytes.append(text: "{\"type\":\"Feature\",\"properties\":{")
    for (place, field) in StoredVillage.fields.enumerated() {
      bytes.append(contentsOf: "\(place > 0 ? "," : "")\"\(field.rawValue)\":".utf8)
      if let text = village.texts[place] { JSONText.append(text, to: &bytes) } else { bytes.append(text: "null") }
    }
    for (name, number) in zip(StoredVillage.numberNames, village.numbers).prefix(2) {
      bytes.append(contentsOf: ",\"\(name)\":".utf8)
      bytes.append(number: number ?? .nan)
    }
    for (place, service) in Service.allCases.enumerated() {
      bytes.append(contentsOf: ",\"\(service)\":\"\(answer.statuses[place])\",\"\(service)_distance_m\":".utf8)
      bytes.append(fixed: answer.distancesMetres[place] ?? .nan, decimals: 1)
    }
    bytes.append(contentsOf: ",\"missing\":\(answer.statuses.count { $0 == .unserved })".utf8)
    bytes.append(text: ",\"score\":")
    bytes.append(fixed: answer.score.map { Double($0) / 100 } ?? .nan, decimals: 2)
    bytes.append(contentsOf: ",\"rank\":\(rank.map { "\($0)" } ?? "null")},\"geometry\":".utf8)
    if let place = village.place {
      GeoJSONWriter.append(point: place, to: &bytes)
    } else {
      bytes.append(text: "null")
    }
    bytes.append(text: "}")
  }
}

extension StoredVillage {
  /// Where the village is; nil where that is not known.
  fileprivate var place: Coordinate? {
    guard let longitude = numbers[2], let latitude = numbers[3] else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }
}

extension StoredResult {
  /// The villages by code as GeoJSON with the columns of `villages.geojson` that a history keeps.
  public var geoJSON: [UInt8] {
    let order = assessed.villages.order.map(Int.init)
    return StoredMap.text(rows, ranks: ranks.map { ranks in order.map { ranks[$0] } })
  }
}
