/// Vertices to connect at least cost: the Steiner tree problem in a graph.
///
/// An existing network is contracted into one vertex that is a terminal like the others: then a tree that spans the
/// terminals is a forest rooted at the network.
public struct SteinerInstance: Sendable {
  /// Where they are connected.
  public let graph: Graph
  /// The vertices to connect, ascending, each once.
  public let terminals: [Int]
  /// One per vertex.
  let isTerminal: [Bool]

  /// Throws `GraphError` for no terminals, a terminal that is not a vertex, and terminals that no tree can connect.
  public init(graph: Graph, terminals: [Int]) throws(GraphError) {
    for terminal in terminals where terminal < 0 || terminal >= graph.vertexCount {
      throw .noSuchTerminal(terminal: terminal, vertexCount: graph.vertexCount)
    }
    guard let first = terminals.min() else { throw .noTerminals }
    self.init(graph: graph, marking: terminals)
    var root = [Bool](repeating: false, count: graph.vertexCount)
    root[first] = true
    var nearest = NearestBases(vertexCount: graph.vertexCount)
    nearest.find(in: graph, isBase: root)
    let unreached = self.terminals.filter { nearest[$0].base < 0 }
    if !unreached.isEmpty { throw .disconnected(terminals: unreached) }
  }

  /// The same instance under other costs, one per edge.
  init(_ instance: SteinerInstance, costs: [Int]) {
    graph = Graph(instance.graph, costs: costs)
    terminals = instance.terminals
    isTerminal = instance.isTerminal
  }

  /// Of terminals known to be sound and connected.
  init(graph: Graph, marking terminals: [Int]) {
    var isTerminal = [Bool](repeating: false, count: graph.vertexCount)
    for terminal in terminals { isTerminal[terminal] = true }
    self.graph = graph
    self.terminals = isTerminal.indices.filter { isTerminal[$0] }
    self.isTerminal = isTerminal
  }
}
