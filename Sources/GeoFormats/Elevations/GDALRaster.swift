import Geospatial
import Glibc

/// A raster of heights, read through `gdalwarp`: one band of 32-bit floating point on WGS 84 as ESRI `.hdr` labelled raster,
/// whose header is a few words (GDAL documentation, driver EHdr).
struct GDALRaster {
  /// The raster.
  let path: String
  /// What is wanted of it; nil for all.
  let area: BoundingBox?

  /// The value that stands for voids on the way.
  private static let void: Float = -32_768

  /// The grid of the first band.
  ///
  /// - Throws: `FormatError` with GDAL's own words when it fails, `AtomicFile.Failure` when nothing can be written.
  func read() async throws -> ElevationGrid {
    let program = try GDALProgram.warper(for: path)
    let dataset = try GDALDataset(LayerPath(path))
    let folder = try TemporaryFolder(beside: GDALProgram.temporaryPath)
    let output = "\(folder.path)/heights.bil"
    var arguments = ["-q", "-overwrite", "-t_srs", "EPSG:4326", "-r", "bilinear", "-ot", "Float32", "-of", "EHdr"]
    arguments += ["-dstnodata", "-32768"]
    if let area {
      arguments += ["-te"] + [area.west, area.south, area.east, area.north].map { String($0) }
    }
    _ = try await GDALProgram.run(program, arguments + [dataset.name, output], file: path)
    let header = try Self.header(of: "\(folder.path)/heights.hdr", for: path)
    let source = try SourceBytes(contentsOf: output)
    guard let columns = header["NCOLS"].flatMap(Int.init), let rows = header["NROWS"].flatMap(Int.init), columns > 0,
      rows > 0, source.count == 4 * columns * rows, header["NBITS"] == "32", header["BYTEORDER"] != "M",
      let west = header["ULXMAP"].flatMap(Double.init), let north = header["ULYMAP"].flatMap(Double.init),
      let across = header["XDIM"].flatMap(Double.init), let down = header["YDIM"].flatMap(Double.init)
    else { throw FormatError(file: path, problem: "GDAL wrote a raster that is not understood") }
    let heights = source.withBytes { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      return (0..<(columns * rows)).map { index in
        let bits = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
        let height = Float(bitPattern: bits)
        return height == Self.void || !height.isFinite ? Float.nan : height
      }
    }
    guard
      let grid = ElevationGrid(
        west: west, north: north, longitudeStep: across, latitudeStep: down, columnCount: columns, rowCount: rows,
        samples: .real(heights))
    else { throw FormatError(file: path, problem: "GDAL wrote a raster of no size") }
    return grid
  }

  /// The words of a header and what stands behind each.
  private static func header(of file: String, for path: String) throws(FormatError) -> [String: String] {
    let text = try SourceBytes(contentsOf: file).withBytes { String(decoding: $0, as: UTF8.self) }
    var words: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(whereSeparator: \.isWhitespace)
      if parts.count >= 2 { words[String(parts[0])] = String(parts[1]) }
    }
    return words
  }
}
