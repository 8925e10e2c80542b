import Coverage
import GeoFormats
import Project

extension AnswerOptions {
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
        try write(Array(ResultTable.text(result, words, isQuiet: isQuiet).utf8))
        if groupBy == nil, !isQuiet { try write(Array(RankingRemarks.legend(ranked, shown: result.count, words).utf8)) }
      }
    }
  }
}
