import GeoFormats
import Geospatial
import Rollout

/// The unserved villages, cable and roads of a folder laid out as the reference dataset.
enum ReferenceGround {
  /// A village this near to cable in operation has fibre, in **metres**.
  private static let servedMetres = 500.0

  /// What a candidate network is made of, with or without the roads.
  static func sources(_ folder: String, withRoads: Bool, threads: Int) async throws -> NetworkSources {
    func read(_ name: String, _ keys: [String] = []) async throws -> Layer {
      let path = folder + "/" + name + ".geojson"
      return try await LayerReader.read(LayerRequest(name: name, paths: [path], keys: keys), threads: threads)
    }
    let fibre = try await read("fibre", ["status"])
    var existing = GeometryColumn()
    for feature in 0..<fibre.count
    where fibre.attributes.value(ofFeature: feature, key: 0)?.spelling == "operational" {
      existing.appendFeature(feature, of: fibre.geometries)
    }
    let index = SegmentIndex(existing)
    let villages = try await read("villages").geometries.coordinates
      .filter { index.nearest(to: $0, within: servedMetres) == nil }
    let roads = withRoads ? RoadLayer(try await read("roads").geometries) : nil
    return NetworkSources(existing: existing, villages: villages, roads: roads)
  }
}
