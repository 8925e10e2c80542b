import Glibc

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

  /// Now; or the moment that `SOURCE_DATE_EPOCH` gives in seconds, so that the same inputs give the same bytes
  /// (reproducible-builds.org).
  public static var now: ReportTime {
    if let text = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: text)) {
      return ReportTime(seconds: seconds)
    }
    return ReportTime(seconds: Int(time(nil)))
  }
}
