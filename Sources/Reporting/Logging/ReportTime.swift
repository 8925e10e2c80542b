import Glibc
import Project

/// A moment as reports name it: `2026-11-23T07:00:00+07:00`, in local time with its offset.
public struct ReportTime: Hashable, Sendable, CustomStringConvertible {
  /// The moment in ISO 8601.
  public let description: String

  /// The moment so many **seconds** after 1 January 1970 UTC, in the time zone of the process.
  public init(seconds: Int) {
    var time = time_t(seconds)
    var parts = tm()
    tzset()
    localtime_r(&time, &parts)
    var text = [CChar](repeating: 0, count: 40)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    let bytes = text.prefix(count).map { UInt8(bitPattern: $0) }
    // The offset as +07:00, which strftime writes as +0700.
    description = String(decoding: bytes.dropLast(2) + [UInt8(ascii: ":")] + bytes.suffix(2), as: UTF8.self)
  }

  /// The **seconds** from 1 January 1970 UTC to a time in ISO 8601 with its offset, which `Z` is too; nil where a text is none.
  static func seconds(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), let day = CalendarDay(startOf: text) else { return nil }
    func number(_ place: Int) -> Int? {
      guard place + 1 < bytes.count else { return nil }
      return Int(String(decoding: bytes[place...(place + 1)], as: UTF8.self))
    }
    guard let hour = number(11), let minute = number(14), let second = number(17) else { return nil }
    var offset = 0
    if bytes[19] != UInt8(ascii: "Z") {
      let sign = bytes[19] == UInt8(ascii: "-") ? -1 : 1
      guard bytes.count == 25, let hours = number(20), let minutes = number(23) else { return nil }
      offset = sign * (hours * 3600 + minutes * 60)
    }
    return day.number * 86_400 + hour * 3600 + minute * 60 + second - offset
  }

  /// Now; or the moment that `SOURCE_DATE_EPOCH` gives in seconds, so that the same inputs give the same bytes
  /// (reproducible-builds.org).
  public static var now: ReportTime {
    if let text = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: text)) {
      return ReportTime(seconds: seconds)
    }
    return ReportTime(seconds: Int(time(nil)))
  }
}
