import Rollout
import Testing

@Suite struct PresentValueTests {
  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-4 }

  /// Tables of compound interest: (P/A, 10 %, 20) = 8.5136, (P/A, 8 %, 10) = 6.7101, (P/F, 10 %, 20) = 0.1486 (Blank and
  /// Tarquin, *Engineering Economy*, tables 13 and 15).
  @Test(arguments: [(10.0, 20, 8.5136), (8, 10, 6.7101), (0, 7, 7), (10, 0, 0)])
  func `annuities are those of the tables`(percent: Double, years: Int, factor: Double) {
    #expect(isNear(PresentValue(discountPercent: percent, horizonYears: years).annuityFactor, factor))
  }

  /// Bought at 0 and, for 1/1.1^10 = 0.3855, at 10; or at 0, 8 and 16 with four of eight years left at 20, 0.5 · 0.1486.
  @Test(arguments: [(20, 1.0), (10, 1.38554), (8, 1.60982), (40, 0.92568)])
  func `capital is bought anew, and what is left at the end counts`(lifetime: Int, factor: Double) {
    let value = PresentValue(discountPercent: 10, horizonYears: 20)
    #expect(isNear(value.capitalFactor(lifetimeYears: lifetime), factor))
  }

  @Test func `without a horizon only the first purchase counts`() {
    #expect(PresentValue(discountPercent: 10, horizonYears: 0).capitalFactor(lifetimeYears: 5) == 1)
  }
}
