import Randomness
import Testing

@testable import Rollout

@Suite struct CoverSweepTests {
  /// A small instance as a core at prices that are no optimum, with no triples at a price, some, or more than are watched at
  /// a time; some prices are too high for the weights together.
  private static func core(seed: UInt64) throws -> (instance: CoverInstance, core: CoverCore) {
    let instance = try SmallInstances.instance(seed: seed)
    var generator = SeededGenerator(seed: seed)
    var core = CoverCore(
      columns: instance.covered, costs: instance.sites.map(\.cost), weights: instance.weights,
      prices: instance.weights.map { $0 * generator.number(0, 1) })
    if seed % 3 > 0 {
      for _ in 0..<(seed % 3 == 1 ? 12 : 250) {
        let rows = (0..<3).map { _ in Int32(generator.index(core.rowCount)) }
        if let triple = RowTriple(rows[0], rows[1], rows[2], price: generator.number(0, 15)) {
          core.triples.append(triple)
        }
      }
    }
    return (instance, core)
  }

  /// What every choice of columns that the money allows falls short of the bound.
  private static func losses(_ core: CoverCore, budget: Double, bound: Double) -> [Double] {
    (0..<(1 << core.columnCount)).compactMap { choice in
      let built = core.costs.indices.filter { choice >> $0 & 1 == 1 }
      return built.reduce(0) { $0 + core.costs[$1] } <= budget ? bound - core.benefit(of: built) : nil
    }
  }

  @Test(arguments: UInt64(1)...300)
  func `the best choice of all is found, and what it loses is what it falls short of the bound`(seed: UInt64) throws {
    let core = try Self.core(seed: seed).core
    for budget in [0.0, 3, 12.5] {
      var meter = WorkMeter(limit: .max)
      let relaxation = MaximalCoverRelaxation(core, budget: budget, &meter)
      let priced = relaxation.pricedCore
      let all = Self.losses(core, budget: budget, bound: relaxation.bound).sorted()
      let sweep = CoverSweep(priced, CoverLosses(priced, relaxation), budget: budget)
      // Nothing is fixed, some columns are, most are.
      for limit in [Double.infinity, all[0] * 1.5 + 1, all[0] + 0.001] {
        let result = sweep.run(limit: limit, width: 1 << 13, &meter)
        let built = try #require(result.built)
        #expect(SmallInstances.areEqual(result.loss, all[0]))
        #expect(SmallInstances.areEqual(relaxation.bound - core.benefit(of: built), all[0]))
        #expect(built.reduce(0) { $0 + core.costs[$1] } <= budget)
        #expect(result.leastMissing == .infinity)
      }
      let nothing = sweep.run(limit: all[0] - 0.001, width: 1 << 13, &meter)
      #expect(nothing.built == nil)
      #expect(nothing.leastMissing == .infinity)
    }
  }

  @Test(arguments: UInt64(1)...300)
  func `with few states no choice that is missing loses less than is said`(seed: UInt64) throws {
    let core = try Self.core(seed: seed).core
    var meter = WorkMeter(limit: .max)
    let relaxation = MaximalCoverRelaxation(core, budget: 12.5, &meter)
    let priced = relaxation.pricedCore
    let all = Self.losses(core, budget: 12.5, bound: relaxation.bound)
    for width in 1...6 {
      let result = CoverSweep(priced, CoverLosses(priced, relaxation), budget: 12.5)
        .run(limit: 1000, width: width, &meter)
      let least = min(result.built == nil ? 1000 : result.loss, result.leastMissing)
      #expect(all.allSatisfy { $0 >= least - 1e-9 })
      if let built = result.built {
        #expect(SmallInstances.areEqual(relaxation.bound - core.benefit(of: built), result.loss))
      }
    }
  }

  @Test(arguments: [true, false], UInt64(1)...6)
  func `what a sweep proves of two hundred villages branch and bound finds too`(hasVariedCosts: Bool, seed: UInt64)
    throws
  {
    let instance = try SeededTerrain(
      points: 200, degree: 8, isClustered: seed % 2 == 0, hasVariedCosts: hasVariedCosts, seed: seed
    ).instance()
    let budget = hasVariedCosts ? 1500.0 : 15
    let core = CoverCore(
      instance, isCovered: [Bool](repeating: false, count: 200), isOpen: [Bool](repeating: true, count: 200))
    var tree = MaximalCoverTree(weights: instance.weights, workLimit: .max)
    let optimum = tree.solve(core, budget: budget, floor: -1, effort: .branch)
    var meter = WorkMeter(limit: .max)
    var relaxation = MaximalCoverRelaxation(core, budget: budget, &meter)
    for _ in 0..<300 { if !relaxation.step(target: optimum.benefit, &meter) { break } }
    for _ in 0..<4 {
      _ = relaxation.addTriples(&meter)
      for _ in 0..<60 { if !relaxation.step(target: optimum.benefit, &meter) { break } }
    }
    let priced = relaxation.pricedCore
    let sweep = CoverSweep(priced, CoverLosses(priced, relaxation), budget: budget)
    let loss = relaxation.bound - optimum.benefit
    let result = sweep.run(limit: loss + 0.5, width: 20_000, &meter)
    #expect(result.leastMissing == .infinity)
    #expect(SmallInstances.areEqual(core.benefit(of: try #require(result.built)), optimum.benefit))
    let better = sweep.run(limit: loss - 0.5, width: 20_000, &meter)
    #expect(better.built == nil)
    #expect(better.leastMissing == .infinity)
  }

  @Test func `where more rows are shared at once than a state has places nothing is said`() throws {
    // One site covers all villages, each of which has a site of its own; the second instance has one village too many.
    for count in [SweepPart.placeCount, SweepPart.placeCount + 1] {
      let core = CoverCore(
        columns: SparseLists([Array(0..<count)] + (0..<count).map { [$0] }),
        costs: [2] + [Double](repeating: 1, count: count), weights: [Double](repeating: 1, count: count),
        prices: [Double](repeating: 0.5, count: count))
      var meter = WorkMeter(limit: .max)
      let relaxation = MaximalCoverRelaxation(core, budget: 2, &meter)
      let result = CoverSweep(core, CoverLosses(core, relaxation), budget: 2).run(limit: .infinity, width: 4, &meter)
      #expect((result.leastMissing == 0 && result.built == nil) == (count > SweepPart.placeCount))
    }
  }

  @Test func `a sweep that may do no more work says nothing`() throws {
    let core = try Self.core(seed: 7).core
    var meter = WorkMeter(limit: .max)
    let relaxation = MaximalCoverRelaxation(core, budget: 12, &meter)
    let priced = relaxation.pricedCore
    var spent = WorkMeter(limit: 0)
    let result = CoverSweep(priced, CoverLosses(priced, relaxation), budget: 12).run(limit: .infinity, width: 4, &spent)
    #expect(result.built == nil)
    #expect(result.leastMissing == 0)
  }
}
