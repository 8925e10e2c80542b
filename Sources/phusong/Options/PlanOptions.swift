import ArgumentParser
import Foundation
import Project
import Rollout

/// What plan and whatif take in place of what the project file says.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Change prices: an item or the start of its name, =, and a percentage with a sign or a new capital. May stand more than "
        + "once.", valueName: "change"))
  var cost: [String] = []

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: [.short, .long], help: "Print no table and no warnings.")
  var quiet = false

  @Flag(help: "Print to standard error how many seconds each stage took, as JSON.")
  var timings = false

  @Option(help: ArgumentHelp("The language of the table: en or vi; by default that of LANG.", valueName: "language"))
  var lang: Language?

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
  }

  /// The prices of a project with some changes.
  func catalogue(_ project: ProjectFile, changes: [String]) throws -> CostCatalogue {
    let standard = try GeoDataFolder.costCatalogue()
    var catalogue = try ProjectCosts(project, standardCatalogue: standard).catalogue
    for text in changes { catalogue = try catalogue.changed(by: try CostChange(text)) }
    return catalogue
  }
}

/// An amount of money on the command line, as `500e9` or `500000000000`.
struct Money: ExpressibleByArgument {
  let value: Int

  init?(argument: String) {
    guard let number = Double(argument), number >= 0, number <= 9e15 else { return nil }
    value = Int(number.rounded())
  }
}

/// A part of all on the command line, as `95%` or `95`, in **percent**.
struct Percent: ExpressibleByArgument {
  let value: Double

  init?(argument: String) {
    guard let number = Double(argument.hasSuffix("%") ? String(argument.dropLast()) : argument), number > 0,
      number <= 100
    else { return nil }
    value = number
  }
}

/// The services of one `--services`, as in `fibre,signal`.
struct PlannedServiceList: ExpressibleByArgument {
  let services: [PlannedService]

  init?(argument: String) {
    let words = argument.lowercased().split(separator: ",", omittingEmptySubsequences: false)
    let named = words.compactMap { PlannedService(rawValue: String($0)) }
    if named.count < words.count { return nil }
    services = PlannedService.allCases.filter(named.contains)
  }
}

extension PlanSource.Objective: ExpressibleByArgument {}
