import ArgumentParser
import GeoFormats

/// `phusong info`
struct InfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what is in a file: features, reference system, extent, fields, problems.")

  @Argument(help: ArgumentHelp("The files to look at.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The reference system of the coordinates, if the file does not say.", valueName: "crs"))
  var crs: String?

  func run() async throws {
    for (index, file) in files.enumerated() {
      if index > 0 { print() }
      let layers = LayerPath(file).layer == nil ? try await LayerReader.layerNames(ofFile: file) : []
      guard layers.count > 1 else {
        print(try await LayerDescription(file: file, crs: crs).text, terminator: "")
        continue
      }
      print("\(file)\n  layers     \(layers.joined(separator: ", "))")
      for layer in layers {
        print()
        print(try await LayerDescription(file: "\(file):\(layer)", crs: crs).text, terminator: "")
      }
    }
  }
}
