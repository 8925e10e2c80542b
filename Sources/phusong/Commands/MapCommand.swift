import ArgumentParser
import Coverage
import Foundation
import GeoFormats
import Project
import Reporting

/// `phusong map`
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draw the villages as a picture for a printed report: SVG, and PNG.",
    discussion: """
      Reads a project, which is analysed first, or the villages.geojson that an analysis wrote, and draws the villages by \
      what they lack, with legend, scale bar and north arrow. A project also gives its roads and the country's communes \
      as background. The scale is true at the middle latitude of the map.

        phusong map phusong.yml --output map.svg --png --lang vi
        phusong map results --service signal --province "Điện Biên" --output dien-bien.svg
      """)

  @Argument(
    help: ArgumentHelp(
      "A project file, a villages.geojson, or a folder with one.",
      discussion: "Without one the reference project of GeoData is analysed.", valueName: "input"),
    completion: .file(extensions: ["yml", "yaml", "geojson", "gpkg"]))
  var input: String?

  @Option(name: [.short, .long], help: ArgumentHelp("The picture.", valueName: "file"), completion: .file())
  var output = "map.svg"

  @Flag(help: "Also draw it as PNG, of twice the size, beside the SVG; rsvg-convert must be installed.")
  var png = false

  @Option(
    help: ArgumentHelp("Colour the villages by this service alone: fibre, signal or power.", valueName: "service"))
  var service: Service?

  @Option(
    help: ArgumentHelp("Only villages of this province, of the 63 or the 34, in any spelling.", valueName: "name"))
  var province: String?

  @Flag(help: "Also draw the dead zones, of signal or of --service; the input must be a project.")
  var zones = false

  @Option(help: ArgumentHelp("How wide the picture is, in pixels.", valueName: "pixels"))
  var width = 1000

  @Option(help: ArgumentHelp("What stands above the map; by default the name of the project.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The day that the map names, as 2026-11-23; by default today.", valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: [.short, .long], help: "Print no remarks and no progress.")
  var quiet = false

  @Option(help: ArgumentHelp("The language of the map: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
    guard MapOptions.widths.contains(width) else {
      throw ValidationError("--width is \(width); expected 400 to 10000.")
    }
    guard output.lowercased().hasSuffix(".svg") else {
      throw ValidationError("--output is '\(output)'; expected a name that ends with .svg.")
    }
    if let date, CalendarDay(date) == nil {
      throw ValidationError("--date is '\(date)'; expected a day as 2026-11-23.")
    }
  }

  func run() async throws {
    let source = QuerySource(path: try input ?? GeoDataFolder.referenceProject())
    if zones, source.kind == .result {
      throw ValidationError("--zones needs a project; \(source.path) is the result of an analysis.")
    }
    let loaded = try await source.load(keys: [], threads: threads) { stage in
      if !quiet { Terminal.showProgress(stage.rawValue) }
    }
    let language = (lang ?? .ofEnvironment).ofReport
    let subject = try await subject(loaded, source, Words(language))
    Terminal.clearProgress()
    let sheet = MapSheet(subject, language: language, options: MapOptions(widthPixels: width, service: service))
    let file = try AtomicFile(path: output)
    try file.write(sheet.bytes())
    try AtomicFile.commit([file])
    if png { try await MapPNG.write(svg: output, to: output.dropLast(4) + ".png") }
    if !quiet, let analysis = loaded.analysis { NoticePrinter.print(analysis.notices) }
    if loaded.analysis?.hasLosses == true { throw Outcome.somethingLeftOut }
  }

  private func subject(
    _ loaded: QuerySource.Loaded, _ source: QuerySource, _ words: Words
  ) async throws -> MapSubject {
    let assessed = loaded.assessed
    var shown: [Bool]?
    var name = loaded.analysis?.inputs.project.name ?? URL(fileURLWithPath: source.path).lastPathComponent
    if let province {
      let found = VillageSelection.inUnit(province, of: .province, among: assessed)
      guard found.contains(true) else {
        throw QueryError.unknownUnit(
          option: "--province", name: province, file: source.path,
          nearest: VillageSelection.nearestUnit(to: province, of: .province, among: assessed))
      }
      shown = found
      name += " – \(VillageSelection.unitNames(province, of: .province, among: assessed).joined(separator: ", "))"
    }
    let day = words.day(date ?? ReportTime.now.description)
    return MapSubject(
      title: title ?? name, source: "\(name); \(day); PhuSong \(PhuSongVersion.number); WGS 84",
      villages: assessed.villages, assessment: assessed.assessment,
      ground: loaded.analysis.map { MapGround($0) } ?? MapGround(assessed.villages), shown: shown,
      zones: try await deadZones(loaded.analysis, shown))
  }

  /// The dead zones in which there is a village that is shown.
  private func deadZones(_ analysis: Analysis?, _ shown: [Bool]?) async throws -> [DeadZone] {
    guard zones, let analysis else { return [] }
    let settings = analysis.inputs.project.zones.settings
    let run = try await ZonesRun.run(analysis, services: [service ?? .signal], settings: settings, threads: threads)
    return run.services.flatMap(\.zones).filter { zone in
      shown.map { shown in zone.villages.contains { shown[$0] } } ?? true
    }
  }
}
