/// A tree from the root of a prize-collecting instance.
public struct PrizeTree: Sendable, Equatable {
  /// Numbers of edges of the graph, ascending; none if only the root is reached.
  public let edges: [Int]
  /// The vertices reached, ascending, the root among them.
  public let vertices: [Int]
  /// The sum of the edges' costs.
  public let cost: Int
  /// The sum of the vertices' prizes.
  public let prize: Int

  /// What the tree is worth: prizes less costs.
  public var value: Int { prize - cost }

  init(edges: [Int], of instance: PrizeInstance) {
    let graph = instance.graph
    var reached: Set = [instance.root]
    for edge in edges {
      reached.insert(Int(graph.tails[edge]))
      reached.insert(Int(graph.heads[edge]))
    }
    self.edges = edges.sorted()
    vertices = reached.sorted()
    cost = edges.reduce(0) { $0 + graph.costs[$1] }
    prize = reached.reduce(0) { $0 + instance.prizes[$1] }
  }

  /// Proves from the graph alone that this is a tree, that it reaches the root, the required vertices and those it names,
  /// and that its cost and prize are right. Throws the first `SteinerTree.Defect`.
  public func check(against instance: PrizeInstance) throws(SteinerTree.Defect) {
    let graph = instance.graph
    let spanned = SteinerInstance(graph: graph, marking: vertices + [instance.root] + instance.required)
    try SteinerTree(edges: edges, in: graph).check(against: spanned)
    if edges.count != vertices.count - 1 { throw .unconnected(terminal: instance.root) }
    let (costs, prizes) = (
      edges.reduce(0) { $0 + graph.costs[$1] }, vertices.reduce(0) { $0 + instance.prizes[$1] }
    )
    if costs != cost { throw .wrongCost(stated: cost, sum: costs) }
    if prizes != prize { throw .wrongCost(stated: prize, sum: prizes) }
  }
}
