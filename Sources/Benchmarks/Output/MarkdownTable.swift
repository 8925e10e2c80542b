/// A table in Markdown, padded so that it reads well as it is: the first column to the left, the others to the right.
struct MarkdownTable {
  private var rows: [[String]]

  init(header: [String]) { rows = [header] }

  mutating func append(_ row: [String]) { rows.append(row) }

  /// The table, each line with a line feed.
  var text: String {
    let widths = rows[0].indices.map { column in max(3, rows.map { $0[column].count }.max() ?? 0) }
    let rule = widths.enumerated().map { column, width in
      column == 0 ? String(repeating: "-", count: width) : String(repeating: "-", count: width - 1) + ":"
    }
    let lines = [rows[0], rule] + rows.dropFirst()
    return lines.map { row in
      let cells = zip(row, widths).enumerated().map { column, entry in
        let padding = String(repeating: " ", count: entry.1 - entry.0.count)
        return column == 0 ? entry.0 + padding : padding + entry.0
      }
      return "| " + cells.joined(separator: " | ") + " |\n"
    }.joined()
  }
}
