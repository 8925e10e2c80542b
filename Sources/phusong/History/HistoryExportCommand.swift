import ArgumentParser
import GeoFormats
import Geospatial
import Project
import Reporting

/// `phusong history export`
struct HistoryExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The villages of a run as a map or a table, with the columns of villages.geojson.",
    discussion: """
      The ending of the file chooses the format, as in phusong convert: geojson, csv, gpkg and others. Properties of \
      the input that PhuSong does not use are not in the history. What is written can be asked by phusong rank and \
      compared by phusong diff. In csv and tsv texts that a spreadsheet would take for a formula have an apostrophe in \
      front.
      """)

  @Argument(help: ArgumentHelp("A run: its number, first, last or previous.", valueName: "run"))
  var run = "last"

  @OptionGroup var source: HistoryOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write; by default standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() async throws {
    try source.check(output: output)
    let history = try source.opened()
    let result = try await history.result(of: try history.run(named: run))
    guard let output, !output.lowercased().hasSuffix(".geojson") else {
      return try AnswerSink.write(to: output) { try $0(result.geoJSON) }
    }
    guard let destination = ConvertDestination(path: output) else {
      throw ValidationError("No format for \(output); expected one of \(ConvertDestination.endings).")
    }
    let layer = try await LayerReader.read(geoJSON: result.geoJSON, name: "villages")
    for remark in try await destination.write(
      layer, crs: .wgs84, hasByteOrderMark: false, guardsFormulas: true, to: output)
    {
      Terminal.writeError("warning: \(remark)")
    }
  }
}
