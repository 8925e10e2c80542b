import Geospatial

/// A table in plain text: numbers to the right, words to the left, as wide as the terminal at most.
struct TextTable {
  /// To which side the cells of a column keep.
  enum Alignment {
    case left, right
  }

  /// The colour of a cell, on terminals that have any.
  enum Style: String {
    case plain = ""
    case bold = "1"
    case red = "31"
    case green = "32"
    case dim = "2"
  }

  private var rows: [[String]] = []
  private var styles: [[Style]] = []
  private var ruledRows: Set<Int> = []
  private let alignments: [Alignment]

  /// A table whose first column keeps to the left and the others to the right, or as `alignments` says.
  init(header: [String], alignments: [Alignment] = []) {
    self.alignments =
      alignments.isEmpty ? header.indices.map { $0 == 0 ? .left : .right } : alignments
    rows.append(header)
    styles.append(header.map { _ in .bold })
    ruledRows.insert(1)
  }

  mutating func append(_ row: [String], styles: [Style] = []) {
    rows.append(row)
    self.styles.append(styles)
  }

  /// Draws a line before the next row.
  mutating func rule() { ruledRows.insert(rows.count) }

  /// The table, each line with a line feed. Cells of the terminal count, not bytes, so that Vietnamese names line up.
  var text: String { text(width: nil, isColoured: false) }

  /// The table in at most `width` cells a line, when it can be: words are cut short, the longest first, but no number is; a
  /// column that still has no room is left out, the last first.
  func text(width: Int?, isColoured: Bool) -> String {
    let widths = fitted(to: width)
    var lines = ""
    for (index, row) in rows.enumerated() {
      if ruledRows.contains(index) {
        lines += widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap) + "\n"
      }
      lines += line(row, styles[index], widths, isColoured) + "\n"
    }
    return lines
  }

  /// How many columns have no room in `width` cells.
  func columnsLeftOut(width: Int?) -> Int { (rows.first?.count ?? 0) - fitted(to: width).count }

  private static let gap = "  "
  /// Words are not cut shorter than this.
  private static let leastWidth = 8

  private func line(_ row: [String], _ styles: [Style], _ widths: [Int], _ isColoured: Bool) -> String {
    var line = ""
    // What stands at the end of a line in blanks is left out.
    var pending = ""
    for (column, width) in widths.enumerated() {
      let cell = column < row.count ? DisplayWidth.truncated(row[column], to: width) : ""
      let padding = String(repeating: " ", count: width - DisplayWidth.of(cell))
      if column > 0 { pending += Self.gap }
      if alignments[column] == .right { pending += padding }
      if !cell.isEmpty {
        let style = column < styles.count ? styles[column] : .plain
        line += pending
        line += isColoured && style != .plain ? "\u{1B}[\(style.rawValue)m\(cell)\u{1B}[0m" : cell
        pending = ""
      }
      if alignments[column] == .left { pending += padding }
    }
    return line
  }

  /// The widths of the columns that have room, in their order.
  private func fitted(to limit: Int?) -> [Int] {
    let count = rows.first?.count ?? 0
    var widths = (0..<count).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    guard let limit else { return widths }
    func total() -> Int { widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) }
    while total() > limit {
      let words = widths.indices.filter { alignments[$0] == .left && widths[$0] > Self.leastWidth }
      if let longest = words.max(by: { widths[$0] < widths[$1] }) {
        widths[longest] -= 1
      } else if widths.count > 1 {
        widths.removeLast()
      } else {
        break
      }
    }
    return widths
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
