/// A small table of text, read whole: the administrative lists, for example.
public struct Table: Sendable {
  /// The names of the columns.
  public let header: [String]
  /// The rows, each with as many cells as the header.
  public let rows: [[String]]

  /// Reads delimited text with a header line; cells are separated by commas.
  ///
  /// - Throws: `FormatError` with the line.
  public init(contentsOf path: String) throws(FormatError) {
    let source = try SourceBytes(contentsOf: path)
    (header, rows) = try source.withBytes { bytes throws(FormatError) in
      var text = DelimitedText(bytes, from: JSONText.byteOrderMarkLength(bytes), delimiter: UInt8(ascii: ","))
      var cells: [DelimitedText.Cell] = []
      var rows: [[String]] = []
      do throws(DelimitedText.Failure) {
        while try text.row(&cells) {
          let row = cells.map { text.text($0) }
          guard row.count == rows.first?.count ?? row.count else {
            throw DelimitedText.Failure(
              line: text.line, problem: "\(row.count) cells; expected \(rows.first?.count ?? 0) as in the header")
          }
          rows.append(row)
        }
      } catch {
        throw FormatError(file: path, place: "line \(error.line)", problem: error.problem)
      }
      guard let header = rows.first else {
        throw FormatError(file: path, problem: "the file is empty; expected a header line")
      }
      return (header, Array(rows.dropFirst()))
    }
  }

  /// The place of a column.
  ///
  /// - Throws: `FormatError` that names the column and `path`.
  public func column(_ name: String, path: String) throws(FormatError) -> Int {
    if let index = header.firstIndex(of: name) { return index }
    throw FormatError(
      file: path, place: "line 1", problem: "there is no column \"\(name)\"; found \(header.joined(separator: ", "))")
  }
}
