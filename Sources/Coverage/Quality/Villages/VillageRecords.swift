import GeoFormats
import Geospatial

/// The villages of a layer as they stand there, faults and all, where `Villages` would refuse them.
public struct VillageRecords: Sendable {
  /// The layer, read with the properties of its fields among its keys.
  public let layer: Layer
  /// One position per village; both numbers are NaN for a village that is not one point.
  public let coordinates: [Coordinate]
  /// One entry per village: its name in composed letters without case, and without white space at its ends.
  public let names: [String?]
  private let keys: [VillageField: Int]

  /// The villages of `layer`; `fields` names the property that holds each field.
  public init(_ layer: Layer, fields: [VillageField: String]) {
    self.layer = layer
    keys = fields.compactMapValues { property in
      layer.attributes.index(ofKey: property).flatMap { key in
        (0..<layer.count).contains { layer.attributes.hasValue(ofFeature: $0, key: key) } ? key : nil
      }
    }
    coordinates = (0..<layer.count).map { village in
      let range = layer.geometries.coordinates(ofFeature: village)
      let parts = layer.geometries.parts(ofFeature: village)
      guard range.count == 1, parts.allSatisfy({ layer.geometries.partKinds[$0] == .point }) else {
        return Coordinate(longitude: .nan, latitude: .nan)
      }
      return layer.geometries.coordinates[range.lowerBound]
    }
    let key = keys[.name]
    names = (0..<layer.count).map { village in
      guard let key, let value = layer.attributes.value(ofFeature: village, key: key), !value.isEmpty,
        let name = value.spelling
      else { return nil }
      // Swift compares text by canonical equivalence, so composed or not is the same.
      return name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
  }

  /// How many villages there are.
  public var count: Int { layer.count }

  /// Whether any village has a value for a field.
  func has(_ field: VillageField) -> Bool { keys[field] != nil }

  /// The value of a field; nil when the village has none.
  func value(of field: VillageField, village: Int) -> AttributeValue? {
    guard let key = keys[field], let value = layer.attributes.value(ofFeature: village, key: key), !value.isEmpty else {
      return nil
    }
    return value
  }

  /// The text of a field; nil when the village has none.
  func text(of field: VillageField, village: Int) -> String? { value(of: field, village: village)?.spelling }

  /// The villages that have a position.
  var placed: [Int] { coordinates.indices.filter { !coordinates[$0].longitude.isNaN } }

  /// The box around the villages, in **degrees**.
  public var boundingBox: BoundingBox {
    placed.reduce(into: .empty) { $0.include(coordinates[$1]) }
  }
}
