import Project

/// When a report is made: at a time of day, every day, on some days of the week or on one of the month.
///
/// ```swift
/// try ScheduleTime("Mon 07:00").calendar      // Mon *-*-* 07:00:00
/// try ScheduleTime("Mon-Fri 07:00").crontab   // 0 7 * * 1-5
/// ```
public struct ScheduleTime: Hashable, Sendable {
  /// The days on which it is made.
  public enum Days: Hashable, Sendable {
    case all
    /// Days of the week from 1, Monday, to 7, Sunday, ascending.
    case week([Int])
    /// A day of the month, 1 to 28, which every month has.
    case month(Int)
  }

  /// The days.
  public let days: Days
  /// The hour, 0 to 23, in local time.
  public let hour: Int
  /// The minute, 0 to 59.
  public let minute: Int

  /// What is expected of a text, for messages.
  static let expected =
    "expected days and a time, as \"Mon 07:00\", \"Mon-Fri 06:30\", \"daily 07:00\" or \"monthly 1 07:00\""

  /// The time that a text spells: days of the week by their names in English, or T2 to T7 and CN, or thứ hai to chủ nhật, in Vietnamese, with commas
  /// and ranges, or `daily`, or `monthly` with a day; then hour and minute.
  ///
  /// - Throws: ``ScheduleError/wrongTime(text:problem:)``.
  public init(_ text: String) throws(ScheduleError) {
    func wrong(_ problem: String) -> ScheduleError { .wrongTime(text: text, problem: problem) }
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    guard let clock = words.last else { throw wrong("there is nothing in it; \(Self.expected)") }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Self.number(parts[0]), let minute = Self.number(parts[1]),
      parts.count == 2 || Self.number(parts[2]) == 0
    else { throw wrong("\"\(clock)\" is no time of day; \(Self.expected)") }
    guard (0...23).contains(hour) else { throw wrong("the hour is \(hour); expected 0 to 23") }
    guard (0...59).contains(minute) else { throw wrong("the minute is \(minute); expected 0 to 59") }
    (self.hour, self.minute) = (hour, minute)
    let before = Self.joined(words.dropLast())
    switch before.first {
    case nil: days = .all
    case "daily" where before.count == 1: days = .all
    case "monthly" where before.count == 2:
      guard let day = Self.number(before[1][...]), (1...28).contains(day) else {
        throw wrong("the day of the month is \(before[1]); expected 1 to 28, which every month has")
      }
      days = .month(day)
    default: days = .week(try Self.week(before.joined(separator: ","), wrong))
    }
  }

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let longNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let vietnameseNames = ["t2", "t3", "t4", "t5", "t6", "t7", "cn"]
  private static let longVietnameseNames = [
    "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật",
  ]

  /// Words for days of which each is one: `thứ hai` and `chủ nhật` are written as two.
  private static func joined(_ words: some Collection<String>) -> [String] {
    var days: [String] = []
    for word in words {
      if let last = days.last, last.hasSuffix("thứ") || last.hasSuffix("chủ") {
        days[days.count - 1] = last + " " + word
      } else {
        days.append(word)
      }
    }
    return days
  }

  private static func week(_ text: String, _ wrong: (String) -> ScheduleError) throws(ScheduleError) -> [Int] {
    var days = Set<Int>()
    for part in text.split(separator: ",") {
      let ends = part.replacing("..", with: "-").split(separator: "-", omittingEmptySubsequences: false)
      var numbers: [Int] = []
      for end in ends {
        let name = String(end)
        guard
          let place = [names, longNames, vietnameseNames, longVietnameseNames].compactMap({ $0.firstIndex(of: name) })
            .first
        else {
          let hint = Suggestion.nearest(to: name, among: names + longNames).map { "did you mean \"\($0)\"?" }
          throw wrong("there is no day \"\(name)\"; \(hint ?? expected)")
        }
        numbers.append(place)
      }
      guard numbers.count <= 2, let first = numbers.first, let last = numbers.last else {
        throw wrong("\"\(part)\" is no range of days; \(expected)")
      }
      // Sat-Mon goes round the end of the week.
      for offset in 0...((last - first + 7) % 7) { days.insert((first + offset) % 7 + 1) }
    }
    return days.sorted()
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }

  // MARK: Forms

  /// The time as systemd writes it (systemd.time(7), calendar events).
  public var calendar: String {
    let clock = "\(Self.padded(hour)):\(Self.padded(minute)):00"
    switch days {
    case .all: return "*-*-* \(clock)"
    case .week(let days):
      let list = Self.runs(days).map { first, last in
        let (start, end) = (Self.name(first), Self.name(last))
        return first == last ? start : last == first + 1 ? "\(start),\(end)" : "\(start)..\(end)"
      }
      return list.joined(separator: ",") + " *-*-* \(clock)"
    case .month(let day): return "*-*-\(Self.padded(day)) \(clock)"
    }
  }

  /// The first five fields of a crontab line (crontab(5)).
  public var crontab: String {
    let clock = "\(minute) \(hour)"
    switch days {
    case .all: return "\(clock) * * *"
    case .week(let days):
      // 7 is no Sunday everywhere, 0 is.
      let list = Self.runs(days.map { $0 % 7 }.sorted()).map { $0 == $1 ? "\($0)" : "\($0)-\($1)" }
      return "\(clock) * * " + list.joined(separator: ",")
    case .month(let day): return "\(clock) \(day) * *"
    }
  }

  private static func name(_ day: Int) -> String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day - 1] }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Ascending numbers as runs of neighbours.
  private static func runs(_ numbers: [Int]) -> [(Int, Int)] {
    numbers.reduce(into: []) { runs, number in
      if let last = runs.last, last.1 + 1 == number {
        runs[runs.count - 1].1 = number
      } else {
        runs.append((number, number))
      }
    }
  }
}
