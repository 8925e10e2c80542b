import Coverage
import Project

/// The villages of an answer, one a row.
struct RankListing {
  let ranked: RankedVillages
  let words: ColumnWords
  /// The columns that were asked for; empty for those that fit the format.
  let names: [String]
  let limit: Int?

  /// What a table spares first where a terminal is too narrow, so that score and people stay.
  static let expendable = ["district", "commune", RankedVillages.missingName, "province", "province_2025"]

  /// How many rows a table has where nobody says.
  static let rowsOfTable = 20

  /// The answer; for people the rank tells how sure it is.
  func result(_ format: AnswerFormat) -> QueryResult {
    let (ranked, table) = (self.ranked, self.ranked.table)
    let villages = Array(ranked.selected.prefix(limit ?? (format == .table ? Self.rowsOfTable : .max)))
    let isForPeople = format == .table || format == .markdown
    let columns = (names.isEmpty ? defaults(format) : names).compactMap { ranked.table.column($0) }
    var result = QueryResult(
      columns: columns.map {
        .init(
          name: $0.name, heading: words.heading($0.name), isNumeric: table.isNumeric($0, among: villages.prefix(1000)))
      }, count: villages.count
    ) { row in
      columns.map { column in
        column.name == "rank" && isForPeople
          ? .literal(ranked.rankText(ofVillage: villages[row])) : table.cell(column, village: villages[row])
      }
    }
    result.places = .init(layer: table.assessed.villages.layer, features: villages, carriesProperties: names.isEmpty)
    result.members = members(shown: villages.count)
    return result
  }

  private func defaults(_ format: AnswerFormat) -> [String] {
    let near = ranked.table.column(RankedVillages.nearName) == nil ? [] : [RankedVillages.nearName]
    switch format {
    case .table, .markdown:
      let units = ["commune", "district", "province"]
      let unit = units.contains { ranked.table.column($0) != nil } ? units : ["province_2025"]
      return ["rank", "code", "name"] + unit + ["population", RankedVillages.missingName] + near + ["score"]
    case .csv, .json:
      return own + near + VillageField.allCases.map(\.rawValue)
        + Service.allCases.flatMap { [$0.rawValue, "\($0)_distance_m"] } + [RankedVillages.missingName]
    case .geojson:
      return own + near + [RankedVillages.missingName]
    }
  }

  /// Rank and score with all that belongs to them.
  private var own: [String] {
    ranked.table.computed.map(\.name).filter { $0 != RankedVillages.missingName && $0 != RankedVillages.nearName }
  }

  private func members(shown: Int) -> [(name: String, json: String)] {
    [("villages", "\(ranked.ranking.count)"), ("selected", "\(ranked.selected.count)"), ("shown", "\(shown)")]
      + ranked.members
  }
}
