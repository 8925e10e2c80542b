import Randomness
import Testing

@testable import Rollout

@Suite struct PrizeSolverTests {
  static func instance(seed: Int, vertices: ClosedRange<Int> = 4...10) throws -> PrizeInstance {
    var generator = SeededGenerator(seed: UInt64(seed))
    let graph = try RandomInstances.graph(&generator, vertices: vertices)
    let dearest = max(1, (graph.costs.max() ?? 1) * 2)
    let prizes = (0..<graph.vertexCount).map { _ in generator.chance(0.6) ? generator.index(dearest) : 0 }
    let some = [generator.index(graph.vertexCount), generator.index(graph.vertexCount)]
    let required = generator.chance(0.5) ? [] : some
    return try PrizeInstance(
      graph: graph, root: generator.index(graph.vertexCount), prizes: prizes, required: required)
  }

  /// Every set of vertices a tree can have, with the least cost of a tree on it and its prize.
  static func everyTree(_ instance: PrizeInstance) -> [(cost: Int, prize: Int)] {
    let count = instance.graph.vertexCount
    return (0..<(1 << count)).compactMap { choice in
      let allowed = (0..<count).map { choice >> $0 & 1 == 1 }
      guard allowed[instance.root], instance.required.allSatisfy({ allowed[$0] }) else { return nil }
      guard let cost = RandomInstances.spanningCost(instance.graph, allowed) else { return nil }
      return (cost, allowed.indices.reduce(0) { $0 + (allowed[$1] ? instance.prizes[$1] : 0) })
    }
  }

  @Test(arguments: 0..<300) func `the value is the greatest there is`(seed: Int) throws {
    let instance = try Self.instance(seed: seed)
    let result = PrizeSolver().solve(instance)
    try result.tree.check(against: instance)
    #expect(result.value == Self.everyTree(instance).map { $0.prize - $0.cost }.max())
    #expect(result.isOptimal)
  }

  /// One unit of work leaves only the first trees and the first bound.
  @Test(arguments: 0..<200) func `without branching the bound is above and the tree sound`(seed: Int) throws {
    let instance = try Self.instance(seed: seed)
    var solver = PrizeSolver()
    solver.workLimit = 1
    let result = solver.solve(instance)
    try result.tree.check(against: instance)
    let greatest = try #require(Self.everyTree(instance).map { $0.prize - $0.cost }.max())
    #expect(result.value <= greatest)
    #expect(result.upperBound >= greatest)
    #expect((0...1).contains(result.gap))
  }

  @Test(arguments: 0..<200) func `what reduced costs decide holds in every better tree`(seed: Int) throws {
    let instance = try Self.instance(seed: seed)
    let trees = Self.everyTree(instance)
    let least = try #require(trees.map { $0.cost + instance.totalPrize - $0.prize }.min())
    var state = PrizeState(instance)
    let core = state.core
    var ascent = DualAscent(instance: core)
    ascent.ascend(core, root: instance.root, prizes: state.prizes)
    #expect(ascent.bound <= least)
    let isOpen = state.fix(ascent, core: core, root: instance.root, limit: least + 1)
    #expect(isOpen)
    let rest = PrizeInstance(graph: state.graph, root: instance.root, prizes: state.prizes, core: state.core)
    let best = Self.everyTree(rest).map { $0.cost + rest.totalPrize - $0.prize }.min()
    #expect(best.map { $0 + state.missed } == least)
  }

  @Test func `a village is reached when it is worth the way and not before`() throws {
    // The root 0, a junction 1 at 5, villages 2 and 3 at 4 beyond it: 7 each pay for both (14 - 13), 6 do not (12 - 13).
    let edges: [Graph.Edge] = [.init(0, 1, cost: 5), .init(1, 2, cost: 4), .init(1, 3, cost: 4)]
    let graph = try Graph(vertexCount: 4, edges: edges)
    let worth = try PrizeInstance(graph: graph, root: 0, prizes: [0, 0, 7, 7])
    #expect(PrizeSolver().solve(worth).tree.vertices == [0, 1, 2, 3])
    let poor = try PrizeInstance(graph: graph, root: 0, prizes: [0, 0, 6, 6])
    #expect(PrizeSolver().solve(poor).tree.vertices == [0])
    let required = try PrizeInstance(graph: graph, root: 0, prizes: [0, 0, 6, 6], required: [2])
    let result = PrizeSolver().solve(required)
    #expect(result.tree.vertices == [0, 1, 2, 3])
    #expect(result.value == -1)
    #expect(result.isOptimal)
  }

  @Test func `unusable prizes are told`() throws {
    let graph = try Graph(vertexCount: 2, edges: [.init(0, 1, cost: 1)])
    #expect(throws: GraphError.self) { try PrizeInstance(graph: graph, root: 0, prizes: [1]) }
    #expect(throws: GraphError.self) { try PrizeInstance(graph: graph, root: 0, prizes: [1, -1]) }
    #expect(throws: GraphError.self) { try PrizeInstance(graph: graph, root: 0, prizes: [1 << 50, 1]) }
    #expect(throws: GraphError.noSuchTerminal(terminal: 2, vertexCount: 2)) {
      try PrizeInstance(graph: graph, root: 2, prizes: [1, 1])
    }
  }
}
