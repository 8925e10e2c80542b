import Geospatial

/// Reads delimited text with a header line into features: two columns make a point, or one holds a geometry; all columns
/// become properties.
///
/// A column whose filled cells are all numbers as JSON writes them becomes numbers; any other stays text, so that the
/// code `00127` keeps its zeros, and so does one with whole numbers of more than 15 digits. Where the coordinates have a
/// decimal comma, columns of such numbers become numbers too. An empty cell is null.
struct CSVReader {
  let path: String
  let keys: [String]
  let options: CSVOptions
  /// The reference system given for the file; nil when it is not known yet.
  let crs: CoordinateReferenceSystem?
  private let text: DecodedText

  /// The features, with the line of each, and the bytes that hold their properties.
  struct Result {
    var chunk: FeatureChunk
    var lines: [Int32]
    /// The columns that make the geometry.
    var coordinateColumns: [String]
  }

  /// A reader of a file's bytes.
  ///
  /// - Throws: `FormatError` with the line where the text is not of its encoding.
  init(
    source: SourceBytes, path: String, keys: [String], options: CSVOptions, crs: CoordinateReferenceSystem? = nil
  ) throws(FormatError) {
    self.path = path
    self.keys = keys
    self.options = options
    self.crs = crs
    text = try DecodedText(source, path: path, declared: options.encoding)
  }

  /// Reads the whole text.
  ///
  /// - Throws: `FormatError` with the line of the first cell that is not as it should be.
  func read() throws(FormatError) -> Result {
    var result = try text.source.withBytes { bytes throws(FormatError) in
      let start = JSONText.byteOrderMarkLength(bytes)
      let delimiter = options.delimiter ?? Self.guessedDelimiter(bytes, from: start)
      var text = DelimitedText(bytes, from: start, delimiter: delimiter)
      var cells: [DelimitedText.Cell] = []
      guard try row(&text, &cells) else {
        throw FormatError(file: path, problem: "the file is empty; expected a header line")
      }
      var header = cells.map { text.text($0) }
      if let standard = options.standardHeader, !header.contains(where: { standard.contains($0.lowercased()) }) {
        // The first line is data.
        text = DelimitedText(bytes, from: start, delimiter: delimiter)
        header = standard
      } else {
        try check(header)
      }
      let survey = try survey(text, columnCount: header.count)
      let columns = try CSVColumns(header: header).geometry(
        options, isProjected: crs?.kind == .projected, firstCells: survey.columns.map(\.firstCell), path: path)
      var geometries = try CSVGeometry(columns, header: header, survey: survey, crs: crs, path: path)
      return try features(text, header, survey, &geometries)
    }
    result.chunk.notices = self.text.notices + result.chunk.notices
    return result
  }

  // MARK: Header

  private func check(_ header: [String]) throws(FormatError) {
    for (index, name) in header.enumerated() where header[..<index].contains(name) {
      throw FormatError(file: path, place: "line 1", problem: "the column \"\(name)\" stands twice; names must differ")
    }
  }

  private static func guessedDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    let header = bytes[start...].prefix { $0 != 0x0A }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  // MARK: Rows

  private func survey(_ start: DelimitedText, columnCount: Int) throws(FormatError) -> CSVSurvey {
    var survey = CSVSurvey(columnCount: columnCount)
    var text = start
    var cells: [DelimitedText.Cell] = []
    while try row(&text, &cells) {
      for (column, cell) in cells.enumerated() where column < columnCount {
        survey.include(text.text(cell), line: text.line, column: column)
      }
    }
    return survey
  }

  private func features(
    _ start: DelimitedText, _ header: [String], _ survey: CSVSurvey, _ geometries: inout CSVGeometry
  ) throws(FormatError) -> Result {
    let properties = CSVProperties(
      header: header, survey: survey, hasDecimalComma: geometries.hasDecimalComma, keys: keys)
    var builder = PropertyBuilder(keyCount: keys.count)
    var lines: [Int32] = []
    var text = start
    var cells: [DelimitedText.Cell] = []
    while try row(&text, &cells) {
      guard cells.count == header.count else {
        throw FormatError(
          file: path, place: "line \(text.line)",
          problem: "\(cells.count) cells; expected \(header.count) as in the header")
      }
      lines.append(Int32(truncatingIfNeeded: text.line))
      let values = cells.map { text.text($0) }
      properties.append(values, to: &builder)
      try geometries.append(values, line: text.line)
    }
    geometries.finish()
    var chunk = builder.chunk(keys: keys, geometries: geometries.column)
    chunk.declaredCRS = geometries.declaredCRS
    chunk.notices = geometries.notices
    if let notice = properties.notice(path) { chunk.notices.append(notice) }
    return Result(chunk: chunk, lines: lines, coordinateColumns: geometries.columnNames)
  }

  private func row(_ text: inout DelimitedText, _ cells: inout [DelimitedText.Cell]) throws(FormatError) -> Bool {
    do throws(DelimitedText.Failure) {
      return try text.row(&cells)
    } catch {
      throw FormatError(file: path, place: "line \(error.line)", problem: error.problem)
    }
  }
}

/// How the columns of a table become properties.
private struct CSVProperties {
  private let header: [String]
  private let names: [[UInt8]]
  private let isNumber: [Bool]
  private let hasComma: [Bool]
  /// Of each column, the keys asked for that it answers.
  private let keys: [[Int]]

  init(header: [String], survey: CSVSurvey, hasDecimalComma: Bool, keys: [String]) {
    self.header = header
    names = header.map { name in
      var bytes: [UInt8] = []
      JSONText.append(name, to: &bytes)
      return bytes
    }
    hasComma = survey.columns.map { hasDecimalComma && $0.isCommaNumber && !$0.isNumber }
    isNumber = survey.columns.map { $0.isNumber || (hasDecimalComma && $0.isCommaNumber) }
    self.keys = header.map { name in keys.indices.filter { keys[$0] == name } }
  }

  func append(_ values: [String], to builder: inout PropertyBuilder) {
    builder.startFeature()
    for (column, value) in values.enumerated() {
      let value = hasComma[column] ? CSVSurvey.withPoint(value) ?? value : value
      builder.append(name: names[column], value: value, isNumber: isNumber[column], keys: keys[column])
    }
    builder.endFeature()
  }

  /// That columns were read with a decimal comma; nil when none was.
  func notice(_ path: String) -> Layer.Notice? {
    let columns = header.indices.filter { hasComma[$0] }.map { header[$0] }
    guard !columns.isEmpty else { return nil }
    return Layer.Notice(
      feature: nil, text: "\(path): decimal commas read as points in \(columns.joined(separator: ", "))", isLoss: false)
  }
}
