import ArgumentParser
import Coverage
import Foundation
import Project

/// `phusong analyze`
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Lay the services over the villages, count and map who is left out.",
    discussion: """
      Writes DIR/villages.geojson, one feature per village by code, with the status of each service \
      (served, unserved or unknown) and the distance in metres to what would serve it, and its score and rank as phusong rank \
      gives them; and DIR/summary.json with the counts. Prints a table by province, or by the level that --group-by names, which summary.json then holds too.

      With --format geojson,gpkg it also writes DIR/villages.gpkg, a GeoPackage with the same columns that QGIS draws by \
      the number of missing services.

      The files appear complete or not at all, and the same inputs give the same bytes.
      """)

  @Argument(
    help: ArgumentHelp(
      "The project file.", discussion: "Without one the reference project of GeoData is run.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the results.", valueName: "dir"),
    completion: .directory)
  var output = "phusong-output"

  @Option(
    help: ArgumentHelp(
      "The formats of the map: geojson, gpkg or both with a comma between.", valueName: "formats"),
    completion: .list(["geojson", "gpkg", "geojson,gpkg"]))
  var format = ResultFormats(formats: [.geojson])

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      "The level of the table: province, district or commune until June 2025, province_2025 or commune_2025 since.",
      valueName: "level"))
  var groupBy: GroupLevel?

  @Option(
    help: ArgumentHelp(
      "A plan.geojson whose items count as built, so that the map shows who is served then.", valueName: "file"),
    completion: .file(extensions: ["geojson"]))
  var plan: String?

  @Option(help: ArgumentHelp("Count only what the plan builds up to the end of this year of it.", valueName: "n"))
  var year: Int?

  @Flag(help: "Stop at the first feature that would have to be left out, and count doubtful answers as unknown.")
  var strict = false

  @Flag(name: [.short, .long], help: "Print no table and no warnings.")
  var quiet = false

  @Flag(help: "Print the counts as JSON instead of the table.")
  var json = false

  @Flag(help: "Print to standard error how many seconds each stage took, as JSON.")
  var timings = false

  @Option(help: ArgumentHelp("The language of the table: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
    if let year {
      guard plan != nil else { throw ValidationError("--year says how much of a plan is built; expected --plan.") }
      guard year >= 0 else { throw ValidationError("--year is \(year); expected at least 0.") }
    }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    let file = try project ?? GeoDataFolder.referenceProject()
    var project = try ProjectFile.read(contentsOf: file)
    if let plan { project = try await project.built(plan, year: year, threads: threads) }
    try Results.checkFolder(output, of: project, results: Results.names(of: format.formats))
    let report = try await Results.analyze(
      project, toFolder: output, threads: threads, formats: format.formats, isStrict: strict, groupedBy: groupBy
    ) { stage in
      stopwatch.start(stage.rawValue)
      if !quiet { Terminal.showProgress(stage.rawValue) }
    }
    Terminal.clearProgress()
    if timings { Terminal.writeError(stopwatch.json) }
    if !quiet { NoticePrinter.print(report.notices) }
    if json {
      print(String(decoding: SummaryJSON.text(report), as: UTF8.self), terminator: "")
    } else if !quiet {
      print(SummaryTable.text(report.summary, lang ?? .ofEnvironment), terminator: "")
    }
    if report.hasLosses { throw Outcome.somethingLeftOut }
  }
}

extension GroupLevel: ExpressibleByArgument {}

/// The formats of one `--format`, as in `geojson,gpkg`.
struct ResultFormats: ExpressibleByArgument {
  let formats: Set<ResultFormat>

  init(formats: Set<ResultFormat>) { self.formats = formats }

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let formats = names.compactMap { ResultFormat(rawValue: $0.lowercased()) }
    if formats.count < names.count { return nil }
    self.formats = Set(formats)
  }

  var defaultValueDescription: String {
    ResultFormat.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ",")
  }
}

/// Prints remarks on the inputs to standard error, the first few of each layer in full.
enum NoticePrinter {
  private static let shownPerLayer = 3

  static func print(_ notices: [LoadedProject.Notice]) {
    var shown: [String: Int] = [:]
    for notice in notices where !notice.isInformation {
      shown[notice.layer, default: 0] += 1
      if shown[notice.layer, default: 0] <= shownPerLayer { Terminal.writeError("warning: \(notice.text)") }
    }
    for layer in shown.keys.sorted() {
      let more = (shown[layer] ?? 0) - shownPerLayer
      if more > 0 { Terminal.writeError("warning: \(layer): \(more) more; all are listed in \(Results.summaryName)") }
    }
  }
}
