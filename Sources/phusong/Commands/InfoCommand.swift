import ArgumentParser
import GeoFormats

/// `phusong info`
struct InfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Say what is in a file: features, reference system, extent, fields, problems.")

  @Argument(help: ArgumentHelp("The files to look at.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The reference system of the coordinates, if the file does not say.", valueName: "crs"))
  var crs: String?

  func run() async throws {
    for (index, file) in files.enumerated() {
      if index > 0 { print() }
      print(try await LayerDescription(file: file, crs: crs).text, terminator: "")
    }
  }
}
