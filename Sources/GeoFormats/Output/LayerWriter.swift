import Geospatial

/// Writes a layer in any of the output formats, feature by feature in its order, the same bytes for the same layer.
public struct LayerWriter {
  /// The layer, its coordinates in `crs`.
  public let layer: Layer
  /// The reference system of the coordinates.
  public let crs: CoordinateReferenceSystem
  /// Whether delimited text starts with the byte-order mark of UTF-8, by which Excel knows the encoding.
  public let hasByteOrderMark: Bool
  /// Whether texts of delimited text that a spreadsheet would calculate get an apostrophe in front.
  public let guardsFormulas: Bool

  /// A writer of `layer`, whose coordinates are in `crs`.
  public init(
    _ layer: Layer, crs: CoordinateReferenceSystem = .wgs84, hasByteOrderMark: Bool = false,
    guardsFormulas: Bool = false
  ) {
    self.guardsFormulas = guardsFormulas
    self.layer = layer
    self.crs = crs
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// Writes everything to a file, which is not yet committed.
  public func write(_ format: OutputFormat, to file: AtomicFile) throws {
    switch format {
    case .geojson: try GeoJSONLayerWriter(layer, form: .collection).write(to: file)
    case .geojsonLines: try GeoJSONLayerWriter(layer, form: .lines).write(to: file)
    case .geojsonSequence: try GeoJSONLayerWriter(layer, form: .sequence).write(to: file)
    case .csv: try table(delimiter: UInt8(ascii: ",")).write(to: file)
    case .tsv: try table(delimiter: 0x09).write(to: file)
    }
  }

  private func table(delimiter: UInt8) -> CSVWriter {
    CSVWriter(
      layer, crs: crs, delimiter: delimiter, hasByteOrderMark: hasByteOrderMark,
      guardsFormulas: guardsFormulas)
  }
}

/// Collects bytes and hands them to a file a megabyte at a time.
struct ByteStream {
  private let file: AtomicFile
  private static let capacity = 1 << 20
  /// What has not gone out yet; append to it and call ``flushIfFull()`` now and then.
  var bytes: [UInt8] = []

  init(_ file: AtomicFile) {
    self.file = file
    bytes.reserveCapacity(Self.capacity + Self.capacity / 8)
  }

  mutating func flushIfFull() throws {
    if bytes.count >= Self.capacity { try flush() }
  }

  mutating func flush() throws {
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
