import Randomness
import Testing

@testable import Rollout

@Suite struct RowTripleTests {
  private static func core(_ instance: CoverInstance) -> CoverCore {
    CoverCore(
      instance, isCovered: [Bool](repeating: false, count: instance.pointCount),
      isOpen: [Bool](repeating: true, count: instance.siteCount))
  }

  /// A relaxation whose prices have been moved, first without and then with the inequalities of triples.
  private static func relaxation(_ core: CoverCore, budget: Double, target: Double) -> (
    plain: Double, relaxation: MaximalCoverRelaxation
  ) {
    var meter = WorkMeter(limit: .max)
    var relaxation = MaximalCoverRelaxation(core, budget: budget, &meter)
    for _ in 0..<400 { if !relaxation.step(target: target, &meter) { break } }
    let plain = relaxation.bound
    for _ in 0..<8 {
      _ = relaxation.addTriples(&meter)
      for _ in 0..<60 { if !relaxation.step(target: target, &meter) { break } }
    }
    return (plain, relaxation)
  }

  @Test(arguments: UInt64(1)...40)
  func `every choice of sites obeys the inequality of every triple`(seed: UInt64) throws {
    let instance = try SmallInstances.instance(seed: seed)
    let rows = instance.covered.transposed(memberCount: instance.pointCount)
    var core = CoverCore(
      columns: instance.covered, costs: instance.sites.map(\.cost), weights: instance.weights,
      prices: instance.weights)
    core.rows = rows
    let choices = SmallInstances.choices(of: instance).map { choice in
      (sites: Set(choice.sites), covered: Set(choice.sites.flatMap { instance.covered[$0] }))
    }
    for a in 0..<Int32(instance.pointCount) {
      for b in 0..<a {
        for c in 0..<b {
          let triple = try #require(RowTriple(a, b, c))
          let counts = core.counts(in: triple)
          for choice in choices {
            let built = counts.filter { choice.sites.contains($0.column) }.reduce(0) { $0 + ($1.count + 1) / 2 }
            let covered = triple.rows.count { choice.covered.contains(Int32($0)) }
            #expect(built >= covered - 1)
          }
        }
      }
    }
  }

  @Test(arguments: [true, false], UInt64(1)...4)
  func `triples make the bound better and never wrong`(hasVariedCosts: Bool, seed: UInt64) throws {
    let instance = try SeededTerrain(
      points: 200, degree: 8, isClustered: true, hasVariedCosts: hasVariedCosts, seed: seed
    ).instance()
    let budget = hasVariedCosts ? 1000.0 : 12
    let optimum = try MaximalCovering(limit: .budget(budget)).solve(instance)
    #expect(optimum.isOptimal)
    let (plain, relaxation) = Self.relaxation(Self.core(instance), budget: budget, target: optimum.benefit)
    #expect(relaxation.bound >= optimum.benefit - 1e-6)
    // Where no triple is violated there is nothing to better.
    #expect(relaxation.core.triples.isEmpty || relaxation.bound < plain)
  }

  @Test func `three sites in a ring are worth two whole ones, not three halves`() throws {
    // Half of each site would cover all three villages for the money of one and a half.
    let instance = try CoverInstance(
      weights: [10, 10, 10], sites: [CandidateSite](repeating: CandidateSite(cost: 2), count: 3),
      covered: SparseLists([[0, 1], [1, 2], [0, 2]]))
    let (plain, relaxation) = Self.relaxation(Self.core(instance), budget: 3, target: 20)
    #expect(plain > 29)
    #expect(relaxation.core.triples.map(\.rows) == [[0, 1, 2]])
    #expect(relaxation.bound >= 20)
    #expect(relaxation.bound < 26)
  }

  @Test(arguments: UInt64(1)...60)
  func `what triples prove is kept when a column is fixed the way the relaxation has it`(seed: UInt64) throws {
    let instance = try SeededTerrain(points: 60, degree: 8, isClustered: true, hasVariedCosts: true, seed: seed)
      .instance()
    var generator = SeededGenerator(seed: seed)
    var core = Self.core(instance)
    core.prices = core.weights.map { $0 * generator.number(0.1, 0.6) }
    for _ in 0..<30 {
      let rows = (0..<3).map { _ in Int32(generator.index(core.rowCount)) }
      if let triple = RowTriple(rows[0], rows[1], rows[2], price: generator.number(0, 60)) {
        core.triples.append(triple)
      }
    }
    var meter = WorkMeter(limit: .max)
    let relaxation = MaximalCoverRelaxation(core, budget: 700, &meter)
    core = relaxation.pricedCore
    try #require(!core.triples.isEmpty)
    for column in 0..<core.columnCount {
      let isBuilt = relaxation.profits[column] > 0
      let rest = core.fixing(built: isBuilt ? [column] : [], closed: isBuilt ? [] : [column]).keepingColumns(nil)
      let gained = isBuilt ? core.columns[column].reduce(0) { $0 + core.weights[Int($1)] } : 0
      let part = MaximalCoverRelaxation(rest, budget: isBuilt ? 700 - core.costs[column] : 700, &meter)
      #expect(part.bound + gained <= relaxation.bound * (1 + 1e-9))
    }
  }
}
