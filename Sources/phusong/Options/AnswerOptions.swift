import ArgumentParser
import Coverage
import GeoFormats
import Project

/// What of the villages is shown, in what order and form.
struct AnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Sort by this column; by default by rank.", valueName: "column"))
  var by: String?

  @Flag(help: "The greatest first.")
  var descending = false

  @Option(help: ArgumentHelp("So many rows at most; by default 20 in tables, all in other formats.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Group with counts, sums and means: by province, district, commune, province_2025, commune_2025 or any column.",
      valueName: "level"))
  var groupBy: String?

  @Option(
    help: ArgumentHelp(
      "The columns, with commas between; properties of the input, or rank, score, score_CRITERION, missing_services, "
        + "near_distance_m, ...", valueName: "names"))
  var columns: String?

  @Option(help: ArgumentHelp("The whole account of one village.", valueName: "code"))
  var explain: String?

  @Option(help: ArgumentHelp("table, csv, json, geojson or markdown.", valueName: "format"))
  var format = AnswerFormat.table

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); expected at least 1.") }
    if groupBy != nil, format == .geojson {
      throw ValidationError("--group-by makes groups, which are nowhere on a map; expected another --format.")
    }
    if explain != nil, format != .table, format != .json {
      throw ValidationError("--explain gives text or --format json, not \(format.rawValue).")
    }
    if explain != nil, groupBy != nil { throw ValidationError("--explain and --group-by ask different questions.") }
    if let columns, columnNames.isEmpty { throw ValidationError("--columns is \"\(columns)\"; expected names.") }
    var seen: Set<String> = []
    // Records of JSON have each member once.
    for name in columnNames where !seen.insert(name).inserted {
      throw ValidationError("--columns names \"\(name)\" twice.")
    }
  }

  /// The names of `--columns`.
  var columnNames: [String] {
    (columns ?? "").split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
  }

  /// The administrative level of `--group-by`; nil where it names a column.
  var groupLevel: GroupLevel? { groupBy.flatMap(GroupLevel.init) }

  func apply(to query: inout RankQuery) throws {
    query.columns = columnNames
    query.isDescending = descending
    // Groups have columns of their own, by which they are sorted when they are made.
    if groupBy == nil { query.order = by }
    if groupLevel == nil { query.groupColumn = groupBy }
  }
}

/// The forms of an answer.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, geojson, markdown

  /// The format for programs; nil for a table.
  var query: QueryFormat? { QueryFormat(rawValue: rawValue) }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmingSpaces: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
