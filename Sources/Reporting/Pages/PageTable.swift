/// A table of a page, with a caption and headers that name their columns; a reader may sort it by any column.
struct PageTable {
  /// A column.
  struct Column {
    let title: String
    var isNumeric = true

    static func text(_ title: String) -> Column { Column(title: title, isNumeric: false) }
    static func number(_ title: String) -> Column { Column(title: title) }
  }

  /// What stands in a cell, and by what it sorts.
  struct Cell {
    let content: Markup
    var sortKey: String?

    init(_ text: String) { content = "\(text)" }
    init(_ content: Markup) { self.content = content }

    init(_ number: Int, _ words: Words) {
      content = "\(words.number(number))"
      sortKey = "\(number)"
    }

    /// A number with so many decimals; a dash where it is not finite.
    init(_ number: Double, decimals: Int, _ words: Words) {
      content = "\(words.number(number, decimals: decimals))"
      sortKey = number.isFinite ? "\(number)" : ""
    }

    /// A share of a whole.
    init(share part: Int, of whole: Int, _ words: Words) {
      content = "\(words.share(part, of: whole))"
      sortKey = whole > 0 ? "\(Double(part) / Double(whole))" : ""
    }

    /// A distance in **metres**.
    init(metres: Double, _ words: Words) {
      content = "\(words.distance(metres))"
      sortKey = metres.isFinite ? "\(metres)" : ""
    }
  }

  let caption: String
  let columns: [Column]
  var rows: [[Cell]] = []
  /// The last row, which stays the last.
  var total: [Cell]?
  var isSortable = true
  var identifier: String?

  /// An empty table.
  init(_ caption: String, _ columns: [Column], isSortable: Bool = true, identifier: String? = nil) {
    self.caption = caption
    self.columns = columns
    self.isSortable = isSortable
    self.identifier = identifier
  }

  /// A table of at most so many rows is not divided between two sheets of paper.
  static let greatestUndivided = 14

  /// The table in a frame that scrolls where the page is too narrow for it.
  var markup: Markup {
    let heads = columns.map { column -> Markup in
      let style: Markup = column.isNumeric ? " class=\"n\"" : ""
      return isSortable
        ? "<th scope=\"col\"\(style)><button type=\"button\">\(column.title)</button></th>"
        : "<th scope=\"col\"\(style)>\(column.title)</th>"
    }
    let foot: Markup = total.map { "<tfoot>\(row($0))</tfoot>\n" } ?? ""
    let kind: Markup = isSortable ? " class=\"sortable\"" : ""
    let anchor: Markup = identifier.map { " id=\"\($0)\"" } ?? ""
    let frame: Markup = rows.count <= Self.greatestUndivided ? "scroll short" : "scroll"
    return """
      <div class="\(frame)" role="region" aria-label="\(caption)" tabindex="0">
      <table\(kind)\(anchor)>
      <caption>\(caption)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows.map { row -> Markup in "\(self.row(row))\n" })</tbody>
      \(foot)</table>
      </div>

      """
  }

  private func row(_ cells: [Cell]) -> Markup {
    var row: Markup = "<tr>"
    for (index, cell) in cells.enumerated() {
      let style: Markup = index < columns.count && columns[index].isNumeric ? " class=\"n\"" : ""
      let key: Markup = cell.sortKey.map { " data-v=\"\($0)\"" } ?? ""
      row +=
        index == 0 ? "<th scope=\"row\"\(style)\(key)>\(cell.content)</th>" : "<td\(style)\(key)>\(cell.content)</td>"
    }
    row += "</tr>"
    return row
  }
}
