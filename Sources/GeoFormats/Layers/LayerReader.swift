import Geospatial

/// What to read and how.
public struct LayerRequest: Sendable {
  /// The name by which errors and outputs call the layer.
  public var name: String
  /// The files, read in this order as one layer; each may name one of its layers, as in `villages.gpkg:hamlets`.
  public var paths: [String]
  /// The format of all files; nil to go by each file's name.
  public var format: LayerFormat?
  /// The coordinate reference system of all files; nil to go by what each file declares, else WGS 84.
  public var crs: String?
  /// How to read delimited text.
  public var csv: CSVOptions
  /// The properties whose values are wanted; all others are carried as bytes.
  public var keys: [String]
  /// The reference system that the coordinates are brought to, easting or longitude first.
  public var target = CoordinateReferenceSystem.wgs84
  /// Where features are wanted, in **degrees** on WGS 84: those whose own box meets it. Nil, the default, for everywhere.
  public var boundingBox: BoundingBox?

  /// A request; what is not given is found from the files.
  public init(
    name: String, paths: [String], format: LayerFormat? = nil, crs: String? = nil, csv: CSVOptions = CSVOptions(),
    keys: [String] = [], boundingBox: BoundingBox? = nil
  ) {
    self.name = name
    self.paths = paths
    self.format = format
    self.crs = crs
    self.csv = csv
    self.keys = keys
    self.boundingBox = boundingBox
  }
}

/// Reads layers, checks that they are on earth, and brings them to WGS 84 longitude and latitude or another target.
public enum LayerReader {
  /// Reads the files of a request as one layer. The bytes of the result do not depend on `threads`.
  ///
  /// - Throws: `FormatError` that names the file and the place of the first thing that is wrong.
  public static func read(_ request: LayerRequest, threads: Int = 1) async throws -> Layer {
    var parts: [(file: Layer.File, chunk: FeatureChunk)] = []
    for path in request.paths {
      parts.append(try await readFile(path, request, threads: threads))
    }
    let layer = joined(parts, request)
    guard let box = request.boundingBox else { return layer }
    return layer.filtered { feature in
      let own = layer.geometries.boundingBox(ofFeature: feature)
      return !own.isEmpty && box.intersectsAnyTurn(own)
    }
  }

  /// Reads GeoJSON in memory, in WGS 84, as a layer called `name`, with the properties `keys`.
  ///
  /// - Throws: `FormatError` as ``read(_:threads:)`` does.
  public static func read(
    geoJSON bytes: [UInt8], name: String, keys: [String] = [], threads: Int = 1
  ) async throws -> Layer {
    let chunk = try await GeoJSONReader(source: SourceBytes(copying: bytes), path: name, keys: keys, threads: threads)
      .read()
    return joined(
      [(Layer.File(path: name, endFeature: chunk.count), chunk)], LayerRequest(name: name, paths: [name]))
  }

  /// The names of the layers in a file, for the formats that can hold several; empty for GeoJSON and CSV.
  ///
  /// - Throws: `FormatError` when the file cannot be read.
  public static func layerNames(ofFile path: String, format: LayerFormat? = nil) async throws -> [String] {
    let parts = LayerPath(path)
    switch format ?? LayerFormat(path: path) {
    case .geojson, .csv: return []
    case .gpkg: return try GeoPackageFile(path: parts.file).layerNames()
    case .gdal: return try await GDALInventory.read(try GDALDataset(parts), file: path).entries.map(\.name)
    }
  }

  private static func readFile(
    _ path: String, _ request: LayerRequest, threads: Int
  ) async throws -> (Layer.File, FeatureChunk) {
    var file = Layer.File(path: path, endFeature: 0)
    var chunk: FeatureChunk
    let format = request.format ?? LayerFormat(path: path)
    switch format {
    case .geojson:
      let source = try SourceBytes(contentsOf: path)
      chunk = try await GeoJSONReader(source: source, path: path, keys: request.keys, threads: threads).read()
    case .csv:
      let source = try SourceBytes(contentsOf: path)
      // A definition that PROJ does not know is reported when it is used.
      let crs = request.crs.flatMap { try? CoordinateReferenceSystem($0) }
      let result = try CSVReader(source: source, path: path, keys: request.keys, options: request.csv, crs: crs).read()
      chunk = result.chunk
      file.lines = result.lines
      file.coordinateColumns = result.coordinateColumns
    case .gpkg:
      let parts = LayerPath(path)
      let result = try GeoPackageReader(
        path: path, file: try GeoPackageFile(path: parts.file), layer: parts.wantedLayer, keys: request.keys,
        boundingBox: request.boundingBox, crs: request.crs
      ).read()
      chunk = result.chunk
      file.lines = result.rowKeys
      file.placeName = "row"
    case .gdal:
      let result = try await GDALReader(path: LayerPath(path), name: path, request: request, threads: threads).read()
      chunk = result.chunk
      file.lines = result.lines
      file.placeName = result.lines.isEmpty ? "" : "line"
    }
    file.endFeature = chunk.count
    file.declaredCRS = chunk.declaredCRS
    let originals = request.target.isWGS84LongitudeLatitude ? nil : chunk.geometries
    try bringToWGS84(&chunk, file, request, format)
    if let originals {
      chunk.geometries = try brought(originals, file, request)
    } else {
      chunk.geometries.unwrapPolygons()
    }
    return (file, chunk)
  }

  private static func bringToWGS84(
    _ chunk: inout FeatureChunk, _ file: Layer.File, _ request: LayerRequest, _ format: LayerFormat
  ) throws(FormatError) {
    if let definition = request.crs ?? file.declaredCRS {
      do {
        let crs = try CoordinateReferenceSystem(definition)
        if !crs.isWGS84LongitudeLatitude { try transform(&chunk, from: crs, file, request) }
      } catch {
        throw error as? FormatError ?? FormatError(file: file.path, problem: "crs \"\(definition)\": \(error)")
      }
      if format == .csv, request.crs == nil {
        chunk.notices.insert(
          Layer.Notice(feature: nil, text: "\(file.path): the geometries are marked as \(definition)", isLoss: false),
          at: 0)
      } else if format == .geojson, request.crs == nil {
        chunk.notices.insert(
          memberNotice(definition, path: file.path), at: 0)
      }
    }
    if let (feature, problem) = CoordinateCheck.firstError(in: chunk.geometries) {
      let layer = joined([(file, chunk)], request)
      throw layer.error(feature: feature, problem)
    }
  }

  /// That the `crs` member of a GeoJSON file was honoured.
  static func memberNotice(_ definition: String, path: String) -> Layer.Notice {
    Layer.Notice(
      feature: nil, text: "\(path): a \"crs\" member as in GeoJSON of 2008 (\(definition)); honoured", isLoss: false)
  }

  /// Coordinates as the file has them, by one operation in the target, so that nothing is lost on the way over WGS 84.
  private static func brought(
    _ originals: GeometryColumn, _ file: Layer.File, _ request: LayerRequest
  ) throws -> GeometryColumn {
    var result = originals
    do {
      let source = try CoordinateReferenceSystem(request.crs ?? file.declaredCRS ?? "EPSG:4326")
      if source != request.target {
        try Transformation(from: source, to: request.target).transform(&result.coordinates)
      }
    } catch {
      throw FormatError(file: file.path, problem: "\(error)")
    }
    return result
  }

  /// Brings coordinates from `crs` to WGS 84, checking before and behind that they fit it.
  private static func transform(
    _ chunk: inout FeatureChunk, from crs: CoordinateReferenceSystem, _ file: Layer.File, _ request: LayerRequest
  ) throws {
    let originals = chunk.geometries
    if let (feature, problem) = ReferenceSystemCheck.firstError(in: originals, declared: crs) {
      throw joined([(file, chunk)], request).error(feature: feature, problem)
    }
    let transformation = try Transformation(from: crs)
    do {
      try transformation.transform(&chunk.geometries.coordinates)
    } catch ReferenceSystemError.coordinateFailed(let index, let coordinate, let from, let to, let message) {
      let feature = (0..<originals.count).first { originals.coordinates(ofFeature: $0).contains(index) } ?? 0
      let problem =
        ReferenceSystemCheck.problem(untransformed: coordinate, in: originals, of: crs)
        ?? "\(coordinate) cannot be transformed from \(from) to \(to): \(message)"
      throw joined([(file, chunk)], request).error(feature: feature, problem)
    }
    chunk.notices.insert(transformation.notice(file: file.path), at: 0)
    if let (feature, problem) = ReferenceSystemCheck.firstError(
      in: chunk.geometries, transformedFrom: originals, of: crs)
    {
      throw joined([(file, chunk)], request).error(feature: feature, problem)
    }
  }

  private static func joined(_ parts: [(file: Layer.File, chunk: FeatureChunk)], _ request: LayerRequest) -> Layer {
    var parts = parts
    if parts.count == 1 {
      let (file, chunk) = parts[0]
      return Layer(
        name: request.name, geometries: chunk.geometries, attributes: chunk.attributes, files: [file],
        notices: chunk.notices, coordinatesWithHeight: chunk.coordinatesWithHeight)
    }
    // Several files share one run of bytes, so that an offset alone says where a property is.
    let bytes = parts.reduce(into: [UInt8]()) { bytes, part in
      part.chunk.attributes.source.withBytes { bytes.append(contentsOf: $0) }
    }
    var whole = FeatureChunk(keys: request.keys, source: SourceBytes(copying: bytes))
    var firstByte = 0
    for index in parts.indices {
      let length = parts[index].chunk.attributes.source.count
      parts[index].file.firstByte = firstByte
      parts[index].chunk.attributes.shift(by: firstByte)
      whole.append(contentsOf: parts[index].chunk)
      parts[index].file.endFeature = whole.count
      firstByte += length
    }
    return Layer(
      name: request.name, geometries: whole.geometries, attributes: whole.attributes, files: parts.map(\.file),
      notices: whole.notices, coordinatesWithHeight: whole.coordinatesWithHeight)
  }
}
