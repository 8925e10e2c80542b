/// Why a report cannot be scheduled, in one line a person can act on.
public enum ScheduleError: Error, Hashable, Sendable {
  /// The text is no time.
  case wrongTime(text: String, problem: String)
  /// A path or a command has a character that a unit or a crontab cannot hold.
  case wrongText(what: String, text: String, problem: String)
}

extension ScheduleError: CustomStringConvertible {
  /// `--every "Mon 25:00": the hour is 25; expected 0 to 23`
  public var description: String {
    switch self {
    case .wrongTime(let text, let problem): "--every \"\(text)\": \(problem)"
    case .wrongText(let what, let text, let problem): "\(what) \"\(text)\": \(problem)"
    }
  }
}
