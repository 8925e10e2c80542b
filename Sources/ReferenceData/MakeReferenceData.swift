import ArgumentParser
import Foundation

/// Makes the reference dataset.
@main
struct MakeReferenceData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ReferenceData",
    abstract: "Makes the modelled reference dataset from a seed and the commune table.",
    discussion: """
      The same seed and commune table give the same bytes. The overlay of the files counts 6,786 villages, 3,235 with \
      fibre, 689 without mobile signal and 118 without electricity, as Notice 06/TB-VPCP does. Exit codes: 0 made, \
      1 not calibrated or not written, 2 wrong usage, 3 the commune table is not as expected.
      """)

  @Option(help: "The seed of the model.")
  var seed: UInt64 = 6786

  @Option(help: "The folder with communes_63_provinces.csv.")
  var admin = "GeoData/admin"

  @Option(help: "The folder to write to; it is made if it is not there.")
  var output = "GeoData/reference"

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // The parser's own code for wrong usage is 64; PhuSong's commands document 2.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(2)
    }
  }

  func run() throws {
    do {
      let table = URL(fileURLWithPath: admin).appendingPathComponent("communes_63_provinces.csv")
      guard let text = try? String(contentsOf: table, encoding: .utf8) else {
        throw ReferenceDataError.unreadable(file: table.relativePath)
      }
      let communes = try CommuneTable.read(text, file: table.relativePath)
      let layers = try ReferenceModel.make(from: communes, notice: .number6Of2024, seed: seed)
      try write(layers)
    } catch let error as ReferenceDataError {
      FileHandle.standardError.write(Data("ReferenceData: \(error)\n".utf8))
      throw ExitCode(error.exitCode)
    }
  }

  /// Encodes all layers before the first is written; each file replaces its predecessor in one step.
  private func write(_ layers: ReferenceLayers) throws {
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let description = ReferenceLayers.description(seed: seed)
    let files = layers.files.map { file in
      (file.name, file.features.count, GeoJSONEncoder.encode(file.features, name: file.title, description: description))
    }
    for (name, count, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
      print("\(name): \(count) features, \(bytes.count) bytes")
    }
  }
}

extension ReferenceDataError {
  /// 3 for input that is not as expected, 1 for a model that did not come out.
  fileprivate var exitCode: Int32 {
    switch self {
    case .unreadable, .header, .line: 3
    case .notCalibrated, .margin, .census: 1
    }
  }
}
