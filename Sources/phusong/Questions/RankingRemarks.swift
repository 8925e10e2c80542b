import Coverage
import Project

/// What must be said of a ranking beside its rows.
enum RankingRemarks {
  /// Prints which criteria were not known, to standard error.
  static func print(_ ranked: RankedVillages) {
    let missing = ranked.ranking.criteria.missing
    for dropped in missing.dropped {
      Terminal.writeError("note: \(dropped.criterion) takes no part in the score: \(dropped.reason)")
    }
    for entry in missing.entries {
      Terminal.writeError(
        "note: \(entry.criterion) is not known of \(entry.villages) \(entry.villages == 1 ? "village" : "villages"); "
          + "it counts \(missing.rule.counts)")
    }
  }

  /// The lines behind a table: how much of the answer it shows, and what its marks mean.
  static func legend(_ ranked: RankedVillages, shown: Int, _ words: ColumnWords) -> String {
    let (total, selected) = (ranked.ranking.count, ranked.selected.count)
    func number(_ count: Int) -> String { TextTable.number(count, words.language) }
    var text = words.pick(
      "\(number(shown)) of \(number(selected)) villages; ranks among \(number(total)).\n",
      "\(number(shown)) trên \(number(selected)) thôn, bản; xếp hạng trong \(number(total)).\n")
    guard let certainty = ranked.certainty, shown > 0 else { return text }
    let top = number(certainty.top)
    switch certainty.bounds {
    case .drawn(let intervals):
      let draws = number(intervals.draws)
      text += words.pick(
        "In parentheses: the best and worst rank in \(draws) draws of the weights within their bounds; "
          + "* among the first \(top) in all of them.\n",
        "Trong ngoặc: hạng cao nhất và thấp nhất qua \(draws) lần lấy trọng số trong giới hạn; "
          + "* luôn trong \(top) hạng đầu.\n")
    case .exact(let bounds):
      text += words.pick(
        "In parentheses: the best and worst rank under all weights within their bounds; "
          + "* among the first \(top) under all of them.\n",
        "Trong ngoặc: hạng cao nhất và thấp nhất với mọi trọng số trong giới hạn; * luôn trong \(top) hạng đầu.\n")
      if bounds.openCount > 0 {
        text += words.pick(
          "? no weights surpass it, but none are known that attain it (\(number(bounds.openCount)) villages in all).\n",
          "? không trọng số nào vượt qua, nhưng chưa rõ có đạt được không (\(number(bounds.openCount)) thôn, bản).\n")
      }
    }
    return text
  }
}

extension MissingRule {
  /// What a criterion counts that is not known, in words.
  fileprivate var counts: String {
    switch self {
    case .zero: "0"
    case .one: "1"
    case .mean: "the mean of the villages of which it is known"
    }
  }
}
