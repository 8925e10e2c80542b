import Geospatial

/// Reads everything that GDAL reads, through `ogr2ogr` as a child process that writes GeoJSON text sequences to a pipe.
///
/// **Reference system and axes.** `ogr2ogr` is told that the coordinates are WGS 84 already (`-a_srs`), so that it hands
/// them on as the file has them, easting or longitude first whatever the order in the register; `ogrinfo` tells which
/// system they are in, and PhuSong's own transformation brings them to WGS 84. So a layer in VN-2000 gives the same
/// positions from a Shapefile as from CSV, and a system that the project declares takes the place of the file's.
///
/// **Accuracy.** Fifteen decimals of a degree or metre, from which the same `Double` is read back as GDAL had.
///
/// A layer without geometries, such as a sheet of an Excel file, comes as CSV, its coordinates in two of its columns.
struct GDALReader {
  let path: LayerPath
  /// The path as the user gave it, for errors.
  let name: String
  let request: LayerRequest
  let threads: Int

  /// The features; of a table also the line of each.
  struct Result {
    var chunk: FeatureChunk
    var lines: [Int32] = []
  }

  /// Reads the layer.
  ///
  /// - Throws: `FormatError` with GDAL's own words when it fails or complains: no part of a layer is ever returned.
  func read() async throws -> Result {
    let converter = try GDALProgram.converter(for: name)
    let dataset = try GDALDataset(path)
    let entry = try await GDALInventory.read(dataset, file: name).entry(dataset.layer, file: name)
    let format =
      entry.isSpatial
      ? ["-f", "GeoJSONSeq", "-a_srs", "EPSG:4326", "-lco", "RS=NO", "-lco", "COORDINATE_PRECISION=15"] : ["-f", "CSV"]
    let outcome = try await GDALProgram.run(
      converter, GDALDataset.configuration + format + ["/vsistdout/", dataset.name] + GDALReader.selection(entry.name),
      file: name)
    var result = try await parse(outcome.output, entry)
    result.chunk.declaredCRS = entry.crs
    for warning in GDALMessages(outcome.errors).warnings {
      result.chunk.notices.append(Layer.Notice(feature: nil, text: "\(name): GDAL: \(warning)", isLoss: false))
    }
    return result
  }

  private func parse(_ output: [UInt8], _ entry: GDALInventory.Entry) async throws -> Result {
    let source = SourceBytes(copying: entry.isSpatial ? GDALReader.withShortNumbers(output) : output)
    if !entry.isSpatial {
      var options = request.csv
      options.delimiter = UInt8(ascii: ",")
      let result = try CSVReader(source: source, path: name, keys: request.keys, options: options).read()
      return Result(chunk: result.chunk, lines: result.lines)
    }
    if output.isEmpty { return Result(chunk: FeatureChunk(keys: request.keys, source: source)) }
    return Result(
      chunk: try await GeoJSONReader(source: source, path: name, keys: request.keys, threads: threads).read())
  }

  /// JSON in which whole numbers stand without `.0` behind them, as in GeoPackages and CSV files, so that the same layer
  /// gives the same bytes from every format.
  static func withShortNumbers(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var isText = false
    var isEscaped = false
    var at = 0
    while at < json.count {
      let byte = json[at]
      if isText {
        isText = byte != UInt8(ascii: "\"") || isEscaped
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      } else if byte == UInt8(ascii: "\"") {
        isText = true
      } else if byte == UInt8(ascii: "."), at + 2 < json.count, json[at + 1] == UInt8(ascii: "0"),
        endsNumber(json[at + 2])
      {
        at += 2
        continue
      }
      result.append(byte)
      at += 1
    }
    return result
  }

  private static func endsNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }

  /// The layer as arguments; a name that looks like an option goes in as a query.
  private static func selection(_ layer: String) -> [String] {
    layer.hasPrefix("-") ? ["-sql", "SELECT * FROM \(GeoPackageFile.quoted(layer))"] : [layer]
  }
}
