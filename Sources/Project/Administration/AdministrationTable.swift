import Coverage
import GeoFormats

/// Reads one of the administrative tables: UTF-8, cells between commas, a header, quotes only around whole cells.
///
/// These tables hold 24,000 rows that every run reads, so that cells are looked at where they lie and become text only
/// when asked for.
enum AdministrationTable {
  /// A row, its cells in the order of the columns asked for.
  struct Row {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let cells: [Range<Int>]
    fileprivate let columns: [Int]
    fileprivate let names: [String]
    fileprivate let path: String
    fileprivate let line: Int

    private func cell(_ column: Int) -> UnsafeBufferPointer<UInt8> {
      var range = cells[columns[column]]
      if range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
        bytes[range.upperBound - 1] == UInt8(ascii: "\"")
      {
        range = range.lowerBound + 1..<range.upperBound - 1
      }
      return UnsafeBufferPointer(rebasing: bytes[range])
    }

    /// Whether nothing stands in a cell.
    func isEmpty(_ column: Int) -> Bool { cell(column).isEmpty }

    /// Whether exactly `text` stands in a cell.
    func equals(_ column: Int, _ text: StaticString) -> Bool {
      text.withUTF8Buffer { $0.elementsEqual(cell(column)) }
    }

    /// The text of a cell.
    func text(_ column: Int) -> String { String(decoding: cell(column), as: UTF8.self) }

    /// The number in a cell, in the unit of its column; NaN for an empty one.
    ///
    /// - Throws: `FormatError` with the line for anything else.
    func number(_ column: Int) throws(FormatError) -> Double {
      let cell = cell(column)
      if cell.isEmpty { return .nan }
      if let number = AdministrationTable.decimal(cell) ?? AttributeValue.decimal(text(column)) { return number }
      throw FormatError(
        file: path, place: "line \(line)", problem: "\(names[column]) is \"\(text(column))\"; expected a number")
    }
  }

  /// Calls `body` with each row of the table at `path`.
  ///
  /// - Throws: `FormatError` for a column that is missing and for a row with another number of cells than the header.
  static func read(
    _ path: String, columns names: [String], _ body: (Row) throws(FormatError) -> Void
  ) throws(FormatError) {
    let source = try SourceBytes(contentsOf: path)
    try source.withBytes { bytes throws(FormatError) in
      var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var line = 1
      var cells: [Range<Int>] = []
      nextRow(bytes, &position, &cells)
      let header = cells.map { String(decoding: bytes[$0], as: UTF8.self) }
      var columns: [Int] = []
      for name in names {
        guard let column = header.firstIndex(of: name) else {
          throw FormatError(
            file: path, place: "line 1",
            problem: "there is no column \"\(name)\"; found \(header.joined(separator: ", "))")
        }
        columns.append(column)
      }
      while position < bytes.count {
        line += 1
        nextRow(bytes, &position, &cells)
        if cells.count == 1, cells[0].isEmpty { continue }
        guard cells.count == header.count else {
          throw FormatError(
            file: path, place: "line \(line)",
            problem: "\(cells.count) cells; expected \(header.count) as in the header")
        }
        try body(Row(bytes: bytes, cells: cells, columns: columns, names: names, path: path, line: line))
      }
    }
  }

  private static func nextRow(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ cells: inout [Range<Int>]
  ) {
    cells.removeAll(keepingCapacity: true)
    var start = position
    var isQuoted = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: ",") || byte == 0x0A {
        let end = byte == 0x0A && position > start && bytes[position - 1] == 0x0D ? position - 1 : position
        cells.append(start..<end)
        start = position + 1
        if byte == 0x0A {
          position += 1
          return
        }
      }
      position += 1
    }
    cells.append(start..<position)
  }

  /// A plain decimal of at most 15 digits, which division by a power of ten gives exactly rounded; nil for other forms.
  private static func decimal(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var digits = 0
    var value = 0
    var divisor = 1.0
    var hasPoint = false
    for byte in cell {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39, digits < 15 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
      if hasPoint { divisor *= 10 }
    }
    return digits > 0 ? Double(value) / divisor : nil
  }
}
