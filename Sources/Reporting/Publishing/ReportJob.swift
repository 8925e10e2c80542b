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
  /// The history, or a folder with one; nil for ``historyName`` in the folder of the report.
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
  /// Whether somebody is to be told of changes; when that fails, ``changeWasTold()`` is not called, and the next run tells again.
  public var tellsChanges = false
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
  public var historyPath: String { Self.historyPath(history ?? folder) }

  /// The history at a path, which is that of the file or of a folder that has one.
  public static func historyPath(_ path: String) -> String {
    FileStamp.isFolder(path) ? "\(path)/\(historyName)" : path
  }

  /// Runs the report.
  ///
  /// When an input cannot be used the last good report stays as it is, and `status.json` says what is wrong. It says so too when
  /// the history cannot be used; but while another process is at work, and where there is no folder, nothing is written.
  public func run(progress: @escaping @Sendable (Analysis.Stage) -> Void = { _ in }) async -> Outcome {
    var outcome: Outcome
    do {
      try AtomicFile.makeFolder(folder)
      let locks = try await self.locks()
      defer { withExtendedLifetime(locks) {} }
      outcome = try await locked(progress)
    } catch {
      outcome = Outcome(status: failed(error, after: ReportStatus.read(inFolder: folder)), error: error)
      if case .busy? = error as? HistoryError {} else { try? outcome.status.write(toFolder: folder) }
    }
    tell(outcome.status)
    return outcome
  }

  /// The run, while no other process works in the folder.
  private func locked(_ progress: @escaping @Sendable (Analysis.Stage) -> Void) async throws -> Outcome {
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
    if outcome.status.changed, tellsChanges { try AtomicFile.commit([AtomicFile(path: untoldPath)]) }
    try outcome.status.write(toFolder: folder)
    archive.prune()
    return outcome
  }

  /// The file that says that a change has not been told yet.
  private var untoldPath: String { "\(folder)/.untold" }

  /// Whether a change has not been told.
  var isUntold: Bool { tellsChanges && FileStamp(untoldPath) != nil }

  /// Notes that whoever was to be told of a change has been.
  public func changeWasTold() { unlink(untoldPath) }

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
