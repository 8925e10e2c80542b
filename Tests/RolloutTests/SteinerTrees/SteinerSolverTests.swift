import Testing

@testable import Rollout

@Suite struct SteinerSolverTests {
  static func solve(_ instance: SteinerInstance, seed: UInt64 = 1) -> SteinerResult {
    var solver = SteinerSolver()
    solver.seed = seed
    solver.workLimit = 200_000
    return solver.solve(instance)
  }

  @Test func `a star with a cheap middle is found`() throws {
    // Three corners at 2 from the middle and 3 from each other: 6 over the middle, as dear as two sides; 5.9 is not.
    let edges: [Graph.Edge] = [
      .init(0, 1, cost: 31), .init(1, 2, cost: 31), .init(0, 2, cost: 31), .init(0, 3, cost: 20), .init(1, 3, cost: 20),
      .init(2, 3, cost: 20),
    ]
    let instance = try SteinerInstance(graph: Graph(vertexCount: 4, edges: edges), terminals: [0, 1, 2])
    let result = Self.solve(instance)
    #expect(result.tree.edges == [3, 4, 5])
    #expect(result.cost == 60)
  }

  @Test func `one terminal costs nothing`() throws {
    let graph = try Graph(vertexCount: 2, edges: [.init(0, 1, cost: 4)])
    let result = try Self.solve(SteinerInstance(graph: graph, terminals: [1]))
    #expect(result.tree.edges.isEmpty)
    #expect(result.isOptimal)
    #expect(result.gap == 0)
  }

  @Test(arguments: 0..<300) func `a small instance is solved to the optimum`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed))
    let result = Self.solve(instance)
    try result.tree.check(against: instance)
    let least = RandomInstances.leastCost(instance)
    #expect(result.cost == least)
    #expect(result.lowerBound <= least)
  }

  @Test func `the same seed gives the same tree`() throws {
    let instance = try RandomInstances.instance(seed: 5, vertices: 60...60, terminals: 20...20)
    #expect(Self.solve(instance, seed: 3).tree == Self.solve(instance, seed: 3).tree)
  }
}
