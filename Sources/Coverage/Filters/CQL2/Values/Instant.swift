extension CQL2 {
  /// A date or a moment in UTC, in the Gregorian calendar (clause 6.3.1).
  public struct Instant: Hashable, Sendable {
    /// Days since 1 January 1970.
    public let day: Int
    /// **Nanoseconds** since midnight UTC; nil for a date.
    public let nanoseconds: Int?

    /// Whether it is a day and not a moment of one.
    public var isDate: Bool { nanoseconds == nil }

    static let nanosecondsPerDay = 86_400_000_000_000

    /// The first moment of it.
    var start: Moment { Moment(day: day, nanoseconds: nanoseconds ?? 0) }
    /// The last moment of it.
    var end: Moment { Moment(day: day, nanoseconds: nanoseconds ?? Instant.nanosecondsPerDay - 1) }

    /// Below, at or above zero as it is before, at or after `other`; as dates where one of them is a date.
    @inline(__always)
    func order(to other: Instant) -> Int {
      if day != other.day { return day < other.day ? -1 : 1 }
      guard let own = nanoseconds, let others = other.nanoseconds else { return 0 }
      return own == others ? 0 : own < others ? -1 : 1
    }
  }

  /// A point of the time line.
  struct Moment: Hashable, Comparable {
    var day: Int
    var nanoseconds: Int

    static let distantPast = Moment(day: .min, nanoseconds: 0)
    static let distantFuture = Moment(day: .max, nanoseconds: 0)

    static func < (a: Moment, b: Moment) -> Bool { (a.day, a.nanoseconds) < (b.day, b.nanoseconds) }
  }
}

extension CQL2.Instant {
  /// Why a text is no instant.
  enum Fault: Error {
    case form
    case calendar
    case offset
  }

  /// Whether a time may stand without an offset, or with one other than `Z`.
  enum Offset {
    /// `Z` and nothing else, as in a literal.
    case utcOnly
    /// None, which means UTC, `Z` or `±hh:mm`, as in a property.
    case any
  }

  /// The date or date-time of RFC 3339, section 5.6, that `text` spells. Digits past the nanosecond are dropped.
  init(rfc3339 text: some Collection<UInt8>, offset: Offset) throws(Fault) {
    var reader = Reader(text)
    let year = try reader.digits(4)
    try reader.expect("-")
    let month = try reader.digits(2)
    try reader.expect("-")
    let dayOfMonth = try reader.digits(2)
    guard (1...12).contains(month), (1...Self.days(in: month, year: year)).contains(dayOfMonth) else {
      throw .calendar
    }
    let day = Self.daysSince1970(year, month, dayOfMonth)
    if reader.isAtEnd {
      self.init(day: day, nanoseconds: nil)
      return
    }
    guard reader.take("T") || reader.take("t") || (offset == .any && reader.take(" ")) else { throw .form }
    var nanoseconds = try Self.timeOfDay(&reader)
    let minutes = try Self.offsetMinutes(&reader, offset)
    guard reader.isAtEnd else { throw .form }
    nanoseconds -= minutes * 60_000_000_000
    let shift = nanoseconds < 0 ? -1 : nanoseconds / Self.nanosecondsPerDay
    guard day + shift <= Self.lastDay else { throw .calendar }
    self.init(day: day + shift, nanoseconds: nanoseconds - shift * Self.nanosecondsPerDay)
  }

  /// 31 December 9999, the last day that four digits can write.
  private static let lastDay = 2_932_896

  /// A leap second counts as the second that follows it.
  private static func timeOfDay(_ reader: inout Reader<some Collection<UInt8>>) throws(Fault) -> Int {
    let hour = try reader.digits(2)
    try reader.expect(":")
    let minute = try reader.digits(2)
    try reader.expect(":")
    let second = try reader.digits(2)
    guard hour < 24, minute < 60, second < 60 || (second == 60 && minute == 59) else { throw .calendar }
    let fraction = reader.take(".") ? try reader.fraction() : 0
    return ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + fraction
  }

  private static func offsetMinutes(
    _ reader: inout Reader<some Collection<UInt8>>, _ offset: Offset
  ) throws(Fault) -> Int {
    if reader.take("Z") || reader.take("z") { return 0 }
    guard offset == .any else { throw .offset }
    if reader.isAtEnd { return 0 }
    let sign = reader.take("+") ? 1 : -1
    if sign < 0 { try reader.expect("-") }
    let hours = try reader.digits(2)
    try reader.expect(":")
    let minutes = try reader.digits(2)
    guard hours < 24, minutes < 60 else { throw .calendar }
    return sign * (hours * 60 + minutes)
  }

  private struct Reader<Bytes: Collection<UInt8>> {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func digits(_ count: Int) throws(Fault) -> Int {
      var value = 0
      for _ in 0..<count {
        guard let byte = rest.popFirst(), byte >= 0x30, byte <= 0x39 else { throw .form }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }

    /// Digits behind a decimal point, as nanoseconds.
    mutating func fraction() throws(Fault) -> Int {
      var value = 0
      var unit = 100_000_000
      var count = 0
      while let byte = rest.first, byte >= 0x30, byte <= 0x39 {
        value += Int(byte - 0x30) * unit
        unit /= 10
        count += 1
        rest = rest.dropFirst()
      }
      guard count > 0 else { throw .form }
      return value
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard let first = rest.first, UInt32(first) == character.value else { return false }
      rest = rest.dropFirst()
      return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
      guard take(character) else { throw .form }
    }
  }

  private static func days(in month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// H. Hinnant, *chrono-compatible low-level date algorithms*, days_from_civil: years start in March, so that the leap
  /// day is the last.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse, civil_from_days.
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CQL2.Instant: CustomStringConvertible {
  /// The instant as RFC 3339 writes it, as in `2024-01-10` and `2024-01-10T07:30:00Z`.
  public var description: String {
    let (year, month, day) = civil
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    guard let nanoseconds else { return date }
    let seconds = nanoseconds / 1_000_000_000
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }.joined(separator: ":")
    var fraction = Self.padded(nanoseconds % 1_000_000_000, 9)
    while fraction.last == "0" { fraction.removeLast() }
    return "\(date)T\(time)\(fraction.isEmpty ? "" : ".\(fraction)")Z"
  }
}
