import ArgumentParser
import Foundation
import GeoFormats
import Project

/// `phusong init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented project file to start from.",
    discussion: "Every key stands in it with its default and its unit. An existing file is left alone without --force.")

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var file = "phusong.yml"

  @Option(help: ArgumentHelp("The name of the project; by default that of the folder.", valueName: "name"))
  var name: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  func run() throws {
    if !force, FileManager.default.fileExists(atPath: file) {
      throw AtomicFile.Failure(path: file, reason: "it is there already; --force replaces it")
    }
    let folder = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent().lastPathComponent
    let output = try AtomicFile(path: file)
    try output.write(Array(ProjectTemplate.text(name: name ?? folder).utf8))
    try AtomicFile.commit([output])
    print("\(file) written; name your files in it, then run: phusong analyze \(file)")
  }
}
