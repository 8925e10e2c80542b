import Coverage
import Testing

@testable import Reporting

@Suite struct TargetOutlookTests {
  private static func run(_ day: String, unserved: Int) -> RunFigures {
    RunFigures(
      time: day + "T07:00:00+07:00", villages: 100,
      services: [.signal: .init(served: 100 - unserved, unserved: unserved, unknown: 0, peopleUnserved: 0)])
  }

  /// From 1 January 2026 to 1 May are 120 days, to 29 August 240: a third and two thirds of the way to 27 December.
  @Test(arguments: [
    (60, 30, 0, TargetOutlook.State.onTrack), (60, 20, 0, .onTrack), (60, 31, 0, .late), (60, 60, 0, .late),
    (60, 70, 0, .late), (60, 10, 10, .met), (60, 0, 10, .met),
  ])
  func `the pace so far decides`(before: Int, now: Int, target: Int, state: TargetOutlook.State) throws {
    let outlook = try #require(
      TargetOutlook(
        Target(service: .signal, unserved: target, date: "2026-08-29"), now: Self.run("2026-05-01", unserved: now),
        earlier: [Self.run("2026-01-01", unserved: before)]))
    #expect(outlook.state == state)
    #expect(outlook.unserved == now)
  }

  @Test func `paces are villages a month of the calendar's mean`() throws {
    let outlook = try #require(
      TargetOutlook(
        Target(service: .signal, unserved: 10, date: "2026-08-29"), now: Self.run("2026-05-01", unserved: 40),
        earlier: [Self.run("2026-01-01", unserved: 60)]))
    // 30 villages in 120 days and 20 in 120 days; a month has 146,097 / 4,800 = 30.436875 days.
    #expect(abs(try #require(outlook.neededPerMonth) - 7.609_218_75) < 1e-9)
    #expect(abs(try #require(outlook.pacePerMonth) - 5.072_812_5) < 1e-9)
  }

  @Test func `without an earlier run no pace is known`() throws {
    let target = Target(service: .signal, unserved: 0, date: "2026-12-31")
    let now = Self.run("2026-05-01", unserved: 5)
    for earlier in [[], [Self.run("2026-05-01", unserved: 9)], [Self.run("2025-01-01", unserved: 9)]] {
      let outlook = try #require(TargetOutlook(target, now: now, earlier: earlier))
      #expect(outlook.state == .unknown)
      #expect(outlook.pacePerMonth == nil)
    }
  }

  @Test func `a target whose day has passed is missed or met`() throws {
    let target = Target(service: .signal, unserved: 3, date: "2026-04-30")
    let missed = try #require(TargetOutlook(target, now: Self.run("2026-05-01", unserved: 4), earlier: []))
    #expect(missed.state == .missed)
    #expect(missed.neededPerMonth == nil)
    #expect(TargetOutlook(target, now: Self.run("2026-05-01", unserved: 3), earlier: [])?.state == .met)
  }

  @Test func `a service that was not assessed and a day that is none have no outlook`() {
    let now = Self.run("2026-05-01", unserved: 4)
    #expect(TargetOutlook(Target(service: .power, unserved: 0, date: "2026-12-31"), now: now, earlier: []) == nil)
    #expect(TargetOutlook(Target(service: .signal, unserved: 0, date: "soon"), now: now, earlier: []) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-03-01", 19_783),
    ("2026-11-23T07:00:00+07:00", 20_780),
  ])
  func `days are counted from 1970`(text: String, number: Int) { #expect(RunDay(text)?.number == number) }

  @Test(arguments: ["", "2026", "2026-13-01", "2026-00-10", "2026-01-40", "yesterday", "2026/01/01"])
  func `what is no day is none`(text: String) { #expect(RunDay(text) == nil) }
}
