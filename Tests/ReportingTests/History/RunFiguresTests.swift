import Coverage
import Reporting
import Testing

@Suite struct RunFiguresTests {
  @Test func `the same figures of two days differ in nothing but the time`() {
    let counts = RunFigures.Counts(served: 3, unserved: 2, unknown: 1, peopleUnserved: 700)
    var first = RunFigures(time: "2026-11-16T07:00:00+07:00", villages: 6, services: [.fibre: counts])
    let second = RunFigures(time: "2026-11-23T07:00:00+07:00", villages: 6, services: [.fibre: counts])
    #expect(first != second)
    first.time = second.time
    #expect(first == second)
  }
}
