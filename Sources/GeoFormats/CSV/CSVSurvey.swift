/// What a first pass over the rows of a table finds out about its columns.
struct CSVSurvey: Sendable {
  /// One column of the table.
  struct Column: Sendable {
    /// Whether every filled cell is a number as JSON writes it.
    var isNumber = true
    /// Whether every filled cell is a number as JSON writes it once a decimal comma is a point.
    var isCommaNumber = true
    /// The first cell with something in it.
    var firstCell: String?
    /// What the cells tell about the decimal mark.
    var marks = DecimalMarkSurvey()
  }

  private(set) var columns: [Column]

  init(columnCount: Int) { columns = Array(repeating: Column(), count: columnCount) }

  /// Takes note of a cell, on a line counted from 1, of a column counted from 0.
  mutating func include(_ cell: String, line: Int, column: Int) {
    guard !cell.isEmpty else { return }
    if columns[column].firstCell == nil { columns[column].firstCell = cell }
    if columns[column].isNumber, !Self.isJSONNumber(cell) { columns[column].isNumber = false }
    if columns[column].isCommaNumber, Self.withPoint(cell) == nil { columns[column].isCommaNumber = false }
    columns[column].marks.include(cell, line: line, column: column)
  }

  /// A number with a decimal comma, or a whole one, as JSON writes it; nil for anything else, also when it has a point,
  /// which may group thousands.
  static func withPoint(_ cell: String) -> String? {
    guard !cell.utf8.contains(UInt8(ascii: ".")) else { return nil }
    let number = cell.utf8.contains(UInt8(ascii: ",")) ? cell.replacing(",", with: ".") : cell
    return isJSONNumber(number) ? number : nil
  }

  /// Whether a text is a number by RFC 8259, section 6, of no more digits than a double keeps, so that a long code does
  /// not become another.
  static func isJSONNumber(_ text: String) -> Bool {
    var text = text
    let isWhole = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if isWhole, text.utf8.count > 15 { return false }
    return text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      guard (try? scanner.skipNumber()) != nil else { return false }
      return scanner.position == bytes.count
    }
  }
}
