import Randomness
import Testing

@testable import Rollout

@Suite struct SmallCoverTests {
  /// Up to 10 rows and 13 columns, of costs that are whole, broken or 0 now and then; every row is in some column.
  private static func instance(seed: UInt64) -> (masks: [UInt64], costs: [Double], rowCount: Int) {
    var generator = SeededGenerator(seed: seed)
    let rowCount = 1 + generator.index(10)
    let isWhole = generator.chance(0.5)
    var masks = (0..<(1 + generator.index(12))).map { _ in
      (0..<rowCount).reduce(UInt64(0)) { generator.chance(0.35) ? $0 | 1 << UInt64($1) : $0 }
    }
    masks.append(masks.reduce((1 << UInt64(rowCount)) - 1) { $0 & ~$1 })
    if masks.allSatisfy({ $0 == 0 }) || masks[masks.count - 1] == 0 { masks[masks.count - 1] = 1 }
    return (masks, masks.map { _ in isWhole ? Double(generator.index(9)) : generator.number(0, 5) }, rowCount)
  }

  @Test(arguments: UInt64(1)...400)
  func `the cheapest cover is the one found by trying every choice`(seed: UInt64) {
    let (masks, costs, rowCount) = Self.instance(seed: seed)
    let all: UInt64 = (1 << UInt64(rowCount)) - 1
    var least = Double.infinity
    for choice in 0..<(1 << masks.count) {
      var (covered, cost) = (UInt64(0), 0.0)
      for column in masks.indices where choice >> column & 1 == 1 {
        covered |= masks[column]
        cost += costs[column]
      }
      if covered == all { least = min(least, cost) }
    }
    for start in [0.0, 1, 50] {
      let prices = [Double](repeating: start, count: rowCount)
      var cover = SmallCover(masks: masks, costs: costs, prices: prices, workLimit: 1_000_000)
      let result = cover.solve()
      #expect(result.isOptimal)
      #expect(abs(result.bound - least) < 1e-7)
      let covered = result.columns.reduce(UInt64(0)) { $0 | masks[Int($1)] }
      #expect(covered == all)
      #expect(abs(result.columns.reduce(0) { $0 + costs[Int($1)] } - least) < 1e-7)
      var hurried = SmallCover(masks: masks, costs: costs, prices: prices, workLimit: 0)
      #expect(hurried.solve().bound <= least + 1e-7)
    }
  }

  @Test func `all 64 bits are used`() {
    let masks = (0..<64).map { UInt64(1) << UInt64($0) } + [UInt64.max]
    let costs = [Double](repeating: 1, count: 64) + [63.5]
    var cover = SmallCover(
      masks: masks, costs: costs, prices: [Double](repeating: 0, count: 64), workLimit: 1_000_000)
    #expect(cover.solve().columns == [64])
    var dear = SmallCover(
      masks: masks, costs: [Double](repeating: 1, count: 64) + [64.5], prices: [Double](repeating: 0, count: 64),
      workLimit: 1_000_000)
    #expect(dear.solve().bound == 64)
  }
}
