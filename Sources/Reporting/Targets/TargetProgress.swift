import Coverage
import Project

/// How a target stands: reached, on track or late, and how fast villages must be served to reach it.
///
/// ```swift
/// let progress = TargetProgress(target, runs: earlier + [latest])
/// progress.neededPerMonth  // 57.4 villages a month
/// ```
public struct TargetProgress: Hashable, Sendable {
  /// How a target stands.
  public enum State: String, CaseIterable, Sendable, CustomStringConvertible {
    /// No more villages are without the service than the target allows.
    case reached
    /// At the pace so far it will be reached in time.
    case onTrack = "on_track"
    /// At the pace so far it will not be reached in time, or the day is over.
    case late
    /// There is no pace yet: all runs are of the same day.
    case unknown

    /// The word used in every output.
    public var description: String { rawValue }
  }

  /// The target.
  public let target: Target
  /// How many villages lack the service now.
  public let unserved: Int
  /// How many **days** are left, today not counted; below 0 when the day is over.
  public let daysLeft: Int
  /// How many more **villages a month** get the service than lose it, over the last year of runs; nil where all runs are of
  /// the same day.
  public let pacePerMonth: Double?
  /// How it stands.
  public let state: State

  /// The **days** of a mean month of the Gregorian calendar.
  public static let daysPerMonth = 30.436_875
  /// How far back, in **days**, runs count for the pace.
  public static let daysOfPace = 365

  /// A target seen from the last of `runs`; nil where there is none, or where its time or that of the target is no date. The
  /// others count by their times; those that a clock which was ahead dated later than the last do not. O(n log n).
  public init?(_ target: Target, runs: [RunFigures]) {
    guard let last = runs.last, let today = CalendarDay(startOf: last.time), let day = CalendarDay(startOf: target.date)
    else { return nil }
    self.target = target
    unserved = last.services[target.service]?.unserved ?? 0
    daysLeft = today.days(until: day)
    pacePerMonth = Self.pace(target.service, RunFigures.course(runs), until: today, unserved: unserved)
    // Of a service that no rule tells anything about no village is unserved, and no target is reached.
    let isKnown = (last.services[target.service]?.unknown ?? 0) < last.villages
    state = isKnown ? Self.state(target, unserved, daysLeft: daysLeft, pacePerMonth: pacePerMonth) : .unknown
  }

  /// How many villages must still get the service.
  public var missing: Int { max(0, unserved - target.unserved) }

  /// How many **villages a month** must get the service from now on; nil when the day is over.
  public var neededPerMonth: Double? {
    if missing == 0 { return 0 }
    return daysLeft > 0 ? Double(missing) * Self.daysPerMonth / Double(daysLeft) : nil
  }

  private static func pace(
    _ service: Service, _ runs: [RunFigures], until today: CalendarDay, unserved: Int
  ) -> Double? {
    for run in runs {
      guard let day = CalendarDay(startOf: run.time), let counts = run.services[service] else { continue }
      let days = day.days(until: today)
      if days <= 0 { return nil }
      if days <= daysOfPace { return Double(counts.unserved - unserved) * daysPerMonth / Double(days) }
    }
    return nil
  }

  private static func state(
    _ target: Target, _ unserved: Int, daysLeft: Int, pacePerMonth: Double?
  ) -> State {
    let missing = unserved - target.unserved
    if missing <= 0 { return .reached }
    if daysLeft <= 0 { return .late }
    guard let pacePerMonth else { return .unknown }
    return pacePerMonth * Double(daysLeft) >= Double(missing) * daysPerMonth ? .onTrack : .late
  }
}

extension Target {
  /// A target of a project file.
  public init(_ source: TargetSource) {
    self.init(service: source.service, unserved: source.unserved, date: source.day.description)
  }
}
