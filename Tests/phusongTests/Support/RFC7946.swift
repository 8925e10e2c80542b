import Foundation
import Testing

/// Checks GeoJSON against RFC 7946, section by section, without any library for it.
enum RFC7946 {
  typealias Object = [String: Any]

  /// What is wrong with a text.
  struct Violation: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  /// Checks a whole FeatureCollection, its bounding box included; throws for the first thing that is wrong.
  static func check(_ text: Data) throws {
    let root = try require(JSONSerialization.jsonObject(with: text) as? Object, "an object")
    try expect(root["type"] as? String == "FeatureCollection", "a FeatureCollection")
    // Section 4 takes the crs member of 2008 away; section 7.1 forbids members of other types.
    for member in ["crs", "geometry", "properties", "coordinates", "geometries"] {
      try expect(root[member] == nil, "no \(member) in the collection")
    }
    var box = Box()
    for feature in try require(root["features"] as? [Any], "features") { try check(feature: feature, &box) }
    guard let bounds = root["bbox"] else { return try expect(box.isEmpty, "a bbox where there are positions") }
    try expect(try numbers(bounds) == box.sides, "bbox \(bounds) to be \(box.sides)")
  }

  private static func check(feature: Any, _ box: inout Box) throws {
    let feature = try require(feature as? Object, "a feature to be an object")
    try expect(feature["type"] as? String == "Feature", "the type Feature")
    try expect(feature["properties"] is Object || feature["properties"] is NSNull, "properties or null")
    try expect(feature["id"].map { $0 is String || $0 is NSNumber } ?? true, "an id of text or number")
    let geometry = try require(feature["geometry"], "a geometry member")
    if geometry is NSNull { return }
    try check(geometry: geometry, &box)
  }

  private static func check(geometry: Any, _ box: inout Box) throws {
    let geometry = try require(geometry as? Object, "a geometry to be an object")
    let type = try require(geometry["type"] as? String, "a geometry's type")
    if type == "GeometryCollection" {
      for part in try list(geometry["geometries"]) { try check(geometry: part, &box) }
      return
    }
    let coordinates = geometry["coordinates"]
    switch type {
    case "Point": try position(coordinates, &box)
    case "MultiPoint": for point in try list(coordinates) { try position(point, &box) }
    case "LineString": try line(coordinates, &box)
    case "MultiLineString": for part in try list(coordinates) { try line(part, &box) }
    case "Polygon": try polygon(coordinates, &box)
    case "MultiPolygon": for part in try list(coordinates) { try polygon(part, &box) }
    default: throw Violation("expected a geometry type, found \(type)")
    }
  }

  @discardableResult
  private static func position(_ value: Any?, _ box: inout Box) throws -> [Double] {
    let position = try numbers(value)
    try expect((2...3).contains(position.count), "two or three numbers")
    try expect(abs(position[0]) <= 180 && abs(position[1]) <= 90, "degrees on earth, found \(position)")
    for number in position.prefix(2) {
      try expect(abs(number * 1e7 - (number * 1e7).rounded()) < 1e-4, "at most 7 decimals, found \(number)")
    }
    box.include(position)
    return position
  }

  private static func line(_ value: Any?, _ box: inout Box) throws {
    let positions = try list(value)
    try expect(positions.count >= 2, "at least two positions")
    for value in positions { try position(value, &box) }
  }

  /// Section 3.1.6: rings closed, of four positions or more, the outer counter-clockwise, holes clockwise.
  private static func polygon(_ value: Any?, _ box: inout Box) throws {
    for (index, ring) in try list(value).enumerated() {
      var positions: [[Double]] = []
      for value in try list(ring) { positions.append(try position(value, &box)) }
      try expect(positions.count >= 4, "at least four positions in a ring")
      try expect(positions.first == positions.last, "a closed ring")
      let area = zip(positions, positions.dropFirst()).reduce(0.0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
      try expect(index == 0 ? area > 0 : area < 0, "a ring by the right-hand rule")
    }
  }

  private struct Box {
    var sides = [Double.infinity, .infinity, -.infinity, -.infinity]
    var isEmpty: Bool { sides[0] > sides[2] }

    mutating func include(_ position: [Double]) {
      sides = [
        min(sides[0], position[0]), min(sides[1], position[1]), max(sides[2], position[0]), max(sides[3], position[1]),
      ]
    }
  }

  private static func numbers(_ value: Any?) throws -> [Double] {
    try list(value).map { try require($0 as? Double, "a number") }
  }

  private static func list(_ value: Any?) throws -> [Any] { try require(value as? [Any], "an array") }

  private static func require<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw Violation("expected \(what)") }
    return value
  }

  private static func expect(_ holds: Bool, _ what: String) throws {
    if !holds { throw Violation("expected \(what)") }
  }
}
