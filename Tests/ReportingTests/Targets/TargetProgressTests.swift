import Coverage
import Reporting
import Testing

@Suite struct TargetProgressTests {
  private func run(_ day: String, signal unserved: Int, unknown: Int = 0) -> RunFigures {
    let counts = RunFigures.Counts(served: 1000 - unserved, unserved: unserved, unknown: unknown, peopleUnserved: 0)
    return RunFigures(time: "\(day)T07:00:00+07:00", villages: 1000, services: [.signal: counts])
  }

  private let target = Target(service: .signal, unserved: 0, date: "2025-12-31")

  @Test func `the pace needed is what is missing over the months left`() throws {
    // From 2024-12-31 to 2025-12-31 are 365 days, 11.992 mean months: 689 villages are 57.45 a month.
    let progress = try #require(TargetProgress(target, runs: [run("2024-12-31", signal: 689)]))
    #expect(progress.daysLeft == 365)
    #expect(progress.missing == 689)
    #expect(abs((progress.neededPerMonth ?? 0) - 57.45) < 0.01)
    #expect(progress.pacePerMonth == nil)
    #expect(progress.state == .unknown)
  }

  @Test(arguments: [
    // 100 villages in 90 days, 300 left for 275 days: at that pace 305.6 are served.
    (400, 300, TargetProgress.State.onTrack),
    // Likewise, but 306 are left.
    (406, 306, .late),
    (300, 300, .late), (250, 300, .late), (400, 0, .reached),
  ])
  func `a target is on track while the pace so far is enough`(before: Int, now: Int, state: TargetProgress.State) throws
  {
    let runs = [run("2024-12-31", signal: before), run("2025-03-31", signal: now)]
    #expect(try #require(TargetProgress(target, runs: runs)).state == state)
  }

  @Test func `a day that is over makes a target late, unless it is reached`() throws {
    let late = try #require(
      TargetProgress(target, runs: [run("2025-12-01", signal: 90), run("2026-01-02", signal: 1)]))
    #expect(late.state == .late)
    #expect(late.neededPerMonth == nil)
    let reached = try #require(TargetProgress(target, runs: [run("2026-01-02", signal: 0)]))
    #expect(reached.state == .reached)
    #expect(reached.neededPerMonth == 0)
  }

  @Test func `runs of more than a year ago do not count for the pace`() throws {
    let runs = [
      run("2023-01-01", signal: 900), run("2024-06-01", signal: 400), run("2025-04-01", signal: 390),
      run("2025-06-01", signal: 380),
    ]
    let pace = try #require(TargetProgress(target, runs: runs)?.pacePerMonth)
    #expect(abs(pace - 20 * TargetProgress.daysPerMonth / 365) < 1e-9)
  }

  @Test func `a run that a clock dated in the future spoils no pace`() throws {
    let runs = [
      run("2031-01-01", signal: 500), run("2025-06-01", signal: 380), run("2025-04-01", signal: 400),
      run("2025-06-30", signal: 370),
    ]
    let pace = try #require(TargetProgress(target, runs: runs)?.pacePerMonth)
    #expect(abs(pace - 30 * TargetProgress.daysPerMonth / 90) < 1e-9)
  }

  @Test func `nothing known of any village is no target reached`() throws {
    let runs = [run("2024-12-31", signal: 0, unknown: 1000)]
    #expect(try #require(TargetProgress(target, runs: runs)).state == .unknown)
  }

  @Test func `without a run there is no progress`() {
    #expect(TargetProgress(target, runs: []) == nil)
    #expect(TargetProgress(target, runs: [run("today", signal: 3)]) == nil)
  }
}
