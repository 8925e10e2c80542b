import Coverage
import Project

/// The result of a query as a table for people, as wide as their terminal.
enum ResultTable {
  /// The text, with a line behind it that names the columns that have no room. Columns of `expendable` give way before others,
  /// in that order.
  static func text(
    _ result: QueryResult, _ words: ColumnWords, expendable: [String] = [], on page: Page, isQuiet: Bool
  ) -> String {
    var table = TextTable(
      header: result.columns.map(\.heading), alignments: result.columns.map { $0.isNumeric ? .right : .left },
      expendable: expendable.compactMap { name in result.columns.firstIndex { $0.name == name } })
    for row in 0..<result.count {
      let cells = result.row(row)
      table.append(
        zip(result.columns, cells).map { shown($1, $0) }, styles: zip(result.columns, cells).map { style($1, $0) })
    }
    var text = table.text(on: page)
    let leftOut = table.columnsLeftOut(width: page.width)
    if !leftOut.isEmpty, !isQuiet {
      let names = leftOut.map { result.columns[$0].name }.joined(separator: ", ")
      text += words.pick("No room for: ", "Không đủ chỗ cho: ") + names + "\n"
    }
    return text
  }

  private static func shown(_ cell: VillageCell, _ column: QueryResult.Column) -> String {
    cell.spelling ?? "–"
  }

  private static func style(_ cell: VillageCell, _ column: QueryResult.Column) -> TextTable.Style {
    switch (column.name, cell.spelling) {
    case (_, nil): .dim
    case ("name", _): .bold
    case (_, "unserved"), (RankedVillages.missingName, _): .red
    case (_, "served"): .green
    default: .plain
    }
  }
}
