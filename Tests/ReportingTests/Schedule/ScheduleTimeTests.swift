import Testing

@testable import Reporting

@Suite struct ScheduleTimeTests {
  @Test(arguments: [
    ("Mon 07:00", "Mon *-*-* 07:00:00", "0 7 * * 1"), ("mon 7:05", "Mon *-*-* 07:05:00", "5 7 * * 1"),
    ("07:00", "*-*-* 07:00:00", "0 7 * * *"), ("daily 23:59", "*-*-* 23:59:00", "59 23 * * *"),
    ("Mon-Fri 06:30", "Mon..Fri *-*-* 06:30:00", "30 6 * * 1-5"),
    ("Mon..Fri 06:30:00", "Mon..Fri *-*-* 06:30:00", "30 6 * * 1-5"),
    ("Thursday,Mon 00:00", "Mon,Thu *-*-* 00:00:00", "0 0 * * 1,4"),
    ("Mon, Thu 00:00", "Mon,Thu *-*-* 00:00:00", "0 0 * * 1,4"),
    ("Sun 12:00", "Sun *-*-* 12:00:00", "0 12 * * 0"),
    ("Sat-Mon 12:00", "Mon,Sat,Sun *-*-* 12:00:00", "0 12 * * 0-1,6"),
    ("T2,T6 07:00", "Mon,Fri *-*-* 07:00:00", "0 7 * * 1,5"), ("CN 07:00", "Sun *-*-* 07:00:00", "0 7 * * 0"),
    ("Thứ hai 07:00", "Mon *-*-* 07:00:00", "0 7 * * 1"), ("Chủ nhật 07:00", "Sun *-*-* 07:00:00", "0 7 * * 0"),
    ("thứ hai-thứ sáu 07:00", "Mon..Fri *-*-* 07:00:00", "0 7 * * 1-5"),
    ("monthly 1 07:00", "*-*-01 07:00:00", "0 7 1 * *"), ("monthly 28 07:00", "*-*-28 07:00:00", "0 7 28 * *"),
  ])
  func `a time is written for systemd and for cron`(text: String, calendar: String, crontab: String) throws {
    let time = try ScheduleTime(text)
    #expect(time.calendar == calendar)
    #expect(time.crontab == crontab)
  }

  @Test(arguments: [
    ("", "there is nothing in it; expected days and a time, as \"Mon 07:00\""),
    ("Mon", "\"mon\" is no time of day; expected days and a time"), ("Mon 7", "\"7\" is no time of day"),
    ("Mon 24:00", "the hour is 24; expected 0 to 23"), ("Mon 07:60", "the minute is 60; expected 0 to 59"),
    ("Mon 07:00:30", "\"07:00:30\" is no time of day"), ("Mnday 07:00", "did you mean \"monday\"?"),
    ("Frx 07:00", "there is no day \"frx\""), ("Mon-Wed-Fri 07:00", "\"mon-wed-fri\" is no range of days"),
    ("monthly 31 07:00", "the day of the month is 31; expected 1 to 28, which every month has"),
    ("monthly 07:00", "there is no day \"monthly\""), ("weekly Mon 07:00", "there is no day \"weekly\""),
  ])
  func `what is no time is refused`(text: String, part: String) {
    let error = #expect(throws: ScheduleError.self) { try ScheduleTime(text) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(part), "\(error.map { "\($0)" } ?? "")")
  }
}
