import GeoFormats
import Geospatial

/// What `phusong convert` writes, by the ending of the file's name.
enum ConvertDestination {
  case text(OutputFormat)
  case geoPackage
  /// A format that GDAL writes.
  case gdal

  init?(path: String) {
    if let format = OutputFormat(path: path) {
      self = .text(format)
    } else if path.lowercased().hasSuffix(".gpkg") {
      self = .geoPackage
    } else if GDALWriter.writes(path) {
      self = .gdal
    } else {
      return nil
    }
  }

  /// Every ending, as a list for messages.
  static var endings: String {
    (OutputFormat.allCases.flatMap(\.endings) + ["gpkg", "fgb", "shp.zip", "shp", "tab", "kml", "gml", "xlsx"])
      .map { "." + $0 }.joined(separator: ", ")
  }

  /// Whether it is delimited text.
  var isTable: Bool { if case .text(let format) = self { format.isTable } else { false } }

  /// Whether coordinates may be in another reference system than WGS 84; in GeoJSON they may not (RFC 7946, 4).
  var allowsAnyReferenceSystem: Bool {
    if case .text(let format) = self { format.allowsAnyReferenceSystem } else { true }
  }

  /// Writes a layer to `path`, which appears complete or not at all; what GDAL remarked. With `guardsFormulas` texts of
  /// delimited text that a spreadsheet would calculate get an apostrophe in front.
  func write(
    _ layer: Layer, crs: CoordinateReferenceSystem, hasByteOrderMark: Bool, guardsFormulas: Bool = false,
    to path: String
  ) async throws -> [String] {
    switch self {
    case .text(let format):
      let file = try AtomicFile(path: path)
      try LayerWriter(layer, crs: crs, hasByteOrderMark: hasByteOrderMark, guardsFormulas: guardsFormulas).write(
        format, to: file)
      try AtomicFile.commit([file])
      return []
    case .geoPackage where !crs.isWGS84LongitudeLatitude:
      // PhuSong's own GeoPackages are in WGS 84; GDAL writes any.
      return try await GDALWriter.write(layer, to: path, name: layer.name, crs: crs)
    case .geoPackage:
      try GeoPackageWriter.write(layers: [.init(layer)], to: path)
      return []
    case .gdal:
      let remarks = try await GDALWriter.write(layer, to: path, name: layer.name, crs: crs)
      let isMapInfo = [".tab", ".mif"].contains { path.lowercased().hasSuffix($0) }
      guard isMapInfo, !crs.isWGS84LongitudeLatitude else { return remarks }
      return remarks + [
        "a MapInfo file does not keep every datum; who reads it should be told that it is in \(crs.label)"
      ]
    }
  }
}
