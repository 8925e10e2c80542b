import ArgumentParser
import Foundation
import Rollout

/// `Benchmarks siting`
struct SitingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "siting",
    abstract: "Chooses tower sites on instances made from a seed.",
    discussion: """
      Prints instance,problem,value,bound,gap,seconds as CSV: the least cost of covering all villages (cover) and the most \
      people for a fifth of a rough full cost (maximal). The seconds are processor time. With --output each instance is also \
      written as NAME.json and the table as results.csv, for Scripts/check-siting to solve with HiGHS.
      """)

  @Option(help: ArgumentHelp("How many villages, separated by commas.", valueName: "n,…"))
  var villages = "100,300,1000,3000,6786"

  @Option(help: ArgumentHelp("How many villages a site reaches on average, separated by commas.", valueName: "n,…"))
  var density = "4,12"

  @Option(help: ArgumentHelp("How many candidate sites there are for each village.", valueName: "n"))
  var sitesPerVillage = 1.18

  @Option(help: "The seed of the instances.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("How many entries may be looked at for each problem (default: the solvers').", valueName: "n"))
  var work: Int?

  @Option(help: ArgumentHelp("A folder for the instances and the table.", valueName: "dir"), completion: .directory)
  var output: String?

  func validate() throws {
    if Self.numbers(villages)?.allSatisfy({ $0 >= 1 && $0 <= 1_000_000 }) != true {
      throw ValidationError("--villages is \"\(villages)\"; expected numbers from 1 to 1000000 separated by commas.")
    }
    if Self.numbers(density)?.allSatisfy({ $0 >= 1 }) != true {
      throw ValidationError("--density is \"\(density)\"; expected numbers of at least 1 separated by commas.")
    }
    if !(sitesPerVillage > 0 && sitesPerVillage <= 100) {
      throw ValidationError("--sites-per-village is \(sitesPerVillage); expected more than 0, at most 100.")
    }
    if let work, work < 0 { throw ValidationError("--work is \(work); expected at least 0.") }
  }

  func run() throws {
    var rows = ["instance,problem,value,bound,gap,seconds"]
    print(rows[0])
    if let output {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    }
    for terrain in terrains() {
      let instance = try terrain.instance()
      let budget = terrain.budget(instance)
      if let output {
        try SitingFile(instance, budget: budget).write(to: output + "/" + terrain.name + ".json")
      }
      var covering = LocationSetCovering()
      covering.workLimit = work ?? covering.workLimit
      var start = Self.processorSeconds()
      let cover = covering.solve(instance)
      rows.append(
        Self.row(terrain, "cover", cover.cost, cover.lowerBound, cover.gap, Self.processorSeconds() - start))
      print(rows[rows.count - 1])
      var maximal = MaximalCovering(limit: .budget(budget))
      maximal.workLimit = work ?? maximal.workLimit
      start = Self.processorSeconds()
      let most = try maximal.solve(instance)
      rows.append(
        Self.row(terrain, "maximal", most.benefit, most.upperBound, most.gap, Self.processorSeconds() - start))
      print(rows[rows.count - 1])
      fflush(nil)
    }
    if let output {
      try Data((rows.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: output + "/results.csv"), options: .atomic)
    }
  }

  /// Every kind of terrain in every size and density.
  private func terrains() -> [SitingTerrain] {
    var terrains: [SitingTerrain] = []
    for count in Self.numbers(villages) ?? [] {
      for density in Self.numbers(density) ?? [] {
        for settlement in SitingTerrain.Settlement.allCases {
          for costs in SitingTerrain.Costs.allCases {
            terrains.append(
              SitingTerrain(
                villages: Int(count), sites: max(1, Int((count * sitesPerVillage).rounded())), density: density,
                settlement: settlement, costs: costs, seed: seed))
          }
        }
      }
    }
    return terrains
  }

  private static func row(
    _ terrain: SitingTerrain, _ problem: String, _ value: Double, _ bound: Double, _ gap: Double, _ seconds: Double
  ) -> String {
    "\(terrain.name),\(problem),\(value),\(bound),"
      + "\(String(format: "%.6f", gap)),\(String(format: "%.3f", seconds))"
  }

  private static func numbers(_ text: String) -> [Double]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double($0) }
    return numbers.count == parts.count ? numbers : nil
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
