import Foundation
import GeoFormats
import Geospatial

/// Layers as a file would give them.
enum Layers {
  static func read(_ text: String, keys: [String] = [], ending: String = "geojson") async throws -> Layer {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(ending)").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await LayerReader.read(LayerRequest(name: "test", paths: [path], keys: keys))
  }

  /// A layer of CSV with all columns asked for.
  static func table(_ text: String) async throws -> Layer {
    let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    return try await read(text, keys: header, ending: "csv")
  }

  static func points(_ positions: [(Double, Double)]) -> GeometryColumn {
    column(positions.map { [(.point, [$0])] })
  }

  static func column(_ features: [[(GeometryColumn.PartKind, [(Double, Double)])]]) -> GeometryColumn {
    var column = GeometryColumn()
    for parts in features {
      for (kind, positions) in parts {
        for position in positions { column.append(Coordinate(longitude: position.0, latitude: position.1)) }
        column.closePart(kind)
      }
      column.closeFeature()
    }
    return column
  }

  static func square(_ west: Double, _ south: Double, _ side: Double) -> [(Double, Double)] {
    [(west, south), (west + side, south), (west + side, south + side), (west, south + side), (west, south)]
  }
}
