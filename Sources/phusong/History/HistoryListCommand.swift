import ArgumentParser
import Coverage
import Project
import Reporting

/// `phusong history list`
struct HistoryListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "All runs with their headline figures, the oldest first.")

  @OptionGroup var source: HistoryOptions

  @Option(help: ArgumentHelp("table, csv, json or markdown.", valueName: "format"))
  var format = ListFormat.table

  @Option(help: ArgumentHelp("The language of tables: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func run() async throws {
    let result = RunList(runs: try source.opened().runs(), words: ColumnWords(lang ?? .ofEnvironment)).result
    try AnswerSink.write(to: nil) { write in
      if let format = format.query {
        try QueryResultWriter(result).write(format, to: write)
      } else {
        let words = ColumnWords(lang ?? .ofEnvironment)
        try write(Array(ResultTable.text(result, words, on: Page(path: nil), isQuiet: false).utf8))
      }
    }
  }
}

/// Runs as rows.
struct RunList {
  let runs: [RunRecord]
  let words: ColumnWords

  /// The runs as columns.
  var result: QueryResult {
    var columns = [
      QueryResult.Column(name: "run", heading: words.pick("Run", "Lần"), isNumeric: true),
      QueryResult.Column(name: "time", heading: words.pick("Time", "Thời điểm"), isNumeric: false),
      QueryResult.Column(name: "villages", heading: words.heading("villages"), isNumeric: true),
    ]
    for service in Service.allCases {
      let name = "\(service)_unserved"
      columns.append(QueryResult.Column(name: name, heading: words.heading(name), isNumeric: true))
      columns.append(
        QueryResult.Column(
          name: "\(service)_people_unserved", heading: words.pick("People", "Dân số"), isNumeric: true))
    }
    columns += [
      QueryResult.Column(name: "left_out", heading: words.pick("Left out", "Bỏ qua"), isNumeric: true),
      QueryResult.Column(name: "version", heading: words.pick("Version", "Phiên bản"), isNumeric: false),
      QueryResult.Column(name: "options", heading: words.pick("Options", "Tuỳ chọn"), isNumeric: false),
    ]
    let runs = runs
    return QueryResult(columns: columns, count: runs.count) { row in
      let run = runs[row]
      var cells = [VillageCell(run.number), .text(run.figures.time), VillageCell(run.figures.villages)]
      for service in Service.allCases {
        let counts = run.figures.services[service]
        cells += [counts?.unserved, counts?.peopleUnserved].map { $0.map { VillageCell($0) } ?? .none }
      }
      return cells + [
        VillageCell(run.losses), .text(run.version), run.options.isEmpty ? .none : .text(run.options),
      ]
    }
  }
}
