import GeoFormats
import Project

/// A table of delimited text for spreadsheets: UTF-8, cells quoted as in RFC 4180, lines ended by a line feed.
///
/// Texts that a spreadsheet would take for a formula have an apostrophe in front (OWASP, *CSV Injection*), whatever data
/// they come from.
struct CellTable {
  /// What stands in a cell.
  enum Cell {
    case text(String)
    /// A number; nothing where it is not finite. Whole ones without a point, others with at most so many decimals.
    case number(Double, decimals: Int)
    case nothing

    static func whole(_ number: Int) -> Cell { .number(Double(number), decimals: 1) }
  }

  let header: [String]
  var rows: [[Cell]] = []

  init(_ header: [String]) { self.header = header }

  /// The whole text.
  func bytes() -> [UInt8] {
    var bytes = Array(header.joined(separator: ",").utf8) + [0x0A]
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch cell {
        case .text(let text): bytes.append(contentsOf: Self.cell(text).utf8)
        case .number(let number, let decimals):
          if number.isFinite { bytes.append(fixed: number, decimals: decimals, trimsZeros: true) }
        case .nothing: break
        }
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// A text as a cell.
  static func cell(_ text: String) -> String {
    let text = FormulaGuard.guarded(NormalForm.composed(text))
    let isPlain = text.unicodeScalars.allSatisfy { $0 != "\"" && $0 != "," && $0 != "\n" && $0 != "\r" }
    return isPlain
      ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
