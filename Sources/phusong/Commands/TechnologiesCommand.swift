import ArgumentParser
import Coverage
import Foundation
import Project
import Rollout

/// `phusong technologies`
struct TechnologiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "technologies",
    abstract: "Choose fibre, radio link, mobile network or satellite for each village or point of interest.",
    discussion: """
      Each village without fibre, or each point of a layer of points of interest (schools, clinics, post offices), is connected \
      by fibre over a shared route, a radio link from a fibre node or tower, a router on the mobile network, or a satellite \
      terminal: what carries its demand and is best for the objective. Routes and technologies are decided together. Writes \
      DIR/technologies.geojson and DIR/technologies.json, and prints a table by technology and why places stay without.

      Objectives: least_cost (all that can be, for the least net present cost), most_people, most_villages (the most places), \
      greatest_net_present_value (revenue less cost). A budget pays for building.

      What is not given is taken from the sections "technologies" and "plan" of the project file.

      The most people for 50 billion đồng, and the schools of a layer for the least cost:
        phusong technologies --objective most_people --budget 50e9
        phusong technologies phusong.yml --points schools
      """)

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, none
  }

  @Argument(
    help: ArgumentHelp(
      "The project file.", discussion: "Without one the reference project of GeoData is run.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    help: ArgumentHelp(
      "least_cost, most_people, most_villages or greatest_net_present_value; by default least_cost.",
      valueName: "objective"))
  var objective: AccessObjective?

  @Option(
    help: ArgumentHelp("The money for building, as 50e9, in the currency of the prices.", valueName: "money"))
  var budget: Money?

  @Option(
    help: ArgumentHelp(
      "A layer of the project file with points of interest; by default the villages without fibre.", valueName: "layer")
  )
  var points: String?

  @Option(
    help: ArgumentHelp("A plan.geojson whose new mobile sites count as planned.", valueName: "file"),
    completion: .file(extensions: ["geojson"]))
  var plan: String?

  @Option(help: ArgumentHelp("The seed of the random choices; by default 1.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the results.", valueName: "dir"), completion: .directory)
  var output = "phusong-output"

  @Option(
    help: ArgumentHelp(
      "What is printed: table, json (the text of technologies.json) or none; by default table.", valueName: "format"))
  var format = Format.table

  @OptionGroup var options: PlanOptions

  func validate() throws {
    if let budget, budget.value == 0 { throw ValidationError("--budget is 0; expected an amount above 0.") }
    if seed > UInt64(Int.max) { throw ValidationError("--seed is \(seed); expected at most \(Int.max).") }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    let isQuiet = options.quiet
    @Sendable func start(_ stage: String) {
      stopwatch.start(stage)
      if !isQuiet { Terminal.showProgress(stage) }
    }
    let path = try project ?? GeoDataFolder.referenceProject()
    let file = try ProjectFile.read(contentsOf: path)
    try Results.checkFolder(output, of: file, results: TechnologyFiles.names)
    let request = TechnologyRequest(
      try source(over: file), catalogue: try options.catalogue(file, changes: options.cost),
      priceChanges: options.cost, plan: plan, seed: seed, threads: options.threads)
    let analysis = try await Analysis.run(file, threads: options.threads) { start($0.rawValue) }
    let choice = try await TechnologyRun.run(analysis, request) { start($0.rawValue) }
    stopwatch.start("writing")
    try TechnologyFiles.write(choice, project: project, toFolder: output)
    Terminal.clearProgress()
    if options.timings { Terminal.writeError(stopwatch.json) }
    if !isQuiet {
      NoticePrinter.print(analysis.notices)
      for remark in choice.remarks { Terminal.writeError("note: \(remark)") }
    }
    switch format {
    case .table:
      if !isQuiet { print(TechnologyTable.text(choice, options.lang ?? .ofEnvironment), terminator: "") }
    case .json: print(String(decoding: TechnologyJSON.text(choice, project: project), as: UTF8.self), terminator: "")
    case .none: break
    }
    if analysis.hasLosses { throw Outcome.somethingLeftOut }
  }

  /// What the project file says with what the options say in its place.
  private func source(over project: ProjectFile) throws -> TechnologySource {
    var source = project.technologies
    if let objective { source.objective = objective }
    if let budget { source.budget = budget.value }
    if let points {
      guard project.layer(named: points) != nil else {
        let names = project.layers.map(\.name)
        let hint = Suggestion.nearest(to: points, among: names).map { "did you mean \"\($0)\"?" }
        throw ValidationError(
          "--points \(points): \(project.file) has no such layer; "
            + (hint ?? (names.isEmpty ? "it has none." : "expected one of: \(names.joined(separator: ", "))."))
        )
      }
      if points != source.points { source.fields = [:] }
      source.points = points
    }
    if source.budget == 0 {
      throw ValidationError("the budget of technologies in \(project.file) is 0; expected an amount above 0.")
    }
    return source
  }
}

extension AccessObjective: ExpressibleByArgument {
  /// The word, with hyphens as well.
  public init?(argument: String) { self.init(rawValue: argument.replacing("-", with: "_")) }
}
