import Coverage
import GeoFormats
import Project

/// What reports call things, and how they write numbers and days.
public struct Words: Sendable {
  let language: ReportLanguage

  /// Words of a language.
  public init(_ language: ReportLanguage) { self.language = language }

  func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }

  // MARK: Numbers

  /// A whole number with its thousands apart: `6,786`, `6.786`.
  func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += pick(",", ".") }
      text.append(digit)
    }
    return value < 0 ? "−" + text : text
  }

  /// A number rounded to so many decimals, 0 to 9; a dash for one that is not finite.
  func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    if decimals == 0 { return number(Int(value.rounded())) }
    var bytes: [UInt8] = []
    bytes.append(fixed: abs(value), decimals: decimals)
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ".")
    let isNegative = value < 0 && parts.contains { $0.contains { $0 != "0" } }
    return (isNegative ? "−" : "") + number(Int(parts[0]) ?? 0) + pick(".", ",")
      + (parts.count > 1 ? String(parts[1]) : "")
  }

  /// A share of a whole, as `47.7%`; a dash of nothing.
  func share(_ part: Int, of whole: Int) -> String {
    whole > 0 ? number(Double(part) / Double(whole) * 100, decimals: 1) + "%" : "–"
  }

  /// A difference with its sign: `+3`, `−12`, `±0`.
  func difference(_ value: Int) -> String { value == 0 ? "±0" : (value > 0 ? "+" : "") + number(value) }

  /// A distance given in **metres**, in metres below a kilometre and a half; a dash where it is not known.
  func distance(_ metres: Double) -> String {
    if !metres.isFinite { return "–" }
    return metres < 1500
      ? "\(number(metres, decimals: 0)) m" : "\(number(metres / 1000, decimals: 1)) km"
  }

  /// Money in whole **đồng**, in millions or milliards.
  func money(_ dong: Int) -> String {
    let millions = Double(dong) / 1e6
    return abs(millions) < 1000
      ? "\(number(millions, decimals: 0)) \(pick("million đồng", "triệu đồng"))"
      : "\(number(millions / 1000, decimals: 1)) \(pick("billion đồng", "tỷ đồng"))"
  }

  // MARK: Days

  /// The day of an ISO 8601 date or time, `23 Nov 2026` or `23/11/2026`; the text itself where it is none.
  public func day(_ text: String) -> String {
    guard let (year, month, day) = CalendarDay(startOf: text)?.parts else { return text }
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return pick("\(day) \(months[month - 1]) \(year)", "\(padded(day))/\(padded(month))/\(year)")
  }

  /// The day and the time of an ISO 8601 time, without seconds.
  func moment(_ text: String) -> String {
    let clock = text.dropFirst(11).prefix(5)
    guard clock.count == 5, clock.contains(":") else { return day(text) }
    return pick("\(day(text)), \(clock)", "\(clock) ngày \(day(text))")
  }
}
