import Geospatial

@testable import GeoFormats

/// A layer of every kind of value and geometry, made from GeoJSON text.
enum GeoPackageSample {
  static let villages = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"00127","Tên":"Bản \\"Nà\\" Lốc","people":1200,"rate":0.25,"border":true,\
    "tags":{"a":[1,2]},"empty":null,"big":9007199254740993,"mixed":1},"geometry":{"type":"Point","coordinates":[103.1,21.4]}},
    {"type":"Feature","properties":{"code":"00128","Tên":"","people":null,"rate":3,"border":false,"tags":null,\
    "empty":null,"big":-5,"mixed":"x"},"geometry":{"type":"Point","coordinates":[104.5,22.25]}},
    {"type":"Feature","properties":{"code":"00129"},"geometry":null}
    ]}
    """

  static let shapes = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"n":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],\
    [[1,1],[1,2],[2,2],[1,1]]]}},
    {"type":"Feature","properties":{"n":2},"geometry":{"type":"MultiPolygon","coordinates":[[[[5,5],[9,5],[9,9],[5,5]]],\
    [[[20,20],[21,20],[21,21],[20,20]]]]}}
    ]}
    """

  static let mixture = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}},
    {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[\
    {"type":"Point","coordinates":[2,2]},{"type":"LineString","coordinates":[[3,3],[4,4]]}]}}
    ]}
    """

  static func layer(_ text: String, name: String = "villages") async throws -> Layer {
    try await LayerReader.read(geoJSON: Array(text.utf8), name: name)
  }

  /// The properties of a feature as one JSON text.
  static func properties(_ layer: Layer, _ feature: Int) -> [String] {
    var members: [String] = []
    layer.attributes.forEachProperty(ofFeature: feature) { key, value in
      members.append(String(decoding: key, as: UTF8.self) + "=" + String(decoding: value, as: UTF8.self))
    }
    return members
  }
}
