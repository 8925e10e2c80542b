import ArgumentParser
import Coverage
import Foundation
import Project

/// `phusong validate`
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Report what is doubtful in the data of a project, with the places to look at.",
    discussion: """
      Checks the villages and every layer: geometries, duplicates, places against communes, populations, networks, \
      overlaps, fields, texts and encodings. An error stops an analysis, leaves something out or gives a wrong answer; \
      with a warning an answer may be wrong; a note need not mean anything.

      Writes DIR/quality.json with every finding and DIR/quality.geojson with a point for each that has a place. \
      Prints a table. Ends with code 3 when something as bad as --fail-on says was found.
      """)

  @Argument(
    help: ArgumentHelp(
      "The project file.", discussion: "Without one the reference project of GeoData is checked.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the report.", valueName: "dir"), completion: .directory)
  var output = "phusong-output"

  @Flag(help: "Print the report as JSON instead of the table.")
  var json = false

  @Option(
    help: ArgumentHelp("The least finding that ends with code 3: error, warning, note or never.", valueName: "severity")
  )
  var failOn = FailureThreshold.error

  @Option(
    help: ArgumentHelp("How near a line may end to another without touching it, in metres.", valueName: "metres"))
  var snap = QualityLimits().snapMetres

  @Option(help: ArgumentHelp("How near two villages may be, in metres.", valueName: "metres"))
  var near = QualityLimits().nearMetres

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("The language of the table: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
    for (name, metres) in [("snap", snap), ("near", near)] where !(metres >= 0 && metres <= 10_000) {
      throw ValidationError("--\(name) is \(metres); expected 0 to 10000 metres.")
    }
  }

  func run() async throws {
    let file = try project ?? GeoDataFolder.referenceProject()
    let project = try ProjectFile.read(contentsOf: file)
    try Results.checkFolder(output, of: project, results: [QualityFiles.reportName, QualityFiles.mapName])
    var limits = QualityLimits()
    limits.snapMetres = snap
    limits.nearMetres = near
    Terminal.showProgress("checking")
    let report = try await Validation.run(project, limits: limits, threads: threads)
    try QualityFiles.write(report, toFolder: output)
    Terminal.clearProgress()
    if json {
      print(String(decoding: QualityJSON.text(report), as: UTF8.self), terminator: "")
    } else {
      print(QualityTable.text(report, lang ?? .ofEnvironment), terminator: "")
    }
    if let severity = failOn.severity, report.reaches(severity) { throw Outcome.invalidInput }
  }
}

/// What makes `phusong validate` fail.
enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, never

  /// The least severity that fails; nil for never.
  var severity: QualitySeverity? { QualitySeverity(rawValue: rawValue) }
}
