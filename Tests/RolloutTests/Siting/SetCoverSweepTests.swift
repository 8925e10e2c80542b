import Randomness
import Testing

@testable import Rollout

@Suite struct SetCoverSweepTests {
  /// Up to 12 columns, without rows that none covers, and the cost of the cheapest cover by trying every choice.
  private static func core(seed: UInt64) throws -> (core: CoverCore, least: Double) {
    let instance = try SmallInstances.instance(seed: seed)
    let core = CoverCore(
      instance, isCovered: [Bool](repeating: false, count: instance.pointCount),
      isOpen: [Bool](repeating: true, count: instance.siteCount))
    var least = Double.infinity
    for choice in 0..<(1 << core.columnCount) {
      let built = core.costs.indices.filter { choice >> $0 & 1 == 1 }
      if Set(built.flatMap { core.columns[$0] }).count == core.rowCount {
        least = min(least, SetCoverGreedy.cost(built, of: core))
      }
    }
    return (core, least)
  }

  private static func tree(_ core: CoverCore, workLimit: Int = .max) -> SetCoverTree {
    SetCoverTree(costs: core.costs, seed: 1, workLimit: workLimit)
  }

  /// The core with its columns as sites, so that what is found can be looked up in it.
  private static func renumbered(_ core: CoverCore) -> CoverCore {
    var core = core
    core.sites = core.costs.indices.map { Int32($0) }
    return core
  }

  @Test(arguments: UInt64(1)...300)
  func `a sweep finds the cheapest cover and proves it`(seed: UInt64) throws {
    let (core, least) = try Self.core(seed: seed)
    var meter = WorkMeter(limit: .max)
    var relaxation = SetCoverRelaxation(core, &meter)
    for steps in [0, 5, 100] {
      for _ in 0..<steps { if !relaxation.step(target: least + 1, &meter) { break } }
      var tree = Self.tree(core)
      let all = SetCoverGreedy.cost(Array(0..<core.columnCount), of: core) + 1
      let (bound, cover) = tree.sweep(core, relaxation, upper: all, work: .max / 4)
      let found = try #require(cover)
      #expect(SmallInstances.areEqual(SetCoverGreedy.cost(found, of: core), least))
      #expect(Set(found.flatMap { core.columns[$0] }).count == core.rowCount)
      #expect(SmallInstances.areEqual(bound, least))
      // Nothing is cheaper than the cheapest, and that is said.
      let (again, none) = tree.sweep(core, relaxation, upper: least, work: .max / 4)
      #expect(none == nil)
      #expect(again >= least - 1e-7)
    }
  }

  @Test(arguments: [0, 1, 100, .max / 4])
  func `a bound that is short of the next cheaper cover proves nothing by itself`(work: Int) {
    // Four villages in a ring, each site covers two: two sites are enough, and the prices say so from the start.
    let core = CoverCore(
      columns: SparseLists([[0, 1], [1, 2], [2, 3], [0, 3]]), costs: [1, 1, 1, 1], weights: [1, 1, 1, 1],
      prices: [0.5, 0.5, 0.5, 0.5])
    var meter = WorkMeter(limit: .max)
    let relaxation = SetCoverRelaxation(core, &meter)
    #expect(relaxation.bound == 2)
    var tree = Self.tree(core)
    let (bound, cover) = tree.sweep(core, relaxation, upper: 3, work: work)
    #expect(bound <= 2 + 1e-6)
    #expect(work < 1_000 || cover?.count == 2)
  }

  @Test(arguments: UInt64(1)...300)
  func `regions and neighbourhoods of few rows are solved to the end`(seed: UInt64) throws {
    let (core, least) = try Self.core(seed: seed)
    let numbered = Self.renumbered(core)
    var tree = Self.tree(core)
    let swept = tree.sweptCover(numbered)
    #expect(swept.isOptimal)
    #expect(SmallInstances.areEqual(swept.bound, least))
    #expect(SmallInstances.areEqual(SetCoverGreedy.cost(swept.sites.map(Int.init), of: core), least))
    #expect(tree.cheaperCover(numbered, cutoff: least) == nil)
    let cheaper = tree.cheaperCover(numbered, cutoff: least + 0.5).map { $0.map(Int.init) }
    let cover = try #require(cheaper)
    #expect(Set(cover.flatMap { core.columns[$0] }).count == core.rowCount)
    #expect(SetCoverGreedy.cost(cover, of: core) < least + 0.5)
  }

  @Test(arguments: [0, 300, 3_000, 30_000], UInt64(1)...20)
  func `with little work a region's bound holds and its cover covers`(work: Int, seed: UInt64) throws {
    let instance = try SeededTerrain(points: 60, degree: 6, isClustered: false, hasVariedCosts: seed > 10, seed: seed)
      .instance()
    let core = CoverCore(
      instance, isCovered: [Bool](repeating: false, count: 60), isOpen: [Bool](repeating: true, count: 60))
    let optimum = LocationSetCovering().solve(instance)
    #expect(optimum.isOptimal)
    var tree = Self.tree(core, workLimit: work)
    let swept = tree.sweptCover(core)
    #expect(swept.bound <= optimum.cost + 1e-6)
    #expect(Set(swept.sites.flatMap { core.columns[Int($0)] }).count == core.rowCount)
    #expect(!swept.isOptimal || SmallInstances.areEqual(swept.bound, optimum.cost))
  }
}
