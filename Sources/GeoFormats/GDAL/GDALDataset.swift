import Glibc

/// A file as GDAL is to open it, and the layer wanted in it.
struct GDALDataset: Hashable {
  /// What GDAL is given: never a bare file name, which might be taken for an option or for the name of a server.
  let name: String
  /// The layer wanted; nil when the only one is meant.
  let layer: String?

  /// Options for every program of GDAL: the first row of a spreadsheet is its header, names in archives are UTF-8.
  static let configuration =
    ["OGR_XLSX_HEADERS", "OGR_XLS_HEADERS", "OGR_ODS_HEADERS"].flatMap { ["--config", $0, "FORCE"] }
    + ["--config", "CPL_ZIP_ENCODING", "UTF-8"]

  /// The file of `path`, inside its archive when it is one.
  ///
  /// In an archive with several files the layer's name says which: that of the file without its ending, or its path in
  /// the archive.
  ///
  /// - Throws: `FormatError` when there is no such file, or when the archive holds several and none is named.
  init(_ path: LayerPath) throws(FormatError) {
    guard access(path.file, R_OK) == 0 else { throw FormatError(file: path.file, problem: SourceBytes.reason(errno)) }
    let file = path.file.hasPrefix("/") ? path.file : "./" + path.file
    guard LayerFormat.ending(of: path.file[...]) == "zip" else {
      (name, layer) = (file, path.wantedLayer)
      return
    }
    let members = GDALDataset.datasets(in: try ZipDirectory(path: path.file).names)
    let archive = "/vsizip/{\(file)}"
    switch members.count {
    case 0: (name, layer) = (archive, path.wantedLayer)
    case 1:
      name = "\(archive)/\(members[0])"
      let isItself = path.wantedLayer == GDALDataset.stem(of: members[0]) || path.wantedLayer == members[0]
      layer = isItself ? nil : path.wantedLayer
    default:
      let stems = members.map(GDALDataset.stem)
      let areUnique = Set(stems).count == stems.count
      let wanted = path.wantedLayer.flatMap { members.contains($0) ? $0 : nil }
      if let wanted {
        name = "\(archive)/\(wanted)"
      } else {
        let names = areUnique ? stems : members
        let chosen = try LayerChoice.name(path.wantedLayer, among: names, file: path.file)
        name = "\(archive)/\(members[names.firstIndex(of: chosen) ?? 0])"
      }
      layer = nil
    }
  }

  /// The endings of files in an archive that are layers on their own.
  private static let memberEndings: Set<String> = [
    "shp", "tab", "mif", "gpkg", "geojson", "geojsonl", "geojsons", "kml", "kmz", "gml", "fgb", "csv", "xlsx", "ods",
    "osm", "pbf", "gpx", "parquet", "sqlite", "dxf", "topojson",
  ]

  /// The files and `.gdb` folders that are data, in the order of the archive.
  private static func datasets(in names: [String]) -> [String] {
    var found: [String] = []
    for name in names where !name.hasPrefix("__MACOSX/") {
      let components = name.split(separator: "/")
      if let folder = components.firstIndex(where: { $0.lowercased().hasSuffix(".gdb") }) {
        let path = components[...folder].joined(separator: "/")
        if !found.contains(path) { found.append(path) }
      } else if !name.hasSuffix("/"), components.last?.hasPrefix(".") == false,
        memberEndings.contains(LayerFormat.ending(of: name[...]))
      {
        found.append(name)
      }
    }
    return found
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
