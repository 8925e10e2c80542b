/// Short ways to write GeoJSON by hand.
enum GeoJSONText {
  static func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}\n"
  }

  static func feature(_ properties: String, _ geometry: String) -> String {
    "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
  }

  static func village(_ code: String, _ position: String) -> String {
    feature("{\"code\":\"\(code)\"}", point(position))
  }

  static func point(_ position: String) -> String { "{\"type\":\"Point\",\"coordinates\":[\(position)]}" }

  static func line(_ positions: String) -> String { "{\"type\":\"LineString\",\"coordinates\":[\(positions)]}" }

  static func polygon(_ ring: String) -> String { "{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}" }

  /// Two villages that are as they should be.
  static let twoVillages = collection(village("1", "105,21"), village("2", "105.1,21"))

  /// A square around both.
  static let square = polygon("[104,20],[106,20],[106,22],[104,22],[104,20]")
}
