import Randomness
import Testing

@testable import Rollout

@Suite struct BranchAndBoundTests {
  /// Decides for every vertex from a poor first tree, without the tests that need many roots.
  @Test(arguments: 0..<200) func `branching alone proves the optimum`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed), vertices: 7...12, terminals: 3...6)
    let least = RandomInstances.leastCost(instance)
    var incumbent = Incumbent(instance: instance)
    incumbent.offer(Array(0..<instance.graph.edgeCount))
    var root = BoundedReduction(ReducibleGraph(instance), bound: 0)
    root.run(.init(steps: 0, roots: 1, rounds: 1), turn: 0, incumbent: &incumbent)
    #expect(root.bound <= least)
    var exact = BranchAndBound(root)
    var last = 0
    while !exact.isDone {
      #expect(exact.bound >= last)
      #expect(exact.bound <= least || incumbent.cost == least)
      last = exact.bound
      exact.step(&incumbent)
    }
    #expect(incumbent.cost == least)
  }

  /// Grids with unit costs are where bounds are weak and many branches are needed.
  @Test(arguments: 0..<20) func `grids of equal costs are proven`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var edges: [Graph.Edge] = []
    for row in 0..<4 {
      for column in 0..<4 {
        if column < 3 { edges.append(.init(4 * row + column, 4 * row + column + 1, cost: 1)) }
        if row < 3 { edges.append(.init(4 * row + column, 4 * row + column + 4, cost: 1)) }
      }
    }
    let terminals = (0..<6).map { _ in generator.index(16) }
    let instance = try SteinerInstance(graph: Graph(vertexCount: 16, edges: edges), terminals: terminals)
    let result = SteinerSolver().solve(instance)
    #expect(result.isOptimal)
    #expect(result.cost == RandomInstances.leastCost(instance))
  }
}
