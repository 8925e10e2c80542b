import ArgumentParser
import Foundation

/// Measures how fast PhuSong is, on files that anybody can make again.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Makes the benchmark's files and measures PhuSong on them.",
    discussion: """
      Scripts/benchmark compares whole runs with GeoPandas and DuckDB; the commands here make its files, time single \
      stages against their goals, tell how time and memory grow, and solve known instances. Build with optimisation (Scripts/build Benchmarks). \
      Exit codes: 0 done, 1 failed, 2 wrong usage.
      """,
    subcommands: [
      GenerateCommand.self, StagesCommand.self, ScalingCommand.self, SteinerCommand.self, SitingCommand.self,
      FibreCommand.self, PhasingCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // The parser's own code for wrong usage is 64; PhuSong's commands document 2.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(2)
    }
  }
}
