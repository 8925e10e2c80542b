import Randomness
import Testing

@testable import Rollout

@Suite struct LocalSearchTests {
  static func grownTree(_ instance: SteinerInstance, from root: Int) -> [Bool] {
    var growth = ShortestPathHeuristic(vertexCount: instance.graph.vertexCount)
    var vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    growth.grow(from: root, in: instance, costs: instance.graph.costs, into: &vertices)
    return vertices
  }

  @Test(arguments: 0..<100) func `a grown tree costs less than twice the least`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed))
    let vertices = Self.grownTree(instance, from: try #require(instance.terminals.last))
    var tree = RootedTree(vertexCount: instance.graph.vertexCount)
    let isConnected = tree.span(vertices, of: instance)
    #expect(isConnected)
    let least = RandomInstances.leastCost(instance)
    #expect(tree.cost >= least)
    #expect(tree.cost * instance.terminals.count <= least * 2 * (instance.terminals.count - 1))
    try SteinerTree(edges: tree.edges, in: instance.graph).check(against: instance)
  }

  @Test(arguments: 0..<100) func `no single vertex or key path is left that gains`(seed: Int) throws {
    let instance = try RandomInstances.instance(seed: UInt64(seed), vertices: 20...40, terminals: 5...12)
    var search = LocalSearch(instance: instance)
    let start = Self.grownTree(instance, from: try #require(instance.terminals.first))
    let isConnected = search.improve(start, of: instance)
    #expect(isConnected)
    try SteinerTree(edges: search.tree.edges, in: instance.graph).check(against: instance)
    for vertex in 0..<instance.graph.vertexCount where !instance.isTerminal[vertex] {
      var changed = search.tree.contains
      changed[vertex].toggle()
      var other = RootedTree(vertexCount: instance.graph.vertexCount)
      if other.span(changed, of: instance) { #expect(other.cost >= search.tree.cost) }
    }
  }

  @Test func `a path goes another way if that is cheaper`() throws {
    // From 0 to 3 over 1 costs 10, over 2 costs 8; the search starts on the dear way.
    let edges: [Graph.Edge] = [
      .init(0, 1, cost: 5), .init(1, 3, cost: 5), .init(0, 2, cost: 4), .init(2, 3, cost: 4),
    ]
    let instance = try SteinerInstance(graph: Graph(vertexCount: 4, edges: edges), terminals: [0, 3])
    var search = LocalSearch(instance: instance)
    let isConnected = search.improve([true, true, false, true], of: instance)
    #expect(isConnected)
    #expect(search.tree.cost == 8)
    #expect(search.tree.edges.sorted() == [2, 3])
  }

  @Test func `a key vertex goes if the parts join cheaper without it`() throws {
    // A star of three legs at 4 (12) against a triangle's two sides at 5 (10), each over a vertex in its middle.
    let edges: [Graph.Edge] = [
      .init(0, 3, cost: 4), .init(1, 3, cost: 4), .init(2, 3, cost: 4), .init(0, 4, cost: 2), .init(4, 1, cost: 3),
      .init(1, 5, cost: 2), .init(5, 2, cost: 3),
    ]
    let instance = try SteinerInstance(graph: Graph(vertexCount: 6, edges: edges), terminals: [0, 1, 2])
    var search = LocalSearch(instance: instance)
    let isConnected = search.improve([true, true, true, true, false, false], of: instance)
    #expect(isConnected)
    #expect(search.tree.cost == 10)
  }

  @Test func `vertices apart are refused`() throws {
    let instance = try SteinerTreeTests.square()
    var search = LocalSearch(instance: instance)
    let isConnected = search.improve([true, false, true, false, false, false, false], of: instance)
    #expect(!isConnected)
  }
}
