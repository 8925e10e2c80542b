import Coverage
import Project

/// The groups of an answer, one a row.
struct GroupListing {
  /// A figure of every group.
  private struct Figure {
    var name: String
    var decimals: Int?
    var value: @Sendable (VillageGroups.Group) -> Double

    func cell(_ group: VillageGroups.Group) -> VillageCell {
      let number = value(group)
      guard let decimals else { return VillageCell(Int(number)) }
      return VillageCell(number, decimals: decimals)
    }
  }

  private let key: String
  private let figures: [Figure]
  private var groups: VillageGroups

  /// Groups the villages of an answer as `options` ask.
  ///
  /// - Throws: `QueryError` for a column to sort by that groups do not have, or one of words to sum.
  init(_ ranked: RankedVillages, _ options: AnswerOptions) throws(QueryError) {
    key = options.groupBy ?? ""
    let table = ranked.table
    let score = table.column("score")
    let further = options.columnNames.compactMap { table.column($0) }
    for column in further where !table.isNumeric(column, among: ranked.selected) {
      throw .notNumeric(option: "--columns with --group-by", name: column.name)
    }
    let by: VillageGroups.Key
    if let level = options.groupLevel {
      by = .level(level)
    } else if let column = table.column(key) {
      by = .column(column)
    } else {
      throw .unknownColumn(option: "--group-by", name: key, known: table.names)
    }
    let columns = (score.map { [$0] } ?? []) + further
    groups = VillageGroups(table, villages: ranked.selected, by: by, summing: columns, ranks: ranked.ranking.ranks)
    figures = Self.figures(columns, ranks: ranked.ranking.ranks)
    try sort(options)
  }

  private static func figures(_ columns: [VillageColumn], ranks: [UInt32]) -> [Figure] {
    var figures = [
      Figure(name: "villages", decimals: nil) { Double($0.villages) },
      Figure(name: "people", decimals: nil) { $0.people.rounded() },
      Figure(name: "households", decimals: nil) { $0.households.rounded() },
    ]
    for (index, service) in Service.allCases.enumerated() {
      figures.append(Figure(name: "\(service)_unserved", decimals: nil) { Double($0.unserved[index]) })
    }
    for (index, column) in columns.enumerated() {
      figures.append(
        Figure(name: "\(column.name)_sum", decimals: 2) { $0.totals[index].count > 0 ? $0.totals[index].sum : .nan })
      figures.append(Figure(name: "\(column.name)_mean", decimals: 2) { $0.totals[index].mean })
    }
    figures.append(Figure(name: "rank_best", decimals: nil) { Double($0.bestRank(ranks)) })
    return figures
  }

  private mutating func sort(_ options: AnswerOptions) throws(QueryError) {
    guard let by = options.by else {
      // The most urgent first.
      return groups.sort(descending: true) { $0.totals.first?.sum ?? 0 }
    }
    if by == key { return groups.sortByName(descending: options.descending) }
    guard let figure = figures.first(where: { $0.name == by }) else {
      throw .unknownColumn(option: "--by", name: by, known: [key] + figures.map(\.name))
    }
    groups.sort(descending: options.descending, by: figure.value)
  }

  /// The answer, at most `limit` groups.
  func result(_ words: ColumnWords, limit: Int?) -> QueryResult {
    let shown = Array(groups.groups.prefix(limit ?? .max))
    let figures = figures
    let columns =
      [QueryResult.Column(name: key, heading: words.heading(key), isNumeric: false)]
      + figures.map { .init(name: $0.name, heading: words.heading($0.name), isNumeric: true) }
    var result = QueryResult(columns: columns, count: shown.count) { row in
      let group = shown[row]
      return [group.name.isEmpty ? .none : .text(group.fullName)] + figures.map { $0.cell(group) }
    }
    result.members = [("groups", "\(groups.groups.count)"), ("shown", "\(shown.count)")]
    return result
  }
}

extension VillageGroups.Group {
  /// The rank of its most urgent village, from 1.
  func bestRank(_ ranks: [UInt32]) -> Int { Int(best.map { ranks[$0] } ?? 0) }
}
