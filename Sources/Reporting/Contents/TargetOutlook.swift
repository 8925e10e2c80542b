import Coverage

/// How a target stands: whether the pace of the last runs is enough to meet it.
public struct TargetOutlook: Hashable, Sendable {
  /// How it stands.
  public enum State: String, Hashable, Sendable {
    /// It is met.
    case met
    /// The pace of the last runs meets it in time.
    case onTrack = "on_track"
    /// The pace of the last runs does not.
    case late
    /// The day has passed, and it was not met.
    case missed
    /// There is no earlier run to tell a pace by.
    case unknown
  }

  /// The target.
  public var target: Target
  /// How many villages lack the service now.
  public var unserved: Int
  /// How it stands.
  public var state: State
  /// How many villages a **month** must be served from now on; 0 when it is met, nil when its day has passed.
  public var neededPerMonth: Double?
  /// How many villages a **month** were served since the first of the runs, less than 0 when there are more than then; nil
  /// without an earlier run.
  public var pacePerMonth: Double?

  /// How far villages a month may be too few and still count as enough, so that a pace that is just enough is.
  private static let slack = 1e-9

  /// How a target stands at the time of `now`, after the runs of `earlier`, the oldest first. The pace is that from the first of
  /// these runs of at most a year ago until now.
  ///
  /// Nil when the service was not assessed or one of the days is no day.
  public init?(_ target: Target, now: RunFigures, earlier: [RunFigures]) {
    guard let counts = now.services[target.service], let today = RunDay(now.time), let last = RunDay(target.date) else {
      return nil
    }
    self.target = target
    unserved = counts.unserved
    let open = unserved - target.unserved
    let daysLeft = last.number - today.number
    pacePerMonth = Self.pace(target.service, unserved: unserved, today: today, earlier: earlier)
    neededPerMonth = open <= 0 ? 0 : daysLeft > 0 ? Double(open) / Double(daysLeft) * RunDay.perMonth : nil
    if open <= 0 {
      state = .met
    } else if let neededPerMonth {
      state = pacePerMonth.map { $0 + Self.slack >= neededPerMonth ? .onTrack : .late } ?? .unknown
    } else {
      state = .missed
    }
  }

  private static func pace(_ service: Service, unserved: Int, today: RunDay, earlier: [RunFigures]) -> Double? {
    for run in earlier {
      guard let counts = run.services[service], let day = RunDay(run.time), day < today,
        today.number - day.number <= 366
      else { continue }
      return Double(counts.unserved - unserved) / Double(today.number - day.number) * RunDay.perMonth
    }
    return nil
  }
}
