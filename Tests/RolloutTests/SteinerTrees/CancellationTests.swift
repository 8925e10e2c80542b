import Randomness
import Synchronization
import Testing

@testable import Rollout

/// Searches cancelled at a certain look, so that where they end does not depend on the clock.
@Suite struct CancellationTests {
  /// Tells a search from a certain look on that it is cancelled.
  private final class Looks: Sendable {
    private let taken = Atomic(0)
    private let last: Int

    init(until last: Int) { self.last = last }

    var isCancelled: @Sendable () -> Bool {
      { self.taken.add(1, ordering: .relaxed).oldValue >= self.last }
    }

    var limit: SearchLimit {
      var limit = SearchLimit(work: 1_000_000_000)
      limit.isCancelled = isCancelled
      return limit
    }
  }

  @Test(arguments: 0..<100) func `an ascent stopped anywhere has a bound that holds`(seed: Int) throws {
    let instance = try PrizeSolverTests.instance(seed: seed)
    let least = try #require(
      PrizeSolverTests.everyTree(instance).map { $0.cost + instance.totalPrize - $0.prize }.min())
    let state = PrizeState(instance)
    let core = state.core
    var full = DualAscent(instance: core)
    full.ascend(core, root: instance.root, prizes: state.prizes)
    var bounds: [Int] = []
    for look in 0..<1_000 {
      var ascent = DualAscent(instance: core)
      ascent.workPerLook = 1
      ascent.ascend(core, root: instance.root, prizes: state.prizes, until: Looks(until: look).limit)
      #expect(ascent.bound <= least)
      #expect(ascent.reducedCosts.allSatisfy { $0 >= 0 } && ascent.remainingPrizes.allSatisfy { $0 >= 0 })
      // What it decides for holds too: a better tree is not lost.
      var decision = PrizeState(instance)
      let isOpen = decision.fix(ascent, core: core, root: instance.root, limit: least + 1)
      #expect(isOpen)
      #expect(decision.missed <= least)
      bounds.append(ascent.bound)
      if !ascent.wasStopped { break }
    }
    #expect(bounds == bounds.sorted())
    #expect(bounds.first == 0 && bounds.last == full.bound)
  }

  @Test(arguments: 0..<40, [0, 1, 2, 4, 7, 12, 20, 40]) func `a prize search has a sound tree and a bound that holds`(
    seed: Int, look: Int
  ) throws {
    let instance = try PrizeSolverTests.instance(seed: seed)
    let greatest = try #require(PrizeSolverTests.everyTree(instance).map { $0.prize - $0.cost }.max())
    for largeEdgeCount in [0, LocalSearch.largeEdgeCount] {
      var forest = PrizeForest(
        instance, generator: SeededGenerator(seed: 1), limit: Looks(until: look).limit, largeEdgeCount: largeEdgeCount)
      let result = forest.solve()
      try result.tree.check(against: instance)
      #expect(result.value <= greatest)
      #expect(result.upperBound >= greatest)
    }
  }

  @Test(arguments: 0..<40, [0, 1, 3, 8, 20, 60]) func `a search within a budget keeps to it and its bound holds`(
    seed: Int, look: Int
  ) throws {
    let instance = try PrizeSolverTests.instance(seed: seed)
    let trees = PrizeSolverTests.everyTree(instance)
    let budget = try #require(trees.map(\.cost).min()) + instance.graph.costs.reduce(0, +) / 3
    let most = try #require(trees.filter { $0.cost <= budget }.map(\.prize).max())
    let mostOfAll = try #require(trees.map(\.prize).max())
    for largeEdgeCount in [0, LocalSearch.largeEdgeCount] {
      var solver = BudgetSolver()
      solver.largeEdgeCount = largeEdgeCount
      solver.isCancelled = Looks(until: look).isCancelled
      // The way to what is required may not be the cheapest yet.
      let dearest = instance.graph.costs.reduce(0, +)
      let result = try instance.required.isEmpty ? solver.solve(instance, budget: budget) : nil
      let rich = try solver.solve(instance, budget: dearest)
      if let result {
        try result.tree.check(against: instance)
        #expect(result.tree.cost <= budget && result.prize <= most && result.upperBound >= most)
      }
      try rich.tree.check(against: instance)
      #expect(rich.prize <= mostOfAll && rich.upperBound >= mostOfAll)
    }
  }

  @Test(arguments: UInt64(0)..<40, [0, 1, 2, 5, 11, 30]) func `a cheapest tree is one and its bound holds`(
    seed: UInt64, look: Int
  ) throws {
    let instance = try RandomInstances.instance(seed: seed)
    var solver = SteinerSolver()
    solver.isCancelled = Looks(until: look).isCancelled
    let result = solver.solve(instance)
    try result.tree.check(against: instance)
    let least = RandomInstances.leastCost(instance)
    #expect(result.cost >= least)
    #expect(result.lowerBound <= least)
  }

  /// A grid of roads with a village at every third crossing.
  private static func grid(side: Int) throws -> PrizeInstance {
    var generator = SeededGenerator(seed: 9)
    var edges: [Graph.Edge] = []
    for place in 0..<(side * side) {
      if place % side + 1 < side { edges.append(.init(place, place + 1, cost: 50 + generator.index(100))) }
      if place + side < side * side { edges.append(.init(place, place + side, cost: 50 + generator.index(100))) }
    }
    let graph = try Graph(vertexCount: side * side, edges: edges)
    let prizes = (0..<(side * side)).map { $0 % 3 == 0 ? generator.index(400) : 0 }
    return try PrizeInstance(graph: graph, root: side * side / 2, prizes: prizes)
  }

  @Test func `cancelled before there is a tree, a first one takes in what is worth its way, in little time`() throws {
    let instance = try Self.grid(side: 30)
    func solve(_ limit: SearchLimit) -> (result: PrizeResult, work: Int) {
      var forest = PrizeForest(
        instance, generator: SeededGenerator(seed: 1), limit: limit, startCount: 3, largeEdgeCount: 0)
      let result = forest.solve()
      return (result, forest.work)
    }
    let full = solve(SearchLimit(work: 1))
    let cancelled = solve(Looks(until: 0).limit)
    try cancelled.result.tree.check(against: instance)
    #expect(cancelled.result.value > full.result.value / 2)
    #expect(cancelled.result.upperBound >= full.result.value)
    #expect(cancelled.work < full.work / 4, "\(cancelled.work) of \(full.work)")
  }

  @Test func `a search that is looked after and not cancelled gives what it gives alone`() throws {
    let instance = try Self.grid(side: 16)
    var solver = PrizeSolver()
    solver.workLimit = 3_000_000
    let alone = solver.solve(instance)
    solver.isCancelled = Looks(until: .max).isCancelled
    let watched = solver.solve(instance)
    #expect(watched.tree == alone.tree && watched.upperBound == alone.upperBound)
  }
}
