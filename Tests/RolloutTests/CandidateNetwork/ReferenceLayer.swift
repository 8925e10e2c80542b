import Foundation
import Geospatial

/// A layer of the reference dataset, of which only what a candidate network needs is read.
struct ReferenceLayer {
  var geometries = GeometryColumn()
  var properties: [Properties] = []

  struct Properties: Decodable {
    var status: String?
    var roadClass: String?

    enum CodingKeys: String, CodingKey {
      case status
      case roadClass = "class"
    }
  }

  private struct Collection: Decodable {
    var features: [Feature]
  }

  private struct Feature: Decodable {
    var properties: Properties
    var geometry: Geometry
  }

  /// A point or a line.
  private struct Geometry: Decodable {
    var positions: [[Double]]
    var isPoint: Bool

    enum CodingKeys: CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      isPoint = try container.decode(String.self, forKey: .type) == "Point"
      positions =
        isPoint
        ? [try container.decode([Double].self, forKey: .coordinates)]
        : try container.decode([[Double]].self, forKey: .coordinates)
    }
  }

  /// The features of a file that start in a box.
  init(_ name: String, in box: BoundingBox) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = folder.appendingPathComponent("GeoData/reference/\(name).geojson")
    for feature in try JSONDecoder().decode(Collection.self, from: Data(contentsOf: url)).features {
      let line = feature.geometry.positions.map { Coordinate(longitude: $0[0], latitude: $0[1]) }
      guard let first = line.first, box.contains(first) else { continue }
      line.forEach { geometries.append($0) }
      geometries.closePart(feature.geometry.isPoint ? .point : .line)
      geometries.closeFeature()
      properties.append(feature.properties)
    }
  }
}
