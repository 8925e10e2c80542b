/// A day of the calendar, for counting the days between two of them.
struct RunDay: Comparable, Hashable, Sendable {
  /// How many days after 1 January 1970, in the Gregorian calendar.
  let number: Int

  /// The day that an ISO 8601 date or time begins with, as `2026-11-23T07:00:00+07:00`; nil when it begins with none.
  init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Days from civil (H. Hinnant, chrono-compatible low-level date algorithms): years begin with March.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The length of a month, in **days**, on average over the 400 years of the calendar's cycle.
  static let perMonth = 146_097.0 / 4800

  static func < (one: RunDay, other: RunDay) -> Bool { one.number < other.number }
}
