/// A tree that connects the terminals of an instance.
public struct SteinerTree: Sendable, Equatable {
  /// Numbers of edges of the graph, ascending.
  public let edges: [Int]
  /// The sum of their costs.
  public let cost: Int

  init(edges: [Int], in graph: Graph) {
    self.edges = edges.sorted()
    cost = edges.reduce(0) { $0 + graph.costs[$1] }
  }

  /// What is wrong with a tree.
  public enum Defect: Error, Equatable {
    /// An edge is not of the graph, or stands twice.
    case unusableEdge(Int)
    /// This edge closes a cycle.
    case cycle(edge: Int)
    /// A terminal is not connected to the first one.
    case unconnected(terminal: Int)
    /// The edges are connected, but one of them not to the terminals.
    case strayEdge(Int)
    /// The cost is not the sum of the edges' costs.
    case wrongCost(stated: Int, sum: Int)
  }

  /// Proves from the graph alone that this is a tree, that it spans the terminals, and that it costs what it says.
  /// Nearly linear. Throws the first defect.
  public func check(against instance: SteinerInstance) throws(Defect) {
    let graph = instance.graph
    var sets = DisjointSets(count: graph.vertexCount)
    var sum = 0
    var last = -1
    for edge in edges {
      guard edge > last, edge < graph.edgeCount else { throw .unusableEdge(edge) }
      last = edge
      sum += graph.costs[edge]
      if !sets.merge(Int(graph.tails[edge]), Int(graph.heads[edge])) { throw .cycle(edge: edge) }
    }
    guard let first = instance.terminals.first else { return }
    let root = sets.find(first)
    for terminal in instance.terminals where sets.find(terminal) != root { throw .unconnected(terminal: terminal) }
    for edge in edges where sets.find(Int(graph.tails[edge])) != root { throw .strayEdge(edge) }
    if sum != cost { throw .wrongCost(stated: cost, sum: sum) }
  }
}
