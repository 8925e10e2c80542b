import ArgumentParser
import Foundation
import Geospatial
import Rollout

/// `Benchmarks steiner`
struct SteinerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steiner",
    abstract: "Solves the Steiner tree instances of a folder.",
    discussion: """
      Reads every .gr file of DIR (the format of the PACE 2018 challenge) and prints instance,cost,lower_bound,seconds \
      as CSV, in the order of the names. Every tree is checked to be one and to span the terminals. The seconds are the \
      processor time of one thread where --threads is 1, else the time on the clock.
      """)

  @Argument(help: ArgumentHelp("A folder of .gr files.", valueName: "dir"), completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("When to stop with an instance, in seconds.", valueName: "n"))
  var seconds = 50.0

  @Option(help: ArgumentHelp("How many instances are solved at a time, each on one thread.", valueName: "n"))
  var threads = 1

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads is \(threads); expected at least 1.") }
    if !(seconds > 0 && seconds < 1e6) { throw ValidationError("--seconds is \(seconds); expected more than 0.") }
  }

  func run() async throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".gr") }.sorted()
    } catch {
      throw PACEError.unreadable(file: folder, reason: error.localizedDescription)
    }
    if names.isEmpty { throw BenchmarkError.noInstances(folder: folder) }
    var solver = SteinerSolver()
    solver.seed = seed
    solver.timeLimit = .seconds(seconds)
    let usual = solver
    let (folder, isAlone) = (folder, threads == 1)
    print("instance,cost,lower_bound,seconds")
    try await Parallel.forEachOrdered(names, threads: threads) { name in
      let start = Self.seconds(ofProcessor: isAlone)
      let instance = try PACEInstance.read(folder + "/" + name)
      let result = usual.solve(instance)
      try result.tree.check(against: instance)
      return (result.cost, result.lowerBound, Self.seconds(ofProcessor: isAlone) - start)
    } consume: { index, row in
      print("\(names[index]),\(row.0),\(row.1),\(String(format: "%.3f", row.2))")
      fflush(nil)
    }
  }

  private static func seconds(ofProcessor: Bool) -> Double {
    var time = timespec()
    clock_gettime(ofProcessor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
