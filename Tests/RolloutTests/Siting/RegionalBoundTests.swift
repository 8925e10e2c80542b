import Testing

@testable import Rollout

@Suite struct RegionalBoundTests {
  @Test(arguments: [true, false], [8, 20])
  func `regions prove more than prices, never too much, and merging loses nothing`(hasVariedCosts: Bool, size: Int)
    throws
  {
    let instance = try SeededTerrain(
      points: 240, degree: 12, isClustered: false, hasVariedCosts: hasVariedCosts, seed: 5
    ).instance()
    let optimum = LocationSetCovering().solve(instance)
    let everything = [Bool](repeating: true, count: instance.siteCount)
    let core = CoverCore(
      instance, isCovered: [Bool](repeating: false, count: instance.pointCount), isOpen: everything)
    var meter = WorkMeter(limit: .max)
    var relaxation = SetCoverRelaxation(core, &meter)
    for _ in 0..<300 { if !relaxation.step(target: optimum.cost, &meter) { break } }
    let partition = CoverRegions(core, fractions: relaxation.fractions, size: size, first: 0, &meter)
    #expect(partition.rows.flatMap { $0 }.sorted() == Array(0..<core.rowCount))
    var regional = RegionalBound(core, partition, prices: relaxation.prices)
    var last = relaxation.bound
    for _ in 0..<3 {
      for _ in 0..<15 {
        let columns = regional.round(target: optimum.cost, seed: 1, work: 20_000_000, &meter)
        let covered = Set(columns.flatMap { core.columns[$0] })
        #expect(covered.count == core.rowCount)
        #expect(regional.bound >= last - 1e-6)
        #expect(regional.bound <= optimum.cost + 1e-6)
        last = regional.bound
      }
      let count = regional.regionCount
      regional = regional.merged(fractions: relaxation.fractions)
      #expect(regional.regionCount < count)
    }
    #expect(last > relaxation.bound)
  }
}
