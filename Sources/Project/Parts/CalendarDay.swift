/// A day of the Gregorian calendar, as project files and histories name it: `2025-12-31`.
///
/// The calendar is taken to have been in use always (ISO 8601-1:2019, section 4.3.2).
public struct CalendarDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int

  /// The day so many days after 1 January 1970.
  public init(number: Int) { self.number = number }

  /// The day that a text starts with, as `2025-12-31` or `2025-12-31T07:00:00+07:00`; nil where it starts with none.
  public init?(startOf text: some StringProtocol) {
    let digits = Array(text.utf8.prefix(10))
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      digits[range].reduce(0) { sum, byte in
        guard let sum, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        return sum * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10), year > 0,
      (1...12).contains(month), (1...Self.length(ofMonth: month, year)).contains(day)
    else { return nil }
    number = Self.number(year, month, day)
  }

  /// The day that a text spells, as `2025-12-31` and nothing else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    self.init(startOf: text)
  }

  /// The earlier day is the lesser.
  public static func < (first: CalendarDay, second: CalendarDay) -> Bool { first.number < second.number }

  /// How many **days** lie between a day and a later one; below 0 when it is earlier.
  public func days(until other: CalendarDay) -> Int { other.number - number }

  /// Year, month from 1 and day from 1.
  public var parts: (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that leap days come last; of 400 years there are 146,097 days.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
  }

  /// The day as `2025-12-31`.
  public var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = (year / 400, year % 400)
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
