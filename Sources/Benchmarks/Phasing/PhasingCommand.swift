import ArgumentParser
import Foundation
import Rollout

/// `Benchmarks phasing`
struct PhasingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phasing",
    abstract: "Phases plans over five years that are made from a seed.",
    discussion: """
      Prints instance,benefit,bound,gap,seconds as CSV: a name such as split-crews-1000-20 tells whether the services share \
      a budget, whether crews build so many metres a year, the number of items, and which part of all costs the budgets come \
      to in percent. The seconds are processor time.
      """)

  @Option(help: ArgumentHelp("How many items, separated by commas.", valueName: "n,…"))
  var items = "100,1000,10000"

  @Option(help: ArgumentHelp("Which parts of all costs may be spent, separated by commas.", valueName: "%,…"))
  var percent = "5,20,50"

  @Option(help: "The seed of the instances.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How many items, needs, demands and arcs may be looked at.", valueName: "n"))
  var work = PhasingSolver().workLimit

  func validate() throws {
    if Self.numbers(items)?.allSatisfy({ $0 >= 1 && $0 <= 1_000_000 }) != true {
      throw ValidationError("--items is \"\(items)\"; expected numbers from 1 to 1000000 separated by commas.")
    }
    if Self.numbers(percent)?.allSatisfy({ $0 > 0 && $0 <= 100 }) != true {
      throw ValidationError("--percent is \"\(percent)\"; expected numbers from 1 to 100 separated by commas.")
    }
    if work < 0 { throw ValidationError("--work is \(work); expected at least 0.") }
  }

  func run() throws {
    print("instance,benefit,bound,gap,seconds")
    for count in Self.numbers(items) ?? [] {
      for budgets in PhasingTerrain.Budgets.allCases {
        for hasCrews in [false, true] {
          for percent in Self.numbers(percent) ?? [] {
            try measure(
              PhasingTerrain(
                items: count, years: 5, share: Double(percent) / 100, budgets: budgets, hasCrews: hasCrews, seed: seed))
          }
        }
      }
    }
  }

  private func measure(_ terrain: PhasingTerrain) throws {
    let instance = try terrain.instance()
    var solver = PhasingSolver()
    solver.workLimit = work
    let start = Self.processorSeconds()
    let plan = try solver.solve(instance)
    let seconds = Self.processorSeconds() - start
    try instance.check(plan.years)
    print(
      "\(terrain.name),\(plan.benefit),\(plan.upperBound),\(String(format: "%.6f", plan.gap)),"
        + String(format: "%.3f", seconds))
    fflush(nil)
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func numbers(_ text: String) -> [Int]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers : nil
  }
}
