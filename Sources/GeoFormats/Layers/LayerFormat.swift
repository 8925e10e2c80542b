/// The format of a layer's file.
public enum LayerFormat: String, CaseIterable, Sendable {
  /// GeoJSON (RFC 7946), also as a sequence of features (RFC 8142 or a line each).
  case geojson
  /// Delimited text with one feature a row.
  case csv

  /// The format that the ending of `path` tells: `csv`, `tsv` and `txt` in any case are CSV, all else is GeoJSON.
  public init(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    self = ["csv", "tsv", "txt"].contains(ending) ? .csv : .geojson
  }
}
