/// A format that layers are written in, by the ending of the file's name.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// GeoJSON (RFC 7946), one FeatureCollection.
  case geojson
  /// GeoJSON features, one to a line.
  case geojsonLines
  /// GeoJSON text sequence (RFC 8142), each feature behind a record separator.
  case geojsonSequence
  /// Text with commas between the cells.
  case csv
  /// Text with tabs between the cells.
  case tsv

  /// The format that the ending of `path` tells, in any case of letters; nil for an ending of none of them.
  public init?(path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let point = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: point)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  /// The endings that tell the format, in lower case, the usual one first.
  public var endings: [String] {
    switch self {
    case .geojson: ["geojson", "json"]
    case .geojsonLines: ["geojsonl", "geojsons", "ndjson"]
    case .geojsonSequence: ["geojsonseq"]
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    }
  }

  /// Whether coordinates may be in another reference system than WGS 84; in GeoJSON they may not (RFC 7946, 4).
  public var allowsAnyReferenceSystem: Bool { isTable }

  /// Whether it is delimited text.
  public var isTable: Bool { self == .csv || self == .tsv }
}
