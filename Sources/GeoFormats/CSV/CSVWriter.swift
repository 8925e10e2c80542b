import Geospatial

/// Writes a layer as delimited text: UTF-8, a header line, one feature a row, cells quoted as in RFC 4180, lines ended by
/// a line feed.
///
/// The geometry stands first: `longitude` and `latitude` in **degrees** with at most seven decimals, or `easting` and
/// `northing` with at most three, where no feature is more than a point; else well-known text in `wkt`. Then comes the
/// `id` of GeoJSON, where a feature has one, and every property of any feature, in the order in which they first stand.
/// A property called like one of these columns gets `_input` behind its name, unless it is the column of a table that the
/// position was read from. Text is written without its JSON quotes, null and what is absent as nothing, arrays and objects as JSON.
public struct CSVWriter {
  private let layer: Layer
  private let crs: CoordinateReferenceSystem
  private let delimiter: UInt8
  private let hasByteOrderMark: Bool
  private let guardsFormulas: Bool
  private let isProjected: Bool
  private let columns: Columns

  /// What the columns hold.
  private struct Columns {
    var isPoints: Bool
    var hasIdentifier: Bool
    /// The names of all columns.
    var header: [String]
    /// Where a property's cells start among the columns.
    var firstProperty: Int
    /// The places of the properties behind the first, by their keys as JSON bytes without quotes.
    var places: [[UInt8]: Int]
  }

  /// A writer of `layer`, whose coordinates are in `crs`, with the byte `delimiter` between cells.
  ///
  /// - Parameter guardsFormulas: whether texts that a spreadsheet would calculate get an apostrophe in front; reading gives
  ///   them back with it.
  public init(
    _ layer: Layer, crs: CoordinateReferenceSystem = .wgs84, delimiter: UInt8 = UInt8(ascii: ","),
    hasByteOrderMark: Bool = false, guardsFormulas: Bool = false
  ) {
    self.guardsFormulas = guardsFormulas
    self.layer = layer
    self.crs = crs
    self.delimiter = delimiter
    self.hasByteOrderMark = hasByteOrderMark
    isProjected = crs.kind == .projected
    columns = Self.columns(of: layer, isProjected: crs.kind == .projected)
  }

  /// Writes the whole layer.
  public func write(to file: AtomicFile) throws {
    var stream = ByteStream(file)
    if hasByteOrderMark { stream.bytes += [0xEF, 0xBB, 0xBF] }
    for (index, name) in columns.header.enumerated() {
      if index > 0 { stream.bytes.append(delimiter) }
      append(cell: name, to: &stream.bytes)
    }
    stream.bytes.append(0x0A)
    let context = columns.isPoints ? nil : try GEOSContext()
    var cells = [String](repeating: "", count: columns.header.count - columns.firstProperty)
    for feature in 0..<layer.count {
      if let context {
        try appendWellKnownText(feature, context, to: &stream.bytes)
      } else {
        appendPoint(feature, to: &stream.bytes)
      }
      if columns.hasIdentifier {
        stream.bytes.append(delimiter)
        append(cell: layer.attributes.withIdentifierBytes(ofFeature: feature, cell), to: &stream.bytes)
      }
      appendProperties(feature, &cells, to: &stream.bytes)
      stream.bytes.append(0x0A)
      try stream.flushIfFull()
    }
    try stream.flush()
  }

  // MARK: Columns

  private static func columns(of layer: Layer, isProjected: Bool) -> Columns {
    let geometries = layer.geometries
    let isPoints = (0..<layer.count).allSatisfy { feature in
      let parts = geometries.parts(ofFeature: feature)
      return parts.isEmpty || (parts.count == 1 && geometries.partKinds[parts.lowerBound] == .point)
    }
    var header = isPoints ? (isProjected ? ["easting", "northing"] : ["longitude", "latitude"]) : ["wkt"]
    let hasIdentifier = (0..<layer.count).contains { feature in
      layer.attributes.withIdentifierBytes(ofFeature: feature) { !$0.isEmpty }
    }
    if hasIdentifier { header.append("id") }
    let firstProperty = header.count
    // The columns that the positions were read from, when the writer fills columns of these names itself.
    let replaced = Set(header).intersection(layer.files.flatMap(\.coordinateColumns))
    var places: [[UInt8]: Int] = [:]
    var placesOfNames: [String: Int] = [:]
    for feature in 0..<layer.count {
      layer.attributes.forEachProperty(ofFeature: feature) { key, _ in
        let bytes = Array(key)
        guard places[bytes] == nil else { return }
        // One name may be spelled in two ways, with escapes and without.
        let name = JSONText.unescaped(key)
        guard !replaced.contains(name) else { return }
        let place = placesOfNames[name] ?? placesOfNames.count
        if placesOfNames[name] == nil { header.append(name) }
        placesOfNames[name] = place
        places[bytes] = place
      }
    }
    rename(&header, from: firstProperty)
    return Columns(
      isPoints: isPoints, hasIdentifier: hasIdentifier, header: header, firstProperty: firstProperty, places: places)
  }

  /// Gives properties that are called like a column of the writer another name, `_input` behind their own.
  private static func rename(_ header: inout [String], from firstProperty: Int) {
    var taken = Set(header[..<firstProperty])
    let own = Set(header[firstProperty...])
    for index in firstProperty..<header.count {
      var name = header[index]
      if taken.contains(name) {
        repeat { name += "_input" } while taken.contains(name) || own.contains(name)
      }
      taken.insert(name)
      header[index] = name
    }
  }

  // MARK: Cells

  private var decimals: Int { isProjected ? 3 : GeoJSONWriter.coordinateDecimals }

  private func appendPoint(_ feature: Int, to bytes: inout [UInt8]) {
    guard let index = layer.geometries.coordinates(ofFeature: feature).first else {
      bytes.append(delimiter)
      return
    }
    let position = layer.geometries.coordinates[index]
    bytes.append(fixed: position.longitude, decimals: decimals, trimsZeros: true)
    bytes.append(delimiter)
    bytes.append(fixed: position.latitude, decimals: decimals, trimsZeros: true)
  }

  private func appendWellKnownText(_ feature: Int, _ context: GEOSContext, to bytes: inout [UInt8]) throws {
    guard !layer.geometries.parts(ofFeature: feature).isEmpty else { return }
    do {
      let geometry = try GEOSGeometry(feature: feature, of: layer.geometries, in: context)
      append(cell: try geometry.wkt(decimals: decimals), to: &bytes)
    } catch let error as GEOSError {
      throw layer.error(feature: feature, "no well-known text can be made of it: \(error.message)")
    }
  }

  private func appendProperties(_ feature: Int, _ cells: inout [String], to bytes: inout [UInt8]) {
    for index in cells.indices { cells[index] = "" }
    layer.attributes.forEachProperty(ofFeature: feature) { key, value in
      if let place = columns.places[Array(key)] { cells[place] = cell(value) }
    }
    for cell in cells {
      bytes.append(delimiter)
      append(cell: cell, to: &bytes)
    }
  }

  /// The text of a JSON value.
  private func cell(_ json: UnsafeBufferPointer<UInt8>) -> String {
    switch json.first {
    case nil, UInt8(ascii: "n"): return ""
    case UInt8(ascii: "\""):
      let text = JSONText.unescaped(UnsafeBufferPointer(rebasing: json[1..<(json.count - 1)]))
      return guardsFormulas ? FormulaGuard.guarded(text) : text
    default: return String(decoding: json, as: UTF8.self)
    }
  }

  private func append(cell: String, to bytes: inout [UInt8]) { bytes.append(cell: cell, delimiter: delimiter) }
}

extension Array where Element == UInt8 {
  /// Appends a cell of delimited text, in quotes where it needs them (RFC 4180).
  package mutating func append(cell: String, delimiter: UInt8) {
    var cell = cell
    cell.withUTF8 { text in
      let isPlain = text.allSatisfy { byte in
        byte != delimiter && byte != UInt8(ascii: "\"") && byte != 0x0A && byte != 0x0D
      }
      // Some readers take white space off the ends of what is not quoted.
      if isPlain, text.first != 0x20, text.last != 0x20 {
        append(contentsOf: text)
        return
      }
      append(UInt8(ascii: "\""))
      for byte in text {
        if byte == UInt8(ascii: "\"") { append(byte) }
        append(byte)
      }
      append(UInt8(ascii: "\""))
    }
  }
}
