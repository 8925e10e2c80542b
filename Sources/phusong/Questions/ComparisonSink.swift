import Coverage
import Project

/// Writes what differs between two results where it was asked for, and tells it by the exit code.
struct ComparisonSink {
  let format: AnswerFormat
  let limit: Int?
  /// Whether villages of which only the rank is another do not count.
  let ignoresRanks: Bool
  let output: String?
  let language: Language
  /// Whether nothing goes to standard output.
  var isQuiet = false

  /// Writes the differences.
  ///
  /// - Throws: `Outcome.changed` when there are any.
  func write(_ compared: ComparedVillages) throws {
    let changes = compared.comparison.changes.filter { !ignoresRanks || $0.kind != .moved }
    if output != nil || !isQuiet { try write(compared, changes) }
    if !changes.isEmpty { throw Outcome.changed }
  }

  private func write(_ compared: ComparedVillages, _ changes: [ResultComparison.Change]) throws {
    try AnswerSink.write(to: output) { write in
      if let format = format.query {
        try QueryResultWriter(compared.result(Array(changes.prefix(limit ?? .max)))).write(format, to: write)
      } else {
        let table = ComparisonTable(compared: compared, changes: changes, words: ColumnWords(language))
        try write(Array(table.text(limit: limit ?? RankListing.rowsOfTable, on: Page(path: output)).utf8))
      }
    }
  }
}
