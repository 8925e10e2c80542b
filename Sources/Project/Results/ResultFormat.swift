/// The formats in which the map of the villages can be written.
public enum ResultFormat: String, CaseIterable, Sendable {
  /// `villages.geojson`, by RFC 7946.
  case geojson
  /// `villages.gpkg`, a GeoPackage with the same columns and a style that QGIS picks up.
  case gpkg

  /// The name of the file.
  public var fileName: String { "villages.\(rawValue)" }
}
