/// A table in plain text: the first column to the left, the others to the right.
struct TextTable {
  private var rows: [[String]] = []
  private var ruledRows: Set<Int> = []

  init(header: [String]) {
    rows.append(header)
    ruledRows.insert(1)
  }

  mutating func append(_ row: [String]) { rows.append(row) }

  /// Draws a line before the next row.
  mutating func rule() { ruledRows.insert(rows.count) }

  /// The table, each line with a line feed. Characters count, not bytes, so that Vietnamese names line up.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    var lines = ""
    for (index, row) in rows.enumerated() {
      if ruledRows.contains(index) {
        lines += widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
      }
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      lines += line + "\n"
    }
    return lines
  }

  /// A whole number with its thousands apart: `6,786`, or `6.786` in Vietnamese.
  static func number(_ value: Int, _ language: Language) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .vi ? "." : "," }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }
}
