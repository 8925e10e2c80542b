import ArgumentParser
import Geospatial

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

      Exit codes: 0 done, 1 failed, 2 wrong usage, 3 invalid input, 4 done but something was left out.
      """,
    version: "phusong \(PhuSongVersion.number) (GEOS \(GEOSLibrary.version), PROJ \(PROJLibrary.version))",
    subcommands: [AnalyzeCommand.self, InfoCommand.self, InitCommand.self],
    defaultSubcommand: nil)

  /// Runs the command line and leaves with one of the documented codes.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let outcome as Outcome {
      leave(outcome)
    } catch {
      leave(reporting: error)
    }
  }
}

/// The version of the program.
enum PhuSongVersion {
  static let number = "0.1.0"
}
