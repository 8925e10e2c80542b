import ArgumentParser
import Coverage
import GeoFormats
import Project
import Reporting

/// `phusong history show`
struct HistoryShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One run: its figures, and from which inputs they were made.")

  @Argument(help: ArgumentHelp("A run: its number, first, last or previous.", valueName: "run"))
  var run = "last"

  @OptionGroup var source: HistoryOptions

  @Option(help: ArgumentHelp("table or json.", valueName: "format"))
  var format = RunFormat.table

  @Flag(help: "Print the project file as it was, and nothing else.")
  var parameters = false

  @Option(help: ArgumentHelp("The language of tables: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func run() async throws {
    let history = try source.opened()
    let run = try history.run(named: self.run)
    let account = RunAccount(
      run: run, plan: try history.planProgress(of: run), words: ColumnWords(lang ?? .ofEnvironment))
    try AnswerSink.write(to: nil) { write in
      if parameters {
        try write(Array(run.parameters.utf8))
      } else {
        try write(format == .json ? account.json : Array(account.text(on: Page(path: nil)).utf8))
      }
    }
  }
}

/// How one run is shown.
enum RunFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}
