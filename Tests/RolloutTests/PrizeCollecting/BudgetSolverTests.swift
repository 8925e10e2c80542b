import Randomness
import Testing

@testable import Rollout

@Suite struct BudgetSolverTests {
  @Test(arguments: 0..<300) func `the tree keeps to the budget and the bound is above the best`(seed: Int) throws {
    let instance = try PrizeSolverTests.instance(seed: seed)
    let trees = PrizeSolverTests.everyTree(instance)
    let cheapest = try #require(trees.map(\.cost).min())
    var generator = SeededGenerator(seed: UInt64(seed)).fork("budget")
    let budget = cheapest + generator.index(max(1, instance.graph.costs.reduce(0, +) / 2))
    let result = try BudgetSolver().solve(instance, budget: budget)
    try result.tree.check(against: instance)
    let most = try #require(trees.filter { $0.cost <= budget }.map(\.prize).max())
    #expect(result.tree.cost <= budget)
    #expect(result.prize <= most)
    #expect(result.upperBound >= most)
  }

  /// As graphs of more than a hundred thousand edges are, in the time that these take.
  @Test(arguments: 0..<300, [1, 1_000_000]) func `searched in few long steps the bound is above the best too`(
    seed: Int, work: Int
  ) throws {
    let instance = try PrizeSolverTests.instance(seed: seed)
    let trees = PrizeSolverTests.everyTree(instance)
    let cheapest = try #require(trees.map(\.cost).min())
    var generator = SeededGenerator(seed: UInt64(seed)).fork("large")
    let budget = cheapest + generator.index(max(1, instance.graph.costs.reduce(0, +)))
    var solver = BudgetSolver()
    solver.largeEdgeCount = 0
    solver.workLimit = work
    let result = try solver.solve(instance, budget: budget)
    try result.tree.check(against: instance)
    let most = try #require(trees.filter { $0.cost <= budget }.map(\.prize).max())
    #expect(result.tree.cost <= budget)
    #expect(result.prize <= most)
    #expect(result.upperBound >= most)
  }

  /// The heuristic is not exact; on these it may miss the best a few times, by little.
  @Test func `the best is found nearly always on small instances`() throws {
    var missed = 0
    for seed in 0..<150 {
      let instance = try PrizeSolverTests.instance(seed: seed)
      let trees = PrizeSolverTests.everyTree(instance)
      let budget = try #require(trees.map(\.cost).min()) + instance.graph.costs.reduce(0, +) / 5
      let most = try #require(trees.filter { $0.cost <= budget }.map(\.prize).max())
      if try BudgetSolver().solve(instance, budget: budget).prize < most { missed += 1 }
    }
    #expect(missed <= 3)
  }

  @Test func `a budget buys the better of two villages, then both`() throws {
    // 10 people at 5, 6 people at 2; both are 7.
    let graph = try Graph(vertexCount: 3, edges: [.init(0, 1, cost: 5), .init(0, 2, cost: 2)])
    let instance = try PrizeInstance(graph: graph, root: 0, prizes: [0, 10, 6])
    let prizes = try [0, 1, 2, 4, 5, 6, 7, 100].map { try BudgetSolver().solve(instance, budget: $0).prize }
    #expect(prizes == [0, 0, 6, 6, 10, 10, 16, 16])
    let all = try BudgetSolver().solve(instance, budget: 7)
    #expect(all.isOptimal)
    #expect(all.gap == 0)
  }

  @Test func `what is required and too dear is told with its cost`() throws {
    let graph = try Graph(vertexCount: 3, edges: [.init(0, 1, cost: 5), .init(1, 2, cost: 2)])
    let instance = try PrizeInstance(graph: graph, root: 0, prizes: [0, 1, 1], required: [2])
    #expect(throws: BudgetError.tooSmall(budget: 6, cheapest: 7, lowerBound: 7)) {
      try BudgetSolver().solve(instance, budget: 6)
    }
    #expect(throws: BudgetError.negative(budget: -1)) { try BudgetSolver().solve(instance, budget: -1) }
    #expect(try BudgetSolver().solve(instance, budget: 7).prize == 2)
  }
}
