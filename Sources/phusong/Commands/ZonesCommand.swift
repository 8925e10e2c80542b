import ArgumentParser
import Coverage
import Foundation
import GeoFormats
import Project

/// `phusong zones`
struct ZonesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones",
    abstract: "Gather the villages without a service into dead zones, as areas, and rank them.",
    discussion: """
      Writes DIR/zones.geojson, one polygon per zone by service and rank: its villages, people and households, its area, \
      the nearest village that has the service, and how far it is to what would serve it. Ground that is served is \
      cut out. Prints the first zones as a table.

      Zones keep their identifiers from run to run: those of DIR/zones.geojson, or of the file that --previous names, go \
      on for the zones that share most villages with them. Distances are in metres or with a unit, as 5km or 800m.

      What is not given is taken from the section "zones" of the project file, else it has its default.
      """)

  @Argument(
    help: ArgumentHelp(
      "The project file.", discussion: "Without one the reference project of GeoData is run.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    help: ArgumentHelp(
      "The services: fibre, signal, power, several with commas between, or all; by default all that have rules.",
      valueName: "services"),
    completion: .list(["signal", "power", "fibre", "all"]))
  var service: ServiceList?

  @Option(help: ArgumentHelp("How far apart two villages of a zone may be; by default 5km.", valueName: "distance"))
  var reach: Metres?

  @Option(
    help: ArgumentHelp("How villages are gathered: linkage or dbscan; by default linkage.", valueName: "method"))
  var method: DeadZoneSettings.Method?

  @Option(
    help: ArgumentHelp(
      "The least villages of a zone (linkage; by default 1), or within reach of one from which a zone grows (dbscan; 4).",
      valueName: "n"))
  var minVillages: Int?

  @Option(
    help: ArgumentHelp("How far a zone extends around its villages; by default 1km.", valueName: "distance"))
  var buffer: Metres?

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the result.", valueName: "dir"), completion: .directory)
  var output = "phusong-output"

  @Option(
    help: ArgumentHelp(
      "The zones of an earlier run, whose identifiers go on; by default those in the folder for the result.",
      valueName: "file"),
    completion: .file(extensions: ["geojson"]))
  var previous: String?

  @Option(help: ArgumentHelp("How many zones of each service the table shows.", valueName: "n"))
  var limit = 20

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Stop at the first feature that would have to be left out, and count doubtful answers as unknown.")
  var strict = false

  @Flag(name: [.short, .long], help: "Print no table and no warnings.")
  var quiet = false

  @Flag(help: "Print to standard error how many seconds each stage took, as JSON.")
  var timings = false

  @Option(help: ArgumentHelp("The language of the table: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
    guard limit >= 0 else { throw ValidationError("--limit is \(limit); expected at least 0.") }
    // What is given here must fit together whatever the project says; the rest is checked with the project.
    let given = DeadZoneSettings(
      reachMetres: reach?.value ?? DeadZoneSettings.greatestReachMetres, leastVillages: minVillages,
      bufferMetres: buffer?.value ?? 1)
    if let problem = given.problem { throw ValidationError(problem.prefix(1).uppercased() + problem.dropFirst() + ".") }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    func start(_ stage: String) {
      stopwatch.start(stage)
      if !quiet { Terminal.showProgress(stage) }
    }
    let file = try project ?? GeoDataFolder.referenceProject()
    let project = try ProjectFile.read(contentsOf: file)
    try Results.checkFolder(output, of: project, results: [ZonesFile.name])
    let settings = settings(over: project.zones.settings)
    if let problem = settings.problem {
      throw ValidationError("With what \(project.file) says of zones, or the defaults, \(problem).")
    }
    let services = try services(of: project)
    let earlier = try await earlierZones()
    let analysis = try await Analysis.run(project, threads: threads, isStrict: strict) { stage in
      stopwatch.start(stage.rawValue)
      if !quiet { Terminal.showProgress(stage.rawValue) }
    }
    start("zoning")
    let zones = try await ZonesRun.run(
      analysis, services: services, settings: settings, scores: analysis.scores?.hundredths.map { Double($0) / 100 },
      earlier: earlier,
      threads: threads)
    start(Analysis.Stage.writing.rawValue)
    try ZonesFile.write(zones, toFolder: output)
    Terminal.clearProgress()
    if timings { Terminal.writeError(stopwatch.json) }
    if !quiet {
      NoticePrinter.print(analysis.notices)
      print(ZoneTable.text(zones, limit: limit, lang ?? .ofEnvironment), terminator: "")
    }
    if analysis.hasLosses { throw Outcome.somethingLeftOut }
  }

  /// The settings of a project with what the options say in their place.
  private func settings(over project: DeadZoneSettings) -> DeadZoneSettings {
    var settings = project
    if let method {
      // A least number that was meant for another method says nothing of this one.
      if method != settings.method { settings.leastVillages = nil }
      settings.method = method
    }
    if let reach { settings.reachMetres = reach.value }
    if let minVillages { settings.leastVillages = minVillages }
    if let buffer { settings.bufferMetres = buffer.value }
    return settings
  }

  /// The services asked for, each of which must have rules; without any those of the project, else all with rules.
  private func services(of project: ProjectFile) throws -> [Service] {
    let withRules = Service.allCases.filter { !project.rules(for: $0).isEmpty }
    guard let wanted = service?.services ?? project.zones.services else {
      if withRules.isEmpty {
        throw FormatError(file: project.file, problem: "no service has rules, so none has dead zones")
      }
      return withRules
    }
    for service in wanted where !withRules.contains(service) {
      throw FormatError(
        file: project.file,
        problem: "\(service) has no rules, so nobody is known to lack it; expected rules under services, "
          + (withRules.isEmpty
            ? "of which there are none" : "as \(withRules.map(\.rawValue).joined(separator: ", ")) has"))
    }
    return wanted
  }

  private func earlierZones() async throws -> [EarlierZone] {
    if let previous { return try await ZonesFile.earlierZones(contentsOf: previous) }
    let path = ZonesFile.path(inFolder: output)
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try await ZonesFile.earlierZones(contentsOf: path)
  }
}

extension DeadZoneSettings.Method: ExpressibleByArgument {}

/// The services of one `--service`, as in `signal,power`; nil stands for all that have rules.
struct ServiceList: ExpressibleByArgument {
  let services: [Service]?

  init?(argument: String) {
    let words = argument.lowercased().split(separator: ",", omittingEmptySubsequences: false)
    if words == ["all"] {
      services = nil
      return
    }
    let named = words.compactMap { Service(rawValue: String($0)) }
    if named.count < words.count { return nil }
    services = Service.allCases.filter(named.contains)
  }
}
