import ArgumentParser
import Coverage
import Project
import Reporting

/// `phusong history compare`
struct HistoryCompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What differs between two runs: villages gained and lost, statuses, ranks.",
    discussion: """
      As phusong diff, but with the ranks of their own times. The exit code is 0 when nothing differs and 5 when \
      anything does.
      """)

  @Argument(help: ArgumentHelp("What was: a run's number, first, last or previous.", valueName: "old"))
  var old = "previous"

  @Argument(help: ArgumentHelp("What is, likewise.", valueName: "new"))
  var new = "last"

  @OptionGroup var source: HistoryOptions

  @Option(help: ArgumentHelp("table, csv, json, geojson or markdown.", valueName: "format"))
  var format = AnswerFormat.table

  @Option(
    help: ArgumentHelp("So many changes at most; by default 20 in tables, all in other formats.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Leave out villages of which only the rank has changed; they do not count as a difference either.")
  var ignoreRanks = false

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("The language of tables: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); expected at least 1.") }
  }

  func run() async throws {
    try source.check(output: output)
    let history = try source.opened()
    let old = try await history.result(of: try history.run(named: old))
    let new = try await history.result(of: try history.run(named: new))
    let compared = ComparedVillages(
      old: old.assessed, new: new.assessed, comparison: new.compared(withEarlier: old))
    try ComparisonSink(
      format: format, limit: limit, ignoresRanks: ignoreRanks, output: output, language: lang ?? .ofEnvironment
    ).write(compared)
  }
}
