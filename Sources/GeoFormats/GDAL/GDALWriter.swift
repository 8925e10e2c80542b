import Geospatial
import Glibc

/// Writes a layer in any format that the GDAL installed on this machine writes: FlatGeobuf, zipped Shapefile, MapInfo,
/// KML, Excel and others, by the ending of the path.
///
/// The features go to `ogr2ogr` as GeoJSON text sequences in a file of a temporary folder beside the result: GDAL reads
/// them twice, once for the types of the columns, which a pipe does not allow. What it writes stands in that folder until
/// it is complete. FlatGeobuf puts the features in the order of its index. A result of one file appears complete or not at
/// all; one of several (a Shapefile that is not zipped, MapInfo) file by file, the one that was asked for last.
public enum GDALWriter {
  /// The formats by the ending of the path, in lower case, with GDAL's name for each; zipped ones first.
  static let drivers: [(ending: String, driver: String)] = [
    ("shp.zip", "ESRI Shapefile"), ("shz", "ESRI Shapefile"), ("shp", "ESRI Shapefile"), ("tab", "MapInfo File"),
    ("mif", "MapInfo File"), ("kml", "KML"), ("kmz", "LIBKML"), ("fgb", "FlatGeobuf"), ("gml", "GML"), ("xlsx", "XLSX"),
    ("ods", "ODS"), ("gpx", "GPX"), ("dxf", "DXF"), ("parquet", "Parquet"), ("sqlite", "SQLite"), ("gmt", "OGR_GMT"),
    ("gpkg", "GPKG"),
  ]

  /// Whether the ending of `path` is one that is written through GDAL.
  public static func writes(_ path: String) -> Bool { driver(for: path) != nil }

  /// Writes a layer, whose coordinates are in `crs`, easting or longitude first, to the file at `path`.
  ///
  /// A format that is always in WGS 84, such as KML, is brought there by GDAL.
  ///
  /// A spreadsheet has no geometries; of points it gets the columns `longitude` and `latitude`.
  ///
  /// - Returns: What GDAL remarked, as that a name had to be cut to ten letters.
  /// - Throws: `FormatError` with GDAL's own words, `AtomicFile.Failure` when something cannot be written.
  @discardableResult
  public static func write(
    _ layer: Layer, to path: String, name: String? = nil, crs: CoordinateReferenceSystem = .wgs84
  ) async throws -> [String] {
    guard let (ending, driver) = driver(for: path) else {
      throw FormatError(
        file: path,
        problem: "no format for this ending; expected one of " + drivers.map(\.ending).joined(separator: ", "))
    }
    let converter = try GDALProgram.converter(for: path)
    let folder = try TemporaryFolder(beside: path)
    let input = folder.path + "/layer.geojsonl"
    try writeFeatures(layer, to: input, withPositions: LayerFormat.spreadsheetEndings.contains(ending))
    let result = TemporaryFolder.name(of: path)
    let output = folder.path + "/result"
    guard mkdir(output, 0o755) == 0 else { throw AtomicFile.Failure(path: path, reason: SourceBytes.reason(errno)) }
    let stem = String(result.dropLast(ending.count + 1))
    // Dates stay the text that they are; a format may have no type for them.
    let arguments =
      ["-f", driver, "-nln", name ?? stem, "-oo", "DATE_AS_STRING=YES"] + options(ending, layer)
      + (crs.isWGS84LongitudeLatitude ? [] : ["-a_srs", crs.authorityCode ?? crs.definition])
    let outcome = try await GDALProgram.run(
      converter, arguments + [TemporaryFolder.safe("\(output)/\(result)"), TemporaryFolder.safe(input)], file: path)
    try folder.moveFiles(in: output, beside: path)
    return GDALMessages(outcome.errors).warnings
  }

  private static func driver(for path: String) -> (ending: String, driver: String)? {
    let name = TemporaryFolder.name(of: path).lowercased()
    return drivers.first { name.hasSuffix("." + $0.ending) && name.count > $0.ending.count + 1 }
  }

  private static func options(_ ending: String, _ layer: Layer) -> [String] {
    switch ending {
    case "shp", "shp.zip", "shz": ["-lco", "ENCODING=UTF-8"]
    case "tab", "mif": ["-lco", "ENCODING=UTF-8"] + bounds(layer.geometries.boundingBox)
    case "gpx": ["-dsco", "GPX_USE_EXTENSIONS=YES"]
    default: []
    }
  }

  /// MapInfo keeps positions as whole numbers of a grid over these bounds, so that narrow ones keep them finer: for all
  /// of Vietnam to 1e-8 degrees, about a millimetre, instead of 2e-7 for the whole earth.
  private static func bounds(_ box: BoundingBox) -> [String] {
    if box.isEmpty { return [] }
    let sides = [
      box.west.rounded(.down) - 1, box.south.rounded(.down) - 1, box.east.rounded(.up) + 1,
      box.north.rounded(.up) + 1,
    ]
    return ["-lco", "BOUNDS=" + sides.map { String(Int($0)) }.joined(separator: ",")]
  }

  // MARK: Features

  private static func writeFeatures(_ layer: Layer, to path: String, withPositions: Bool) throws {
    let file = try AtomicFile(path: path)
    var bytes: [UInt8] = []
    let names = withPositions ? freeNames(layer) : nil
    for feature in 0..<layer.count {
      bytes.append(text: "{\"type\":\"Feature\",\"properties\":{")
      var isFirst = true
      func appendKey(_ key: some Collection<UInt8>) {
        bytes.append(contentsOf: isFirst ? [UInt8(ascii: "\"")] : [UInt8(ascii: ","), UInt8(ascii: "\"")])
        bytes.append(contentsOf: key)
        bytes.append(text: "\":")
        isFirst = false
      }
      layer.attributes.forEachProperty(ofFeature: feature) { key, value in
        appendKey(key)
        bytes.append(contentsOf: value)
      }
      let range = layer.geometries.coordinates(ofFeature: feature)
      if let names, range.count == 1 {
        let position = layer.geometries.coordinates[range.lowerBound]
        for (name, degrees) in [(names.longitude, position.longitude), (names.latitude, position.latitude)] {
          appendKey(name.utf8)
          bytes.append(fixed: degrees, decimals: GeoJSONWriter.coordinateDecimals, trimsZeros: true)
        }
      }
      bytes.append(text: "},\"geometry\":")
      GeoJSONWriter.append(feature: feature, of: layer.geometries, to: &bytes)
      bytes.append(text: "}\n")
      if bytes.count > 1 << 20 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
    try AtomicFile.commit([file])
  }

  /// Names for the two columns of a spreadsheet that no property has.
  private static func freeNames(_ layer: Layer) -> (longitude: String, latitude: String) {
    var names = UniqueNames(reserved: layer.propertyNames(limit: .max))
    return (names.name(for: "longitude"), names.name(for: "latitude"))
  }
}

/// A folder beside a result, which goes away with its owner together with all that is left in it.
final class TemporaryFolder {
  let path: String

  /// The folder's name holds nothing of the result's: GDAL would take an ending such as `.xlsx` in it for an archive.
  init(beside result: String) throws(AtomicFile.Failure) {
    let base = result.dropLast(TemporaryFolder.name(of: result).count)
    var template = Array("\(base).phusong-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw AtomicFile.Failure(
        path: result, reason: errno == ENOENT ? "there is no such folder" : SourceBytes.reason(errno))
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { TemporaryFolder.remove(path) }

  /// The last component of a path.
  static func name(of path: String) -> Substring { path.split(separator: "/").last ?? "" }

  /// A path that cannot be taken for an option.
  static func safe(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Gives all files in `folder` their places beside `result`, that of the result's own name last.
  func moveFiles(in folder: String, beside result: String) throws(AtomicFile.Failure) {
    let own = TemporaryFolder.name(of: result)
    let names = TemporaryFolder.entries(of: folder)
    guard names.contains(String(own)) else {
      throw AtomicFile.Failure(path: result, reason: "GDAL ended without an error but wrote nothing")
    }
    let base = result.dropLast(own.count)
    for name in names.filter({ $0 != own }) + [String(own)] {
      let source = "\(folder)/\(name)"
      let descriptor = open(source, O_RDONLY | O_CLOEXEC)
      let isSynced = descriptor >= 0 && fsync(descriptor) == 0
      if descriptor >= 0 { close(descriptor) }
      guard isSynced, rename(source, base + name) == 0 else {
        throw AtomicFile.Failure(path: base + name, reason: SourceBytes.reason(errno))
      }
    }
  }

  private static func entries(of folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ folder: String) {
    for name in entries(of: folder) {
      let path = "\(folder)/\(name)"
      if unlink(path) != 0 { remove(path) }
    }
    rmdir(folder)
  }
}
