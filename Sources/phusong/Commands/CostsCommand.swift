import ArgumentParser
import Coverage
import Foundation
import Project
import Rollout

/// `phusong costs`
struct CostsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "costs",
    abstract: "List what things cost: the prices that a plan reckons with, and who says so.",
    discussion: """
      The catalogue comes with PhuSong; a project file may name another under costs: and change single prices. The last \
      column of figures is the net present cost of one unit: building, renewing and running it over the horizon, less what \
      it is still worth at the end, discounted. A * marks prices of the project file.

      What if towers cost a third more and cables a fifth less:
        phusong costs --cost tower=+33% --cost fibre=-20%
      """)

  @Argument(
    help: ArgumentHelp("A project file; without one the catalogue as it comes.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    help: ArgumentHelp(
      "Change prices: an item or the start of its name, =, and a percentage with a sign or a new capital. May stand more than "
        + "once.", valueName: "change"))
  var cost: [String] = []

  @Option(help: ArgumentHelp("table, csv, json or markdown.", valueName: "format"))
  var format = AnswerFormat.table

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file, not to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("The language of the table: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    if format == .geojson { throw ValidationError("--format geojson: prices are nowhere on a map.") }
  }

  func run() throws {
    let standard = try GeoDataFolder.costCatalogue()
    var catalogue: CostCatalogue
    var changed: Set<CostItem> = []
    if let project {
      let costs = try ProjectCosts(try ProjectFile.read(contentsOf: project), standardCatalogue: standard)
      (catalogue, changed) = (costs.catalogue, costs.changed)
    } else {
      catalogue = try CostCatalogueFile.read(contentsOf: standard)
    }
    for text in cost {
      let change = try CostChange(text)
      catalogue = try catalogue.changed(by: change)
      changed.formUnion(change.items)
    }
    let list = CostList(catalogue: catalogue, changed: changed)
    try AnswerSink.write(to: output) { write in
      if let format = format.query {
        try QueryResultWriter(list.result).write(format, to: write)
      } else {
        try write(Array(list.text(lang ?? .ofEnvironment).utf8))
      }
    }
  }
}
