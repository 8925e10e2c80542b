import Testing

@testable import Project

@Suite struct PlanPhasingTests {
  /// Measured on plans of a grid of 550 by 550 roads: with 200 million the years of 90,000 items bring 6 % less than with 1,440
  /// million, and fewer lose nothing by 200 million. More would take minutes.
  @Test(arguments: [
    (1, 200_000_000), (12_500, 200_000_000), (38_000, 608_000_000), (90_000, 1_440_000_000), (125_000, 2_000_000_000),
    (1_000_000, 2_000_000_000),
  ])
  func `the years of many items get work by their number`(items: Int, work: Int) {
    #expect(PlanPhasing.workLimit(itemCount: items) == work)
  }
}
