import ArgumentParser
import Foundation
import Project

/// `phusong diff`
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What differs between two results: villages gained and lost, statuses, ranks.",
    discussion: """
      Compares two results of analyze, or projects, village by village by code. Both are ranked by the same settings, those \
      of the new project or of --project. The exit code is 0 when nothing differs and 5 when anything does.

      What has changed since last week, as a map:
        phusong diff last-week/villages.geojson villages.geojson --format geojson > changes.geojson
      """)

  @Argument(
    help: ArgumentHelp("What was: a villages.geojson, a folder with one, or a project file.", valueName: "old"),
    completion: .file(extensions: ["yml", "yaml", "geojson", "gpkg"]))
  var old: String

  @Argument(
    help: ArgumentHelp("What is, likewise.", valueName: "new"),
    completion: .file(extensions: ["yml", "yaml", "geojson", "gpkg"]))
  var new: String

  @Option(help: ArgumentHelp("table, csv, json, geojson or markdown.", valueName: "format"))
  var format = AnswerFormat.table

  @Option(
    help: ArgumentHelp("So many changes at most; by default 20 in tables, all in other formats.", valueName: "n"))
  var limit: Int?

  @Flag(help: "Leave out villages of which only the rank has changed; they do not count as a difference either.")
  var ignoreRanks = false

  @Option(
    help: ArgumentHelp(
      "A project whose ranking settings are used for both; by default those of NEW where that is a project.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(
    name: [.short, .long], help: "Print nothing where the answer goes to standard output; only the exit code tells.")
  var quiet = false

  @Option(help: ArgumentHelp("The language of tables: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit); expected at least 1.") }
  }

  func run() async throws {
    var query = DiffQuery(old: QuerySource(path: old), new: QuerySource(path: new))
    if let project { query.settings = try ProjectFile.read(contentsOf: project).ranking.settings }
    let compared = try await query.run(threads: threads) { stage in
      if !quiet { Terminal.showProgress("\(stage)") }
    }
    Terminal.clearProgress()
    try ComparisonSink(
      format: format, limit: limit, ignoresRanks: ignoreRanks, output: output, language: lang ?? .ofEnvironment,
      isQuiet: quiet
    ).write(compared)
  }
}
