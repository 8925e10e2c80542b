import ArgumentParser
import Foundation
import Geospatial
import Project
import Rollout

/// `Benchmarks fibre`
struct FibreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fibre",
    abstract: "Plans fibre for the reference dataset, and for networks made from a seed.",
    discussion: """
      Prints network,villages,edges,problem,value,bound,gap,seconds as CSV: building the network (network), the least cost of \
      connecting all villages (all), and the most people for shares of that cost (budget-5 for 5 %). The seconds are \
      those of the clock; the program uses one thread.
      """)

  @Option(help: ArgumentHelp("The folder of the reference dataset; none to leave it out.", valueName: "dir"))
  var reference = "GeoData/reference"

  @Option(help: ArgumentHelp("The catalogue of prices.", valueName: "file"))
  var costs = "GeoData/costs.yml"

  @Option(help: ArgumentHelp("How many villages the network made from a seed has; 0 for none.", valueName: "n"))
  var villages = 0

  @Option(
    help: ArgumentHelp(
      "How many roads cross it in each direction, about 1 km apart; 0 for straight links alone.", valueName: "n"))
  var roads = 550

  @Option(help: ArgumentHelp("Shares of the full cost as budgets, in percent, separated by commas.", valueName: "n,…"))
  var budgets = "5,20,50"

  @Option(help: ArgumentHelp("How many vertices and edges may be looked at for each problem.", valueName: "n"))
  var work = 1_000_000_000

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  func validate() throws {
    if shares == nil {
      throw ValidationError("--budgets is \"\(budgets)\"; expected numbers from 0 to 100 separated by commas.")
    }
    if !(0...1_000_000).contains(villages) {
      throw ValidationError("--villages is \(villages); expected 0 to 1000000.")
    }
    if !(0...2_000).contains(roads) { throw ValidationError("--roads is \(roads); expected 0 to 2000.") }
    if work < 1 { throw ValidationError("--work is \(work); expected at least 1.") }
  }

  func run() async throws {
    let catalogue = try CostCatalogueFile.read(contentsOf: costs)
    print("network,villages,edges,problem,value,bound,gap,seconds")
    if reference != "none" {
      for withRoads in [true, false] {
        let sources = try await ReferenceGround.sources(reference, withRoads: withRoads, threads: 1)
        let people = sources.villages.indices.map { 100 + ($0 * 7_919) % 900 }
        try measure(withRoads ? "reference-roads" : "reference-links", sources, NetworkSettings(), people, catalogue)
      }
    }
    if villages > 0 {
      let terrain = FibreTerrain(villages: villages, roads: roads, seed: seed)
      var settings = NetworkSettings()
      if roads == 0 { settings.nearestLinks = 16 }
      try measure(terrain.name, terrain.sources(), settings, terrain.benefits(), catalogue)
    }
  }

  private var shares: [Int]? {
    let parts = budgets.split(separator: ",")
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count && numbers.allSatisfy { (0...100).contains($0) } ? numbers : nil
  }

  private func measure(
    _ name: String, _ sources: NetworkSources, _ settings: NetworkSettings, _ people: [Int], _ catalogue: CostCatalogue
  ) throws {
    let clock = ContinuousClock()
    var start = clock.now
    let network = try CandidateNetwork(sources, settings: settings)
    let problem = try FibreProblem(network: network, costs: FibreCosts(catalogue))
    func tell(_ what: String, _ value: Int, _ bound: Int, _ gap: Double) {
      let seconds = start.duration(to: clock.now) / .seconds(1)
      print(
        "\(name),\(network.villageCount),\(network.edgeCount),\(what),\(value),\(bound),"
          + "\(String(format: "%.6f", gap)),\(String(format: "%.3f", seconds))")
      fflush(nil)
      start = clock.now
    }
    tell("network", network.vertices.count, network.vertices.count, 0)
    var planner = FibrePlanner(problem)
    planner.seed = seed
    planner.workLimit = work
    let all = try planner.leastCost()
    tell("all", all.cost, all.lowerBound, all.gap)
    for share in shares ?? [] {
      let plan = try planner.within(budget: all.cost / 100 * share, benefits: people)
      tell("budget-\(share)", plan.benefit, plan.upperBound, plan.gap)
    }
  }
}
