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
    return words.pick(
      "\(number(shown)) of \(number(selected)) villages; ranks among \(number(total)).\n",
      "\(number(shown)) trên \(number(selected)) thôn, bản; xếp hạng trong \(number(total)).\n")
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
