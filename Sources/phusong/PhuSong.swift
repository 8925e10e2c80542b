import ArgumentParser
import Foundation
import Geospatial
import Project

/// The command line of PhuSong.
@main
struct PhuSong: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phusong",
    abstract: "Who is left out of fibre, mobile signal and electricity, village by village.",
    discussion: """
      PhuSong (phủ sóng, "to bring coverage") lays maps of cables, coverage and power lines over a list of villages and \
      writes GeoJSON that opens in QGIS. Distances are geodesic on WGS 84.

      Start with `phusong analyze`, which runs the reference project, and `phusong init`, which writes a project file \
      for your own data.

      Exit codes: 0 done, 1 failed, 2 wrong usage, 3 invalid input, 4 done but something was left out, \
      5 done and the results that diff or history compare differ.
      """,
    version: "phusong \(PhuSongVersion.number) (GEOS \(GEOSLibrary.version), PROJ \(PROJLibrary.version))",
    subcommands: [
      AnalyzeCommand.self, CheckCommand.self, ConvertCommand.self, CostsCommand.self, DiffCommand.self,
      HistoryCommand.self, InfoCommand.self, InitCommand.self, MapCommand.self, PlanCommand.self, RankCommand.self,
      ReportCommand.self, ScheduleCommand.self, SourcesCommand.self, TechnologiesCommand.self, ValidateCommand.self,
      WhatIfCommand.self,
      ZonesCommand.self,
    ],
    defaultSubcommand: nil)

  /// Runs the command line and leaves with one of the documented codes.
  static func main() async {
    do {
      try checkCommandName(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      leave(.done)
    } catch let outcome as Outcome {
      leave(outcome)
    } catch {
      leave(reporting: error)
    }
  }

  /// Refuses a first argument that is no command, with the command that was meant; the parser has no suggestion for it.
  private static func checkCommandName(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let hint: String
    if let name = Suggestion.nearest(to: word, among: names) {
      hint = "Did you mean '\(name)'?"
    } else if FileManager.default.fileExists(atPath: word) {
      hint = "Did you mean 'analyze \(word)' or 'info \(word)'?"
    } else {
      hint = "Expected one of \(names.joined(separator: ", "))."
    }
    throw ValidationError("Unknown command '\(word)'. \(hint)")
  }
}

/// The version of the program.
enum PhuSongVersion {
  static let number = "0.1.0"
}
