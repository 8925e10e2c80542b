import ArgumentParser
import Project
import Reporting

/// `phusong history prune`
struct HistoryPruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Forget old runs, and give their room back to the disk.",
    discussion: "With both options a run is forgotten when both allow it. The newest run always stays.")

  @OptionGroup var source: HistoryOptions

  @Option(help: ArgumentHelp("Keep the newest so many runs.", valueName: "n"))
  var keep: Int?

  @Option(help: ArgumentHelp("Keep the runs since this day, as 2026-01-31.", valueName: "day"))
  var since: String?

  @Option(
    help: ArgumentHelp("Wait so many seconds while another process works with the history.", valueName: "seconds"))
  var wait = 0.0

  func validate() throws {
    if keep == nil, since == nil { throw ValidationError("Nothing to forget; expected --keep or --since.") }
    if let keep, keep < 1 { throw ValidationError("--keep is \(keep); expected at least 1.") }
    if let since, CalendarDay(since) == nil {
      throw ValidationError("--since is \(since); expected a day, as 2026-01-31.")
    }
    guard wait >= 0, wait.isFinite else { throw ValidationError("--wait is \(wait); expected at least 0.") }
  }

  func run() async throws {
    // A name that is mistaken must not leave a lock behind.
    _ = try source.opened()
    let lock = try await RunHistory.lock(source.path, waitSeconds: wait)
    defer { withExtendedLifetime(lock) {} }
    let history = try RunHistory(path: source.path, for: .writing)
    let runs = try history.runs()
    let day = since.flatMap { CalendarDay($0) }
    let old = runs.dropLast(max(1, keep ?? 1)).filter { run in
      guard let day else { return true }
      return CalendarDay(startOf: run.figures.time).map { $0 < day } ?? false
    }
    let count = try history.remove(Array(old))
    print("\(count) of \(runs.count) runs forgotten.")
  }
}
