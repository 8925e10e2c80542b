import Coverage
import Testing

@testable import Reporting

@Suite struct TrendChartTests {
  private static func run(_ time: String, _ unserved: Int) -> RunFigures {
    let counts = RunFigures.Counts(served: 1000 - unserved, unserved: unserved, unknown: 0, peopleUnserved: 0)
    return RunFigures(time: time, villages: 1000, services: [.power: counts])
  }

  private static func chart(_ runs: [RunFigures], target: Int) -> TrendChart {
    TrendChart(
      service: .power, runs: runs, targets: [Target(service: .power, unserved: target, date: "2026-12-31")],
      words: Words(.en))
  }

  private static let runs = [run("2026-10-23T07:00:00+07:00", 150), run("2026-11-23T07:00:00+07:00", 118)]

  @Test func `the way to a target that is not reached is drawn and explained`() throws {
    let chart = Self.chart(Self.runs, target: 20)
    let markup = try #require(chart.markup).text
    #expect(markup.contains("<line class=\"wanted\"") && markup.contains("<circle class=\"wanted\""))
    let key = TrendChart.key(of: [chart], Words(.en)).text
    #expect(key.contains("dashed: the pace that reaches the target") && key.contains("target: no more than"))
  }

  @Test func `no line climbs to a target that is reached`() throws {
    let chart = Self.chart(Self.runs, target: 200)
    let markup = try #require(chart.markup).text
    #expect(!markup.contains("<line class=\"wanted\"") && markup.contains("<circle class=\"wanted\""))
    #expect(!TrendChart.key(of: [chart], Words(.en)).text.contains("dashed"))
  }

  @Test func `without targets ahead there is no key`() {
    let chart = TrendChart(service: .power, runs: Self.runs, targets: [], words: Words(.vi))
    #expect(TrendChart.key(of: [chart], Words(.vi)).text.isEmpty)
  }

  @Test func `runs are taken by time, without those later than the last`() {
    let runs = [
      Self.run("2031-01-01T07:00:00+07:00", 1), Self.run("2026-11-09T07:00:00+07:00", 2),
      // The same moment as 2026-11-02T07:00+07:00.
      Self.run("2026-11-02T00:00:00Z", 3), Self.run("someday", 4), Self.run("2026-11-23T07:00:00+07:00", 5),
    ]
    #expect(RunFigures.course(runs).map { $0.services[.power]?.unserved } == [3, 2, 5])
    #expect(RunFigures.course([]).isEmpty)
    #expect(RunFigures.course([Self.run("someday", 4)]).count == 1)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-02T07:00:00+07:00", 1_793_577_600), ("2026-11-02T00:00:00Z", 1_793_577_600),
    ("2026-11-01T19:30:00-04:30", 1_793_577_600),
  ])
  func `a time is the same moment in every zone`(text: String, seconds: Int) {
    #expect(ReportTime.seconds(of: text) == seconds)
    #expect(ReportTime.seconds(of: ReportTime(seconds: seconds).description) == seconds)
  }

  @Test(arguments: ["", "2026-11-02", "2026-11-02T07:00", "2026-11-02T0x:00:00Z", "2026-11-02T07:00:00+07"])
  func `what is no time is none`(text: String) {
    #expect(ReportTime.seconds(of: text) == nil)
  }
}
