import ArgumentParser
import Project

/// `phusong sources`
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List the known data sources that a project file may name with source:.",
    discussion: "With a name: where it is specified, its licence, what counts by default, and the properties it makes.")

  @Argument(
    help: ArgumentHelp("The source to describe; by default all are listed.", valueName: "name"),
    completion: .list(KnownSourceName.allCases.map(\.rawValue)))
  var name: String?

  func run() throws {
    guard let name else {
      print(SourceDescription.list, terminator: "")
      return
    }
    guard let known = KnownSourceName(rawValue: name) else {
      let names = KnownSourceName.allCases.map(\.rawValue)
      let hint =
        Suggestion.nearest(to: name, among: names).map { "Did you mean '\($0)'?" }
        ?? "Expected one of \(names.joined(separator: ", "))."
      throw ValidationError("Unknown source '\(name)'. \(hint)")
    }
    print(SourceDescription.text(of: known), terminator: "")
  }
}
