import Testing

@testable import Project

@Suite struct CalendarDayTests {
  /// The numbers are those of GNU date: `date -u -d 2024-02-29 +%s` divided by 86,400.
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-02-29", 19_782), ("2024-03-01", 19_783),
    ("2025-12-31", 20_453), ("1900-03-01", -25_508), ("9999-12-31", 2_932_896),
  ])
  func `a day has its number, and the number its day`(text: String, number: Int) {
    #expect(CalendarDay(text)?.number == number)
    #expect(CalendarDay(number: number).description == text)
  }

  @Test func `every day of four centuries comes back from its text`() {
    for number in stride(from: -25_567, through: 120_530, by: 97) {
      #expect(CalendarDay(CalendarDay(number: number).description)?.number == number)
    }
  }

  @Test(arguments: [
    "", "2025", "2025-13-01", "2025-00-10", "2025-02-29", "1900-02-29", "2025-04-31", "2025-1-01", "2025/12/31",
    "0000-01-01", "２０２５-12-31", "2025-12-31T07:00:00Z", " 2025-12-3",
  ])
  func `what is no day is none`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `a time starts with its day`() {
    #expect(CalendarDay(startOf: "2026-11-23T07:00:00+07:00") == CalendarDay("2026-11-23"))
    #expect(CalendarDay("2026-11-23")?.days(until: CalendarDay(number: 20_790)) == 10)
  }
}
