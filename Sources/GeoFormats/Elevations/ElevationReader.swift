import Geospatial
import Glibc

/// Reads terrain models: folders of SRTM tiles or one tile by itself, and every other raster through GDAL's `gdalwarp` as a
/// child process, which brings it to WGS 84.
public enum ElevationReader {
  /// The model of a file, or of all tiles (`.hgt`) in a folder.
  ///
  /// With `area` only what reaches into it is read; positions outside then have no height.
  ///
  /// - Throws: `FormatError` for a file that is not there or no raster, and for a folder without tiles.
  public static func read(_ path: String, area: BoundingBox? = nil) async throws -> ElevationModel {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FormatError(file: path, problem: SourceBytes.reason(errno)) }
    if status.st_mode & S_IFMT == S_IFDIR {
      return ElevationModel(try tiles(in: path, area: area))
    }
    if path.lowercased().hasSuffix(".hgt") { return ElevationModel([try SRTMTile.read(path)]) }
    return ElevationModel([try await GDALRaster(path: path, area: area).read()])
  }

  private static func tiles(in folder: String, area: BoundingBox?) throws(FormatError) -> [ElevationGrid] {
    guard let stream = opendir(folder) else { throw FormatError(file: folder, problem: SourceBytes.reason(errno)) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.lowercased().hasSuffix(".hgt") { names.append(name) }
    }
    guard !names.isEmpty else {
      throw FormatError(file: folder, problem: "there is no tile in this folder; expected files as N21E103.hgt")
    }
    var grids: [ElevationGrid] = []
    for name in names.sorted() {
      if let area, let corner = SRTMTile.corner(ofName: name) {
        let (west, south) = (Double(corner.longitude), Double(corner.latitude))
        let box = BoundingBox(west: west, south: south, east: west + 1, north: south + 1)
        if !box.intersectsAnyTurn(area) { continue }
      }
      grids.append(try SRTMTile.read("\(folder)/\(name)"))
    }
    return grids
  }
}
