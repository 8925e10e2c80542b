/// The format of a layer's file.
public enum LayerFormat: String, CaseIterable, Sendable {
  /// GeoJSON (RFC 7946), also as a sequence of features (RFC 8142 or a line each).
  case geojson
  /// Delimited text with one feature a row.
  case csv
  /// GeoPackage (OGC 12-128), also with several layers.
  case gpkg
  /// Any other format that the GDAL installed on this machine reads.
  case gdal

  /// The format that the ending of `path` tells, in any case: `csv`, `tsv` and `txt` are CSV, `gpkg` is a GeoPackage, the
  /// endings of ``gdalEndings`` go through GDAL, all else is GeoJSON. `path` may name a layer behind a colon.
  public init(path: String) {
    let ending = LayerFormat.ending(of: LayerPath(path).file[...])
    switch ending {
    case "csv", "tsv", "txt": self = .csv
    case "gpkg": self = .gpkg
    default: self = LayerFormat.gdalEndings.contains(ending) ? .gdal : .geojson
    }
  }

  /// The endings, in lower case, of the files that are read through GDAL without being asked to.
  public static let gdalEndings: Set<String> = [
    "shp", "shz", "dbf", "tab", "mif", "kml", "kmz", "fgb", "gml", "pbf", "osm", "zip", "xlsx", "xls", "ods", "gdb",
    "parquet", "geoparquet", "arrow", "gpx", "dxf", "dgn", "sqlite", "db", "topojson", "gmt", "vrt",
  ]

  /// The endings of those that are tables without geometry, whose columns hold the coordinates.
  static let spreadsheetEndings: Set<String> = ["xlsx", "xls", "ods", "dbf"]

  /// Whether files with this ending may be tables with the coordinates in two columns.
  public var mayHaveCoordinateColumns: Bool { self == .csv || self == .gdal }

  /// Whether a file with this ending may hold layers to choose from.
  static func holdsLayers(ending: String) -> Bool { ending == "gpkg" || gdalEndings.contains(ending) }

  /// What stands behind the last dot of a path's last component, in lower case; empty when there is none.
  static func ending(of path: Substring) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }
}
