import ArgumentParser
import Project
import Reporting

/// What a report is told, now or by a timer.
struct ReportOptions: ParsableArguments {
  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the report, which is made.", valueName: "dir"),
    completion: .directory)
  var output = HistoryOptions.defaultFolder

  @Option(
    help: ArgumentHelp(
      "The history, or a folder with one; by default \(ReportJob.historyName) in the folder.", valueName: "file"),
    completion: .file())
  var history: String?

  @Option(help: ArgumentHelp("The language of the report: vi or en.", valueName: "language"))
  var lang = Language.vi

  @Option(help: ArgumentHelp("Run this when something has changed.", valueName: "command"))
  var onChange: String?

  @Option(help: ArgumentHelp("Run this when the report fails.", valueName: "command"))
  var onFailure: String?

  @Option(help: ArgumentHelp("How many earlier reports are kept in DIR/archive.", valueName: "n"))
  var keep = Self.defaultKept

  @Option(help: ArgumentHelp("How the log on standard error is written: text or json.", valueName: "format"))
  var logFormat = LogFormat.text

  @Option(
    help: ArgumentHelp(
      "A plan to show and to tell the progress of: its plan.json or plan.geojson, or their folder.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @Flag(help: "Also make the page as PDF, with Chromium or WeasyPrint where one is installed.")
  var pdf = false

  @Option(
    help: ArgumentHelp(
      "Where the map's background comes from, as https://tile.example/{z}/{x}/{y}.png; by default it has none and needs no network.",
      valueName: "url"))
  var tiles: String?

  @Flag(help: "Stop at the first feature that would have to be left out, and count doubtful answers as unknown.")
  var strict = false

  private static let defaultKept = 12

  func validate() throws {
    guard keep >= 0 else { throw ValidationError("--keep is \(keep); expected at least 0.") }
    if let tiles {
      let hasParts = ["{z}", "{x}", "{y}"].allSatisfy(tiles.contains)
      guard hasParts, tiles.hasPrefix("https://") || tiles.hasPrefix("http://") else {
        throw ValidationError("--tiles is \(tiles); expected a URL with {z}, {x} and {y}.")
      }
    }
  }

  /// The words of a command line that say the same, with paths that `absolute` makes of those given.
  func words(_ absolute: (String) -> String) -> [String] {
    var words = ["--output", absolute(output), "--lang", lang.rawValue]
    if let history { words += ["--history", absolute(history)] }
    if let onChange { words += ["--on-change", onChange] }
    if let onFailure { words += ["--on-failure", onFailure] }
    if keep != Self.defaultKept { words += ["--keep", "\(keep)"] }
    if logFormat != .text { words += ["--log-format", logFormat.rawValue] }
    if let plan { words += ["--plan", absolute(plan)] }
    if pdf { words.append("--pdf") }
    if let tiles { words += ["--tiles", tiles] }
    if strict { words.append("--strict") }
    return words
  }
}

extension LogFormat: ExpressibleByArgument {}
