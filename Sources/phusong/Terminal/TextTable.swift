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
  private let expendable: [Int]

  /// A table whose first column keeps to the left and the others to the right, or as `alignments` says. Where there is no
  /// room the columns of `expendable` are left out, in that order, before others.
  init(header: [String], alignments: [Alignment] = [], expendable: [Int] = []) {
    self.expendable = expendable
    self.alignments =
      alignments.isEmpty ? header.indices.map { $0 == 0 ? .left : .right } : alignments
    rows.append(header.map(\.printable))
    styles.append(header.map { _ in .bold })
    ruledRows.insert(1)
  }

  /// Appends a row; what is no printable text of one line becomes so.
  mutating func append(_ row: [String], styles: [Style] = []) {
    rows.append(row.map(\.printable))
    self.styles.append(styles)
  }

  /// Draws a line before the next row.
  mutating func rule() { ruledRows.insert(rows.count) }

  /// The table, each line with a line feed. Cells of the terminal count, not bytes, so that Vietnamese names line up.
  var text: String { text(width: nil, isColoured: false) }

  /// The table in at most `width` cells a line, when it can be: words are cut short, the longest first, but no number is;
  /// columns that even so have no room are left out, those that can be spared first, then the last.
  func text(width: Int?, isColoured: Bool) -> String {
    let columns = fitted(to: width)
    var lines = ""
    for (index, row) in rows.enumerated() {
      if ruledRows.contains(index) {
        lines += columns.map { String(repeating: "─", count: $0.width) }.joined(separator: Self.gap) + "\n"
      }
      lines += line(row, styles[index], columns, isColoured) + "\n"
    }
    return lines
  }

  /// The columns that have no room in `width` cells, in their order.
  func columnsLeftOut(width: Int?) -> [Int] {
    let kept = Set(fitted(to: width).map(\.place))
    return (rows.first ?? []).indices.filter { !kept.contains($0) }
  }

  /// A column that has room, and how much, in cells.
  private typealias Column = (place: Int, width: Int)

  private static let gap = "  "
  /// Words are not cut shorter than this.
  private static let leastWidth = 8

  private func line(_ row: [String], _ styles: [Style], _ columns: [Column], _ isColoured: Bool) -> String {
    var line = ""
    // What stands at the end of a line in blanks is left out.
    var pending = ""
    for (place, (column, width)) in columns.enumerated() {
      let cell = column < row.count ? DisplayWidth.truncated(row[column], to: width) : ""
      let padding = String(repeating: " ", count: width - DisplayWidth.of(cell))
      if place > 0 { pending += Self.gap }
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

  /// The columns that have room, in their order.
  private func fitted(to limit: Int?) -> [Column] {
    let places = (rows.first ?? []).indices
    var columns = places.map { column -> Column in
      (column, rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0)
    }
    guard let limit else { return columns }
    func isWord(_ column: Column) -> Bool { alignments[column.place] == .left && column.width > Self.leastWidth }
    func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) }
    for place in expendable + places.reversed() {
      if columns.count == 1 || total(columns.map { isWord($0) ? Self.leastWidth : $0.width }) <= limit { break }
      columns.removeAll { $0.place == place }
    }
    while total(columns.map(\.width)) > limit {
      let words = columns.indices.filter { isWord(columns[$0]) }
      guard let longest = words.max(by: { columns[$0].width < columns[$1].width }) else { break }
      columns[longest].width -= 1
    }
    return columns
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
