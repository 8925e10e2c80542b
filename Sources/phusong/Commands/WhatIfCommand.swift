import ArgumentParser
import Coverage
import Foundation
import Project
import Rollout

/// `phusong whatif`
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Plan again with other prices or another budget, and say what changes and which villages drop out.",
    discussion: """
      Reads the plan.json of phusong plan, plans again as that says, but for what is changed here, and compares: villages \
      lost and gained, earlier and later. The prices and layers are those that the project has now.

      What if buried fibre costs a third more, and there is a fifth less money:
        phusong whatif phusong-output --cost fibre.buried=+33% --budget -20%
      """)

  @Argument(
    help: ArgumentHelp("The plan: a plan.json, or a folder with one.", valueName: "plan"),
    completion: .file(extensions: ["json"]))
  var plan: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The money of every year: a percentage with a sign, as -20%, or the money of all years, as 400e9.",
      valueName: "change"))
  var budget: BudgetChange?

  @Option(
    help: ArgumentHelp(
      "The project file, where it is no longer at the path that the plan names.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("Also write the changed plan into this folder.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("How many villages the table shows; all with 0.", valueName: "n"))
  var limit = 20

  @OptionGroup var options: PlanOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit is \(limit); expected at least 0.") }
    if budget == nil, options.cost.isEmpty {
      throw ValidationError("Nothing is changed; expected --cost or --budget.")
    }
  }

  func run() async throws {
    let stopwatch = Stopwatch()
    let stored = try StoredPlan.read(plan)
    let path = try project ?? stored.project ?? GeoDataFolder.referenceProject()
    let file = try ProjectFile.read(contentsOf: path)
    if let output { try Results.checkFolder(output, of: file, results: PlanFiles.names(curve: false)) }
    var source = stored.source(over: file.plan)
    if let budget { try budget.apply(to: &source) }
    let changes = stored.parameters.priceChanges + options.cost
    let request = PlanRequest(
      source, catalogue: try options.catalogue(file, changes: changes), priceChanges: changes, threads: options.threads,
      curvePoints: 1)
    let changed = try await PlanJob.run(file, request, options, stopwatch)
    let comparison = PlanComparison(stored, changed)
    if let output { try PlanFiles.write(changed, project: project ?? stored.project, toFolder: output, curve: false) }
    Terminal.clearProgress()
    if options.timings { Terminal.writeError(stopwatch.json) }
    for code in comparison.missing.prefix(3) {
      Terminal.writeError("warning: \(file.file): the village \(code) of the plan is there no more")
    }
    if !options.quiet {
      print(WhatIfTable.text(comparison, limit: limit, options.lang ?? .ofEnvironment), terminator: "")
    }
    if changed.wasCancelled { Terminal.writeError("interrupted: this is the best plan until then") }
  }
}

/// A change of a budget on the command line.
enum BudgetChange: ExpressibleByArgument {
  case percent(Double)
  case total(Int)

  init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let first = argument.first, "+-".contains(first), let number = Double(argument.dropLast()), number >= -100,
        number <= 1e6
      else { return nil }
      self = .percent(number)
    } else {
      guard let money = Money(argument: argument), money.value > 0 else { return nil }
      self = .total(money.value)
    }
  }

  /// An amount times a factor, as far as amounts go.
  private func scaled(_ amount: Int, _ factor: Double) -> Int {
    Int(min(9e15 / 50, (Double(amount) * factor).rounded()))
  }

  /// Changes the money of a plan.
  func apply(to source: inout PlanSource) throws {
    switch self {
    case .total(let amount):
      source.budget = .total(amount)
      source.serviceBudgets = [:]
    case .percent(let percent):
      if source.budget == nil, source.serviceBudgets.isEmpty {
        throw ValidationError("--budget \(percent)%: the plan has no budget; expected an amount.")
      }
      func changed(_ budget: PlanSource.Budget) -> PlanSource.Budget {
        let factor = 1 + percent / 100
        switch budget {
        case .total(let amount): return .total(scaled(amount, factor))
        case .yearly(let amounts): return .yearly(amounts.map { scaled($0, factor) })
        }
      }
      source.budget = source.budget.map(changed)
      source.serviceBudgets = source.serviceBudgets.mapValues(changed)
    }
  }
}
