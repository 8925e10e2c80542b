import ArgumentParser
import Coverage
import Foundation
import GeoFormats
import Project

/// `phusong rank`
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Rank the villages by how urgent they are, and answer questions of the ranking.",
    discussion: """
      Reads a project, which is analysed first, or the villages.geojson that an analysis wrote. The score, from 0 to 100, is \
      made of criteria that the project file weighs: people without each service, how far the service is, poverty, school \
      and health post without connection, border commune, services missing together. Ranks are those among all villages. \
      "7 (5-12)" means rank 7, and between 5 and 12 when the weights vary within their bounds; a * marks villages that \
      stay among the first whatever the weights.

      Which 20 villages of Điện Biên come first:
        phusong rank villages.geojson --province "Điện Biên" --limit 20
      Why one of them does:
        phusong rank phusong.yml --explain 03202011
      Villages of more than 500 people without signal near a place, as a map:
        phusong rank villages.geojson --service signal --where "population > 500" \\
          --near 103.02,21.39 --within 20km --format geojson > near.geojson
      """)

  @Argument(
    help: ArgumentHelp(
      "A project file, a villages.geojson, or a folder with one.",
      discussion: "Without one the reference project of GeoData is analysed.", valueName: "input"),
    completion: .file(extensions: ["yml", "yaml", "geojson", "gpkg"]))
  var input: String?

  @OptionGroup(title: "Which villages") var selection: SelectionOptions
  @OptionGroup(title: "The answer") var answer: AnswerOptions
  @OptionGroup(title: "The ranking") var ranking: RankingOptions

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Stop at the first feature that would have to be left out, and count doubtful answers as unknown.")
  var strict = false

  @Flag(name: [.short, .long], help: "Print no remarks and no progress.")
  var quiet = false

  @Flag(help: "Print to standard error how many seconds each stage took, as JSON.")
  var timings = false

  @Option(help: ArgumentHelp("The language of tables: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    let source = QuerySource(path: try input ?? GeoDataFolder.referenceProject())
    var query = RankQuery(source: source)
    try selection.apply(to: &query)
    try answer.apply(to: &query)
    try ranking.apply(
      to: &query, shown: answer.limit ?? RankListing.rowsOfTable, hasRanks: answer.groupBy == nil)
    let ranked = try await query.run(threads: threads, isStrict: strict) { stage in
      stopwatch.start("\(stage)")
      if !quiet { Terminal.showProgress("\(stage)") }
    }
    stopwatch.start("writing")
    Terminal.clearProgress()
    if !quiet {
      if let analysis = ranked.analysis { NoticePrinter.print(analysis.notices) }
      RankingRemarks.print(ranked)
    }
    if let code = answer.explain {
      try await answer.explain(code, ranked, language: lang ?? .ofEnvironment, threads: threads)
    } else {
      try answer.write(ranked, query, language: lang ?? .ofEnvironment, isQuiet: quiet)
    }
    if timings { Terminal.writeError(stopwatch.json) }
    if ranked.analysis?.hasLosses == true { throw Outcome.somethingLeftOut }
  }
}
