import Coverage

/// What `status.json` says: whether the last report succeeded, what it found and what changed.
///
/// It is written last of all, so that the files that it names are those of the run that it names. When a report fails the
/// figures are those of the last good one.
public struct ReportStatus: Hashable, Sendable, Decodable {
  /// How many villages have which status of a service, and how many people lack it.
  public struct Counts: Hashable, Sendable, Codable {
    /// Villages that have the service.
    public var served: Int
    /// Villages that lack it.
    public var unserved: Int
    /// Villages of which nothing is known.
    public var unknown: Int
    /// People of the villages that lack it.
    public var peopleUnserved: Int

    init(_ counts: RunFigures.Counts) {
      (served, unserved) = (counts.served, counts.unserved)
      (unknown, peopleUnserved) = (counts.unknown, counts.peopleUnserved)
    }

    enum CodingKeys: String, CodingKey {
      case served, unserved, unknown
      case peopleUnserved = "people_unserved"
    }
  }

  /// How the villages differ from those of the run before.
  public struct Changes: Hashable, Sendable, Codable {
    /// Villages that were not there.
    public var gained: Int
    /// Villages that are no longer there.
    public var lost: Int
    /// Villages of which some status is another.
    public var status: Int
    /// Villages of which only the rank is another.
    public var moved: Int
    /// By service how many villages went from one status to another, as `unserved_to_served`.
    public var services: [String: [String: Int]]

    /// The counts of a comparison.
    public init(_ comparison: ResultComparison) {
      gained = comparison.count(of: .gained)
      lost = comparison.count(of: .lost)
      status = comparison.count(of: .status)
      moved = comparison.count(of: .moved)
      services = [:]
      for change in comparison.changes.flatMap(\.statuses) {
        services[change.service.rawValue, default: [:]]["\(change.old)_to_\(change.new)", default: 0] += 1
      }
    }

    /// Whether more than ranks differ.
    public var areRelevant: Bool { gained + lost + status > 0 }
  }

  /// How a target stands.
  public struct Goal: Hashable, Sendable, Decodable {
    /// The service.
    public var service: String
    /// How many villages may still lack it on the day.
    public var unserved: Int
    /// The day, in ISO 8601.
    public var by: String
    /// How many villages lack it now.
    public var now: Int
    /// How it stands, as ``TargetProgress/State`` words it.
    public var state: String
    /// How many villages a **month** must get it; nil when the day is over.
    public var neededPerMonth: Double?
    /// How many villages a **month** got it so far; nil where that is not known.
    public var pacePerMonth: Double?

    enum CodingKeys: String, CodingKey {
      case service, unserved, by, now, state
      case neededPerMonth = "needed_per_month"
      case pacePerMonth = "pace_per_month"
    }
  }

  /// How far a plan has come in a year of it.
  public struct Progress: Hashable, Sendable, Codable {
    /// The year, as the plan counts it.
    public var year: Int
    /// The service.
    public var service: String
    /// How many villages the plan gives it in that year.
    public var planned: Int
    /// How many of these have it.
    public var served: Int

    init(_ progress: PlanProgress) {
      (year, service) = (progress.year, progress.service.rawValue)
      (planned, served) = (progress.planned, progress.served)
    }
  }

  /// What happened, in a word or two.
  public enum Note: String, Sendable, Codable {
    /// There was no run before.
    case firstRun = "first run"
    /// The inputs are those of the last run, and its report is there.
    case noChange = "no change"
    /// The inputs are those of the last run, whose report was not there whole or in another language.
    case writtenAgain = "written again"
    /// The inputs are those of the last run, and a target stands otherwise than it did, for time has passed.
    case targetsChanged = "targets changed"
    /// The inputs are new, and all villages are as they were.
    case sameResults = "same results"
    /// Villages are not as they were.
    case changed
    /// The report failed.
    case failed
  }

  /// Whether the report succeeded.
  public var ok = true
  /// Whether villages are not as they were at the run before, ranks apart, or there was none; whether a target stands otherwise;
  /// or whether a hook that was to be told of such a change has failed.
  public var changed = false
  /// What happened.
  public var note = Note.noChange
  /// Why the report failed; nil when it did not.
  public var error: String?
  /// When this was written, in ISO 8601.
  public var time: String
  /// The version of the program.
  public var version: String
  /// The project's name; nil when it was never read.
  public var project: String?
  /// The folder of the report, as an absolute path.
  public var folder: String
  /// The number of the last good run in the history; nil when there was none.
  public var run: Int?
  /// When that was, in ISO 8601.
  public var runTime: String?
  /// The language of its report.
  public var language: String?
  /// Where the background of its map comes from; nil for none.
  public var tiles: String?
  /// The names of its files.
  public var files: [String] = []
  /// How many remarks told that something was left out of it.
  public var leftOut = 0
  /// How many villages there are.
  public var villages: Int?
  /// Its figures, by service.
  public var services: [String: Counts] = [:]
  /// How its villages differ from those of the run before; nil when there was none.
  public var changes: Changes?
  /// How the targets stand.
  public var targets: [Goal] = []
  /// How far the plan has come; empty without a plan.
  public var plan: [Progress] = []

  /// A status of nothing yet.
  public init(time: String, version: String, folder: String) {
    self.time = time
    self.version = version
    self.folder = folder
  }

  enum CodingKeys: String, CodingKey {
    case ok, changed, note, error, time, version, project, folder, run, language, files, villages, services, changes
    case targets, plan, tiles
    case runTime = "run_time"
    case leftOut = "left_out"
  }
}
