import Coverage
import GeoFormats
import Project

extension AnswerOptions {
  /// Writes the account of the village that `--explain` names.
  ///
  /// - Throws: `QueryError` when there is no such village, `FormatError` when a layer can no longer be read,
  ///   `AtomicFile.Failure` when it cannot be written.
  func explain(_ code: String, _ ranked: RankedVillages, language: Language, threads: Int) async throws {
    let account = try await ranked.account(ofCode: code, threads: threads)
    let text = AccountText(account: account, words: ColumnWords(language), hasFeatures: ranked.analysis != nil)
    try AnswerSink.write(to: output) { write in
      try write(format == .json ? account.json : Array(text.text(on: Page(path: output)).utf8))
    }
  }

  /// Writes the answer to a question where it was asked for.
  ///
  /// - Throws: `QueryError` for what the villages do not have, `AtomicFile.Failure` when it cannot be written.
  func write(_ ranked: RankedVillages, _ query: RankQuery, language: Language, isQuiet: Bool) throws {
    let words = ColumnWords(language)
    let result: QueryResult
    if groupBy != nil {
      result = try GroupListing(ranked, self).result(words, limit: limit)
    } else {
      result = RankListing(ranked: ranked, words: words, names: columnNames, limit: limit).result(format)
    }
    try AnswerSink.write(to: output) { write in
      if let format = format.query {
        try QueryResultWriter(result).write(format, to: write)
      } else {
        let expendable = groupBy == nil && columnNames.isEmpty ? RankListing.expendable : []
        let table = ResultTable.text(
          result, words, expendable: expendable, on: Page(path: output), isQuiet: isQuiet)
        try write(Array(table.utf8))
        if groupBy == nil, !isQuiet { try write(Array(RankingRemarks.legend(ranked, shown: result.count, words).utf8)) }
      }
    }
  }
}
