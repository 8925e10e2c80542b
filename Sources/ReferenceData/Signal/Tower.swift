import Geospatial

/// A mobile technology, by the name the features carry.
enum Technology: String {
  case second = "2G"
  case third = "3G"
  case fourth = "4G"
  case fifth = "5G"

  /// Whether the rules count it as signal.
  var counts: Bool { self != .second }
}

/// A tower of one operator.
struct Tower {
  let position: Coordinate
  let provider: String
  let technology: Technology
  let heightMetres: Int
  /// The reach of a tower without a coverage map, in **metres**.
  var rangeMetres: Int?

  /// The feature as written.
  var feature: Feature {
    var properties: [(name: String, value: PropertyValue)] = [
      ("operator", .text(provider)), ("technology", .text(technology.rawValue)),
      ("height_m", .integer(heightMetres)),
    ]
    if let rangeMetres { properties.append(("range_m", .integer(rangeMetres))) }
    return Feature(properties: properties, shape: .point(position))
  }
}

/// The mapped coverage of one operator and technology around a tower.
struct CoverageArea {
  let provider: String
  let technology: Technology
  /// Shells with their holes.
  let polygons: [[[Coordinate]]]

  /// All rings, for tests of inside and outside.
  var rings: [[Coordinate]] { polygons.flatMap { $0 } }

  /// The feature as written.
  var feature: Feature {
    Feature(
      properties: [("operator", .text(provider)), ("technology", .text(technology.rawValue))],
      shape: .polygons(polygons))
  }
}
