import GeoFormats
import Geospatial

@testable import Coverage

/// A few features to ask filters about.
enum Features {
  /// Six villages; `people` and `households` as JSON has numbers, `code` and `poor` as a CSV would, as text.
  static let villages = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"code": "01", "name": "Bản Nậm Pồ", "people": 120, "households": 30, "poor": "12.5",
    "border": true, "updated": "2024-01-10", "seen": "2024-01-10T07:30:00Z", "roads": ["a", "b"]},
    "geometry": {"type": "Point", "coordinates": [103.0, 21.0]}},
    {"type": "Feature", "properties": {"code": "02", "name": "Thôn Đắk Lắk", "people": 250, "households": 0, "poor": " 8 ",
    "border": false, "updated": "2024-06-30", "seen": "2024-06-30T23:59:59.5Z", "roads": ["b", "c"]},
    "geometry": {"type": "Point", "coordinates": [103.5, 21.0]}},
    {"type": "Feature", "properties": {"code": "3", "name": "Xóm Mới", "people": 250.5, "households": 70, "poor": "n/a",
    "border": null, "updated": "2023-12-31", "seen": "2024-01-01T06:00:00+07:00", "roads": []},
    "geometry": {"type": "Point", "coordinates": [104.0, 21.0]}},
    {"type": "Feature", "properties": {"code": "10", "name": "", "people": null, "households": 5, "poor": "",
    "border": true, "updated": null, "seen": "soon", "roads": null},
    "geometry": null},
    {"type": "Feature", "properties": {"name": "100% mới_", "people": -3, "households": 5, "poor": "100",
    "border": "TRUE", "updated": "2024-01-10T00:00:00Z", "seen": "2024-01-10", "roads": "[\\"a\\"]"},
    "geometry": {"type": "Point", "coordinates": [103.0, 22.0]}},
    {"type": "Feature", "properties": {"code": 3, "name": "Ba\\u0309n Na\\u0323\\u0302m", "people": "300", "households": 1e2,
    "poor": "1e1", "border": "no", "updated": "2024-02-30", "seen": " 2024-01-10 07:30:00 ", "roads": ["a", 1, true]},
    "geometry": {"type": "Point", "coordinates": [103.25, 21.25]}}
    ]}
    """
  static let keys = ["code", "name", "people", "households", "poor", "border", "updated", "seen", "roads"]

  static func columns() async throws -> CQL2.Columns { CQL2.Columns(try await Layers.read(villages, keys: keys)) }

  /// The features that satisfy a filter; the mask and single questions must agree.
  static func matching(_ text: String, _ columns: CQL2.Columns) throws -> [Int] {
    let bound = try CQL2.Filter(text).bound(to: columns)
    let mask = try bound.mask()
    let evaluator = try bound.evaluator()
    let single = try (0..<columns.count).filter { try evaluator.matches($0) }
    let all = mask.indices.filter { mask[$0] }
    return all == single ? all : [-1]
  }

  /// What a filter says of each feature: `T`, `F` or `?` for NULL.
  static func truths(_ text: String, _ columns: CQL2.Columns) throws -> String {
    let evaluator = try CQL2.Filter(text).bound(to: columns).evaluator()
    return try (0..<columns.count).map { feature in
      switch try evaluator.truth(feature) {
      case .yes: "T"
      case .no: "F"
      case .unknown: "?"
      }
    }.joined()
  }
}
