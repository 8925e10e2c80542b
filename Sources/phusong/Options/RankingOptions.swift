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

  @Option(
    help: ArgumentHelp(
      "How often the weights are drawn within their bounds to tell how sure a rank is: at least 1000, or 0 for not at all. "
        + "By default 1000, and 0 for more than 20,000 villages.", valueName: "n"))
  var draws: Int?

  @Option(help: ArgumentHelp("The seed of the draws.", valueName: "n"))
  var seed = RankIntervals.defaultSeed

  @Flag(help: "Prove the best and worst rank under all weights within their bounds; up to 10,000 villages.")
  var exactBounds = false

  @Option(
    help: ArgumentHelp(
      "Mark villages that stay among so many of the first; by default as many as --limit shows.", valueName: "k"))
  var top: Int?

  func validate() throws {
    if let draws, draws != 0, draws < RankIntervals.leastDraws {
      throw ValidationError("--draws is \(draws); expected at least \(RankIntervals.leastDraws), or 0.")
    }
    if exactBounds, let draws, draws > 0 {
      throw ValidationError("--exact-bounds proves what --draws samples; expected one of them.")
    }
    if let top, top < 1 { throw ValidationError("--top is \(top); expected at least 1.") }
  }

  /// What is asked of the certainty of ranks, where `shown` villages are shown; nil for nothing.
  private func question(shown: Int) -> RankCertainty.Question? {
    var question = RankCertainty.Question(top: top ?? shown)
    question.seed = seed
    question.isExact = exactBounds
    if exactBounds { return question }
    if draws == 0 { return nil }
    question.draws = draws ?? RankIntervals.leastDraws
    question.greatestCount = draws == nil ? Self.greatestCountOfDefaultDraws : .max
    return question
  }

  /// More villages than this are not drawn unless that is asked for, since it would take longer than all else.
  private static let greatestCountOfDefaultDraws = 20_000

  /// Groups have no rank, so nothing is asked of theirs.
  func apply(to query: inout RankQuery, shown: Int, hasRanks: Bool) throws {
    query.method = method
    query.certainty = hasRanks ? question(shown: shown) : nil
    if let project { query.settings = try ProjectFile.read(contentsOf: project).ranking.settings }
  }
}

extension RankingMethod: ExpressibleByArgument {}
