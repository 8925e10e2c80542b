import Foundation
import PackagePlugin

/// Turns the files of the folder `Page` of a target into texts of its module, so that the program needs no files to make pages.
@main
struct PageTextPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Page")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let inputs = names.map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "PageText.swift")
    return [
      .buildCommand(
        displayName: "Embedding the files of the report page",
        executable: try context.tool(named: "PageTextWriter").url, arguments: [output.path] + inputs.map(\.path),
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
