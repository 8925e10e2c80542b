import Randomness
import Testing

@testable import Rollout

@Suite struct ReductionTests {
  /// The least cost of what is left, with what is decided.
  static func leastCost(_ compact: CompactInstance) -> Int {
    RandomInstances.leastCost(compact.instance) + compact.fixedCost
  }

  @Test(arguments: 0..<300) func `reductions keep the optimum`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed))
    var graph = ReducibleGraph(instance)
    var reducer = Reducer(vertexCount: instance.graph.vertexCount)
    reducer.reduce(&graph, mostSteps: 200)
    let compact = try #require(graph.compacted())
    #expect(compact.instance.graph.edgeCount <= instance.graph.edgeCount)
    #expect(Self.leastCost(compact) == RandomInstances.leastCost(instance))
  }

  @Test(arguments: 0..<200) func `a tree of the reduced instance is one of the whole`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed), vertices: 8...30, terminals: 3...9)
    var graph = ReducibleGraph(instance)
    var reducer = Reducer(vertexCount: instance.graph.vertexCount)
    reducer.reduce(&graph, mostSteps: 50)
    let compact = try #require(graph.compacted())
    var tree = RootedTree(vertexCount: compact.instance.graph.vertexCount)
    let everything = [Bool](repeating: true, count: compact.instance.graph.vertexCount)
    let isConnected = tree.span(everything, of: compact.instance)
    #expect(isConnected)
    var incumbent = Incumbent(instance: instance)
    incumbent.offer(compact.originalEdges(tree.edges))
    try incumbent.tree.check(against: instance)
    #expect(incumbent.cost <= tree.cost + compact.fixedCost)
  }

  @Test(arguments: 0..<300) func `tests on reduced costs keep every tree cheaper than the limit`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed), vertices: 6...11, terminals: 3...6)
    let least = RandomInstances.leastCost(instance)
    var graph = ReducibleGraph(instance)
    let compact = try #require(graph.compacted())
    let root = try #require(compact.instance.terminals.last)
    var ascent = DualAscent(instance: compact.instance)
    ascent.ascend(compact.instance, root: root)
    #expect(ascent.bound <= least)
    BoundTests.apply(to: &graph, compact: compact, ascent: ascent, root: root, limit: least + 1)
    #expect(try Self.leastCost(#require(graph.compacted())) == least)
  }

  @Test(arguments: 0..<300) func `reduced costs bound every tree over an edge`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed), vertices: 5...9, terminals: 3...5)
    let root = try #require(instance.terminals.first)
    var ascent = DualAscent(instance: instance)
    ascent.ascend(instance, root: root)
    let distances = ReducedCostDistances(instance, ascent, root: root)
    for vertex in 0..<instance.graph.vertexCount where !instance.isTerminal[vertex] {
      let forced = SteinerInstance(graph: instance.graph, marking: instance.terminals + [vertex])
      #expect(ascent.bound + distances.fromRoot[vertex] <= RandomInstances.leastCost(forced))
    }
  }

  @Test func `a chain becomes one edge and then nothing`() throws {
    let edges = (0..<5).map { Graph.Edge($0, $0 + 1, cost: $0 + 1) }
    let instance = try SteinerInstance(graph: Graph(vertexCount: 6, edges: edges), terminals: [0, 3])
    var graph = ReducibleGraph(instance)
    var reducer = Reducer(vertexCount: 6)
    reducer.reduceDegrees(&graph)
    #expect(graph.edgeCount == 0)
    #expect(graph.fixedCost == 6)
    #expect(graph.histories.originals([]) == [0, 1, 2])
  }

  @Test func `of parallel edges the cheapest is left and loops go`() throws {
    let edges: [Graph.Edge] = [.init(0, 1, cost: 5), .init(1, 0, cost: 3), .init(1, 1, cost: 0), .init(0, 1, cost: 3)]
    let instance = try SteinerInstance(graph: Graph(vertexCount: 2, edges: edges), terminals: [0, 1])
    let graph = ReducibleGraph(instance)
    #expect(graph.edgeCount == 1)
    #expect(graph.compacted()?.originalEdges([0]) == [1])
  }
}
