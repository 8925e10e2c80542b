import ArgumentParser
import Coverage
import Foundation
import Project
import Rollout

/// `phusong plan`
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan what to build, where, in which year, for how much, and say how close to the best that is.",
    discussion: """
      Writes DIR/plan.geojson (cables, sites, lines, and the villages that get a service, each with its year, cost, people \
      and what it depends on), DIR/plan.json (totals by year, service and province, the curve, bound, gap, parameters) and \
      DIR/bill.csv (the bill of quantities). Prints a table by year.

      The gap is how far the plan may fall short of the best: the bound is proven, by prices that no plan can beat.
      Without --budget all that can be served is. What is not given is taken from the section "plan" of the project file.

      Fibre and signal with 500 billion đồng in five years, and the curve of people against money:
        phusong plan --budget 500e9 --years 5 --services fibre,signal --curve

      Who is served when the plan is built:
        phusong analyze --plan phusong-output/plan.geojson
      """)

  @Argument(
    help: ArgumentHelp(
      "The project file.", discussion: "Without one the reference project of GeoData is planned.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    help: ArgumentHelp(
      "The money for all years, spread evenly, as 500e9, in the currency of the prices.", valueName: "money"))
  var budget: Money?

  @Option(help: ArgumentHelp("Over how many years it is built, 1 to 50; by default 5.", valueName: "n"))
  var years: Int?

  @Option(
    help: ArgumentHelp(
      "The services: fibre, signal, power, several with commas between; by default all that have rules.",
      valueName: "services"),
    completion: .list(["fibre", "signal", "power", "fibre,signal,power"]))
  var services: PlannedServiceList?

  @Option(
    help: ArgumentHelp(
      "people: the most people within the budget; priority: the same by the score of their village; cost: the least money that reaches the target. By default people.",
      valueName: "objective"))
  var objective: PlanSource.Objective?

  @Option(
    help: ArgumentHelp(
      "By what costs are counted: capital or net_present; by default capital where a budget pays, else net_present.",
      valueName: "measure"))
  var measure: CostMeasure?

  @Option(
    help: ArgumentHelp(
      "Which part of the people is to have each service, as 95%; for the objective cost. By default 100%.",
      valueName: "part"))
  var target: Percent?

  @Flag(help: "Also write DIR/curve.csv and DIR/curve.svg: people served against money.")
  var curve = false

  @Option(help: ArgumentHelp("The seed of the random choices; by default 1.", valueName: "n"))
  var seed: UInt64?

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the results.", valueName: "dir"), completion: .directory)
  var output = "phusong-output"

  @OptionGroup var options: PlanOptions

  func validate() throws {
    if let years, !(1...50).contains(years) { throw ValidationError("--years is \(years); expected 1 to 50.") }
    if let budget, budget.value == 0 { throw ValidationError("--budget is 0; expected an amount above 0.") }
    if let seed, seed > UInt64(Int.max) { throw ValidationError("--seed is \(seed); expected at most \(Int.max).") }
    if target != nil, let objective, objective != .cost {
      throw ValidationError(
        "--target is for --objective cost; \(objective.rawValue) serves as many as the money reaches.")
    }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    let path = try project ?? GeoDataFolder.referenceProject()
    let project = try ProjectFile.read(contentsOf: path)
    try Results.checkFolder(output, of: project, results: PlanFiles.names(curve: curve))
    let source = try source(over: project)
    let request = PlanRequest(
      source, catalogue: try options.catalogue(project, changes: options.cost), priceChanges: options.cost,
      threads: options.threads, curvePoints: curve ? 10 : 1)
    let plan = try await PlanJob.run(project, request, options, stopwatch)
    stopwatch.start("writing")
    try PlanFiles.write(plan, project: self.project, toFolder: output, curve: curve)
    Terminal.clearProgress()
    if options.timings { Terminal.writeError(stopwatch.json) }
    if !options.quiet {
      NoticePrinter.print(plan.analysis.notices)
      for remark in plan.remarks { Terminal.writeError("note: \(remark)") }
      print(PlanTable.text(plan, options.lang ?? .ofEnvironment), terminator: "")
    }
    if plan.wasCancelled { Terminal.writeError("interrupted: this is the best plan until then") }
    if plan.analysis.hasLosses { throw Outcome.somethingLeftOut }
  }

  /// What the project file says with what the options say in its place.
  private func source(over project: ProjectFile) throws -> PlanSource {
    var source = project.plan
    if let years {
      for budget in (source.budget.map { [$0] } ?? []) + source.serviceBudgets.values where self.budget == nil {
        guard case .yearly(let amounts) = budget, amounts.count != years else { continue }
        throw ValidationError(
          "--years is \(years), but \(project.file) has a budget for each of \(amounts.count) years.")
      }
      source.years = years
    }
    if let budget {
      source.budget = .total(budget.value)
      source.serviceBudgets = [:]
    }
    if let services { source.services = services.services }
    if let objective { source.objective = objective }
    if let measure { source.measure = measure }
    if let target {
      source.targetPercent = target.value
      source.objective = .cost
    }
    if let seed { source.seed = seed }
    return source
  }
}

extension CostMeasure: ExpressibleByArgument {
  /// The word, with hyphens as well.
  public init?(argument: String) { self.init(rawValue: argument.replacing("-", with: "_")) }
}

/// The work of a plan, watched and cancellable.
enum PlanJob {
  static func run(
    _ project: ProjectFile, _ request: PlanRequest, _ options: PlanOptions, _ stopwatch: Stopwatch
  ) async throws -> Plan {
    let isQuiet = options.quiet
    @Sendable func start(_ stage: String) {
      stopwatch.start(stage)
      if !isQuiet { Terminal.showProgress(stage) }
    }
    let task = Task {
      let analysis = try await Analysis.run(project, threads: request.threads) { start($0.rawValue) }
      return try await PlanRun.run(analysis, request) { start($0.rawValue) }
    }
    let interruption = Interruption(cancelling: task)
    defer { withExtendedLifetime(interruption) {} }
    return try await task.value
  }
}
