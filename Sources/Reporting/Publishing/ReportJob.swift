import Coverage
import GeoFormats
import Glibc
import Logging
import Project

/// One run of a report: reads the project, keeps the result in the history, writes the report and says how it went.
///
/// Whatever moment it is stopped at, the history holds whole runs only, and the next run sets right what is missing of the
/// report: `status.json`, which comes last, names the run that the files are of.
public struct ReportJob: Sendable {
  /// The project file.
  public var project: String
  /// The folder of the report.
  public var folder: String
  /// The history; nil for ``historyName`` in the folder.
  public var history: String?
  /// The language of the report.
  public var language = ReportLanguage.vi
  /// How many earlier reports are kept.
  public var kept = 12
  /// For how many **seconds** to wait while another process works in the folder.
  public var waitSeconds = 0.0
  /// Whether the first loss stops the run, and doubtful answers count as unknown.
  public var isStrict = false
  /// The plan whose progress is told; nil for none.
  public var plan: String?
  /// Whether the page is also made as PDF.
  public var makesPDF = false
  /// Where the map's background comes from, as `https://tile.example/{z}/{x}/{y}.png`; nil for none, so that the page needs
  /// no network.
  public var tileURL: String?
  /// How many threads to use.
  public var threads = 1
  /// The version of the program.
  public var version: String
  /// The moment of the run.
  public var time: ReportTime
  /// Where the run is logged.
  public var log: Logger

  /// The name of the history in the folder of a report.
  public static let historyName = "history.sqlite"

  /// A report of a project file in a folder.
  public init(
    project: String, folder: String, version: String, time: ReportTime, log: Logger
  ) {
    self.project = project
    self.folder = folder
    self.version = version
    self.time = time
    self.log = log
  }

  /// What came of a run.
  public struct Outcome: Sendable {
    /// What `status.json` says.
    public var status: ReportStatus
    /// Why the run failed; nil when it did not.
    public var error: (any Error)?
    /// Whether the page was to be printed and was not.
    public var lacksPDF = false
  }

  /// Where the history is.
  public var historyPath: String { history ?? "\(folder)/\(Self.historyName)" }

  /// Runs the report.
  ///
  /// When an input cannot be used the last good report stays as it is, and `status.json` says what is wrong.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder cannot be made or `status.json` not be written, `HistoryError/busy` when
  ///   another process is at work. Everything else is in the outcome.
  public func run(progress: @escaping @Sendable (Analysis.Stage) -> Void = { _ in }) async throws -> Outcome {
    try AtomicFile.makeFolder(folder)
    let locks = try await self.locks()
    defer { withExtendedLifetime(locks) {} }
    let archive = ReportArchive(folder: folder, kept: kept)
    archive.removeUnfinished()
    let before = ReportStatus.read(inFolder: folder)
    var outcome: Outcome
    do {
      outcome = Outcome(status: try await report(after: before, archive, progress), error: nil)
    } catch {
      outcome = Outcome(status: failed(error, after: before), error: error)
    }
    outcome.lacksPDF = outcome.error == nil && lacksPDF(outcome.status)
    try outcome.status.write(toFolder: folder)
    archive.prune()
    tell(outcome.status)
    return outcome
  }

  /// One process at a time works with a history and in a folder.
  private func locks() async throws -> [RunLock] {
    let own = try await RunHistory.lock(historyPath, waitSeconds: waitSeconds)
    guard history != nil else { return [own] }
    return [own, try await RunLock(path: "\(folder)/.lock", for: folder, waitSeconds: waitSeconds)]
  }

  // MARK: Saying how it went

  /// A status without anything known yet.
  var blank: ReportStatus { ReportStatus(time: "\(time)", version: version, folder: Self.absolute(folder)) }

  private func failed(_ error: any Error, after before: ReportStatus?) -> ReportStatus {
    var status = before ?? blank
    (status.time, status.version, status.folder) = (blank.time, blank.version, blank.folder)
    (status.ok, status.changed, status.note) = (false, false, .failed)
    status.error = "\(error)"
    return status
  }

  private func tell(_ status: ReportStatus) {
    var values: Logger.Metadata = ["note": "\(status.note.rawValue)", "folder": "\(folder)"]
    if let run = status.run { values["run"] = "\(run)" }
    if let error = status.error {
      let old = status.runTime.map { "the last good report, of \($0), stays" } ?? "there is no good report yet"
      log.error("the report failed; \(old): \(error)", metadata: values)
    } else {
      log.info("report done", metadata: values)
    }
  }

  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
