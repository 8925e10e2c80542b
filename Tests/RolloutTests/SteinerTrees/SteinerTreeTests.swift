import Testing

@testable import Rollout

@Suite struct SteinerTreeTests {
  /// A square 0-1-2-3 with a tail 3-4 and an edge 5-6 apart.
  static func square() throws -> SteinerInstance {
    let edges: [Graph.Edge] = [
      .init(0, 1, cost: 1), .init(1, 2, cost: 2), .init(2, 3, cost: 3), .init(3, 0, cost: 4), .init(3, 4, cost: 5),
      .init(5, 6, cost: 6),
    ]
    return try SteinerInstance(graph: Graph(vertexCount: 7, edges: edges), terminals: [0, 2])
  }

  @Test func `a tree that spans passes`() throws {
    let instance = try Self.square()
    let tree = SteinerTree(edges: [1, 0], in: instance.graph)
    try tree.check(against: instance)
    #expect(tree.cost == 3)
  }

  @Test(arguments: [
    ([0, 1, 2, 3], SteinerTree.Defect.cycle(edge: 3)), ([0], .unconnected(terminal: 2)), ([0, 1, 5], .strayEdge(5)),
    ([0, 0, 1], .unusableEdge(0)),
  ])
  func `what is no tree or spans nothing is told`(edges: [Int], defect: SteinerTree.Defect) throws {
    let instance = try Self.square()
    #expect(throws: defect) { try SteinerTree(edges: edges, in: instance.graph).check(against: instance) }
  }

  @Test func `terminals apart are told`() throws {
    let graph = try Self.square().graph
    #expect(throws: GraphError.disconnected(terminals: [5, 6])) {
      try SteinerInstance(graph: graph, terminals: [6, 0, 5])
    }
  }

  @Test(arguments: [
    ([Graph.Edge(0, 1, cost: -1)], GraphError.negativeCost(edge: 0, cost: -1)),
    ([Graph.Edge(0, 1, cost: 1), Graph.Edge(0, 2, cost: 1)], .noSuchVertex(edge: 1, vertex: 2, vertexCount: 2)),
    ([Graph.Edge(0, 1, cost: 1), Graph.Edge(0, 1, cost: 1 << 50)], .costsTooLarge(edge: 1)),
  ])
  func `an unusable edge is told`(edges: [Graph.Edge], error: GraphError) {
    #expect(throws: error) { try Graph(vertexCount: 2, edges: edges) }
  }

  @Test func `unusable terminals are told`() throws {
    let graph = try Self.square().graph
    #expect(throws: GraphError.noTerminals) { try SteinerInstance(graph: graph, terminals: []) }
    #expect(throws: GraphError.noSuchTerminal(terminal: 7, vertexCount: 7)) {
      try SteinerInstance(graph: graph, terminals: [7])
    }
  }
}
