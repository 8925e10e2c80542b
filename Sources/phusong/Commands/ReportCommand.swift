import ArgumentParser
import Foundation
import Logging
import Project
import Reporting

/// `phusong report`
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Analyse, keep the result in a history, and write a report that says what has changed.",
    discussion: """
      Made to be run by a timer (phusong schedule). Each run is kept in DIR/history.sqlite with its inputs' checksums. \
      When no input has changed since the last run nothing is written but a note in DIR/status.json. When an input \
      cannot be used the last good report stays, and the exit code, standard error and status.json say what is wrong. \
      Earlier reports go to DIR/archive.

      A hook is a shell command. It finds status.json on its standard input. --on-change is run when villages have \
      been gained or lost or a status is another than at the last run, and after the first; --on-failure when the \
      report fails. A hook that fails makes the exit code 1. Examples: Scripts/examples.
      """)

  @Argument(
    help: ArgumentHelp(
      "The project file.", discussion: "Without one the reference project of GeoData is run.", valueName: "project"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @OptionGroup var options: ReportOptions

  @Option(help: ArgumentHelp("Wait so many seconds while another process works in the folder.", valueName: "seconds"))
  var wait = 0.0

  @Option(help: ArgumentHelp("How many threads to use; by default one per processor.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: [.short, .long], help: "Log warnings and errors only.")
  var quiet = false

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is \(threads); expected 1 to 1024.") }
    guard wait >= 0, wait.isFinite else { throw ValidationError("--wait is \(wait); expected at least 0.") }
  }

  func run() async throws {
    var job = ReportJob(
      project: try project ?? GeoDataFolder.referenceProject(), folder: options.output, version: PhuSongVersion.number,
      time: .now, log: logger)
    (job.history, job.language, job.kept) = (
      options.history, options.lang == .vi ? .vi : .en, options.keep
    )
    (job.waitSeconds, job.isStrict, job.plan) = (wait, options.strict, options.plan)
    (job.makesPDF, job.threads, job.tileURL) = (options.pdf, threads, options.tiles)
    job.tellsChanges = options.onChange != nil
    let log = job.log
    let outcome = await job.run { stage in log.debug("\(stage.rawValue)") }
    let hooksWorked = await runHook(outcome.status, log)
    if hooksWorked, outcome.status.ok, outcome.status.changed { job.changeWasTold() }
    // The log has told it.
    if let error = outcome.error { throw PhuSong.outcome(of: error) }
    if !hooksWorked { throw Outcome.failed }
    if outcome.status.leftOut > 0 || outcome.lacksPDF { throw Outcome.somethingLeftOut }
  }

  private var logger: Logger {
    var logger = Logger(label: "phusong") { [format = options.logFormat] _ in ReportLog(format) }
    logger.logLevel = quiet ? .warning : .info
    return logger
  }

  /// Runs the hook that the status asks for; false when it failed.
  private func runHook(_ status: ReportStatus, _ log: Logger) async -> Bool {
    guard let command = status.ok ? (status.changed ? options.onChange : nil) : options.onFailure else { return true }
    do {
      let output = try await Hook(command: command).run(input: status.json)
      for line in output.split(whereSeparator: \.isNewline) { log.info("\(line)", metadata: ["hook": "\(command)"]) }
      log.info("hook done", metadata: ["hook": "\(command)"])
      return true
    } catch {
      log.error("\(error)")
      return false
    }
  }
}
