import Geospatial

/// Reads delimited text with a header line into features: two columns make the point, all columns become properties.
///
/// A column whose filled cells are all numbers as JSON writes them becomes numbers; any other stays text, so that the
/// code `00127` keeps its zeros, and so does one with whole numbers of more than 15 digits. An empty cell is null.
struct CSVReader {
  let source: SourceBytes
  let path: String
  let keys: [String]
  let options: CSVOptions

  /// The features, with the line of each, and the bytes that hold their properties.
  struct Result {
    var chunk: FeatureChunk
    var lines: [Int32]
  }

  /// Reads the whole text.
  ///
  /// - Throws: `FormatError` with the line of the first cell that is not as it should be.
  func read() throws(FormatError) -> Result {
    try source.withBytes { bytes throws(FormatError) in
      try checkEncoding(bytes)
      let start = JSONText.byteOrderMarkLength(bytes)
      let delimiter = options.delimiter ?? CSVReader.guessedDelimiter(bytes, from: start)
      var text = DelimitedText(bytes, from: start, delimiter: delimiter)
      var cells: [DelimitedText.Cell] = []
      guard try row(&text, &cells) else {
        throw FormatError(file: path, problem: "the file is empty; expected a header line")
      }
      let header = try checkedHeader(cells.map { text.text($0) })
      let columns = try coordinateColumns(header)
      return try features(text, header, columns)
    }
  }

  // MARK: Header

  private func checkedHeader(_ header: [String]) throws(FormatError) -> [String] {
    for (index, name) in header.enumerated() where header[..<index].contains(name) {
      throw FormatError(file: path, place: "line 1", problem: "the column \"\(name)\" stands twice; names must differ")
    }
    return header
  }

  private func coordinateColumns(_ header: [String]) throws(FormatError) -> (x: Int, y: Int) {
    func index(_ wanted: String?, _ guesses: [String], _ meaning: String) throws(FormatError) -> Int {
      if let wanted {
        if let index = header.firstIndex(of: wanted) { return index }
        throw FormatError(
          file: path, place: "line 1",
          problem:
            "there is no column \"\(wanted)\" for the \(meaning); the columns are \(header.joined(separator: ", "))")
      }
      let lowered = header.map { $0.lowercased() }
      for guess in guesses { if let index = lowered.firstIndex(of: guess) { return index } }
      throw FormatError(
        file: path, place: "line 1",
        problem: "no column looks like a \(meaning); name it under columns: in the project file. The columns are "
          + header.joined(separator: ", "))
    }
    return (
      try index(options.longitudeColumn, CSVOptions.longitudeNames, "longitude"),
      try index(options.latitudeColumn, CSVOptions.latitudeNames, "latitude")
    )
  }

  // MARK: Rows

  private func features(
    _ start: DelimitedText, _ header: [String], _ columns: (x: Int, y: Int)
  ) throws(FormatError) -> Result {
    let isNumeric = try numericColumns(start, count: header.count)
    let names = header.map { name in
      var bytes: [UInt8] = []
      JSONText.append(name, to: &bytes)
      return bytes
    }
    let keyColumns = keys.map { header.firstIndex(of: $0) }
    var builder = PropertyBuilder(keyCount: keys.count)
    var lines: [Int32] = []
    var geometries = GeometryColumn()
    var text = start
    var cells: [DelimitedText.Cell] = []
    while true {
      guard try row(&text, &cells) else { break }
      let line = text.line
      guard cells.count == header.count else {
        throw FormatError(
          file: path, place: "line \(line)", problem: "\(cells.count) cells; expected \(header.count) as in the header")
      }
      lines.append(Int32(truncatingIfNeeded: line))
      let values = cells.map { text.text($0) }
      builder.startFeature()
      for (column, value) in values.enumerated() {
        builder.append(
          name: names[column], value: value, isNumber: isNumeric[column],
          keys: keyColumns.indices.filter { keyColumns[$0] == column })
      }
      builder.endFeature()
      if let x = try coordinate(values[columns.x], line, header[columns.x]),
        let y = try coordinate(values[columns.y], line, header[columns.y])
      {
        geometries.append(Coordinate(longitude: x, latitude: y))
        geometries.closePart(.point)
      }
      geometries.closeFeature()
    }
    return Result(chunk: builder.chunk(keys: keys, geometries: geometries), lines: lines)
  }

  private func numericColumns(_ start: DelimitedText, count: Int) throws(FormatError) -> [Bool] {
    var isNumeric = [Bool](repeating: true, count: count)
    var text = start
    var cells: [DelimitedText.Cell] = []
    while try row(&text, &cells) {
      for (column, cell) in cells.enumerated() where column < count && isNumeric[column] {
        let value = text.text(cell)
        isNumeric[column] = value.isEmpty || CSVReader.isJSONNumber(value) && !CSVReader.isLongCode(value)
      }
    }
    return isNumeric
  }

  /// A number, or nil for an empty cell.
  private func coordinate(_ value: String, _ line: Int, _ column: String) throws(FormatError) -> Double? {
    if value.isEmpty { return nil }
    guard let number = AttributeValue.decimal(value) else {
      throw FormatError(
        file: path, place: "line \(line)",
        problem: "\(column) is \"\(value)\"; expected a number such as 105.8342 with a point, or nothing")
    }
    return number
  }

  private func row(_ text: inout DelimitedText, _ cells: inout [DelimitedText.Cell]) throws(FormatError) -> Bool {
    do throws(DelimitedText.Failure) {
      return try text.row(&cells)
    } catch {
      throw FormatError(file: path, place: "line \(error.line)", problem: error.problem)
    }
  }

  // MARK: Looking at bytes

  private func checkEncoding(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    if UTF16Check.looksLikeUTF16(bytes) {
      throw FormatError(file: path, problem: "the text is UTF-16; save it as UTF-8")
    }
    guard let bad = UTF8Check.firstInvalidByte(bytes) else { return }
    let (line, column) = JSONFailure.lineAndColumn(of: bad, in: bytes)
    throw FormatError(
      file: path, place: "line \(line), column \(column)",
      problem:
        "found byte 0x\(String(bytes[bad], radix: 16, uppercase: true)), which is not UTF-8; save the file as UTF-8")
  }

  private static func guessedDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    let header = bytes[start...].prefix { $0 != 0x0A }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// Whether these are more digits than a double keeps, so that a code read as a number would become another.
  private static func isLongCode(_ text: String) -> Bool {
    text.utf8.count > 15 && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  static func isJSONNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      guard (try? scanner.skipNumber()) != nil else { return false }
      return scanner.position == bytes.count
    }
  }
}
