import ArgumentParser
import Coverage
import Project

/// How villages are ranked and how sure that is.
struct RankingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A project whose ranking settings are used, where the input is a result; by default PhuSong's own.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @Option(
    help: ArgumentHelp("weighted-sum, topsis or pareto; by default what the project says.", valueName: "method"))
  var method: RankingMethod?

  func apply(to query: inout RankQuery) throws {
    query.method = method
    if let project { query.settings = try ProjectFile.read(contentsOf: project).ranking.settings }
  }
}

extension RankingMethod: ExpressibleByArgument {}
