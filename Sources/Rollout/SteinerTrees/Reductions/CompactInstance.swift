/// What reductions left of an instance, numbered anew, and the way back.
struct CompactInstance {
  let instance: SteinerInstance
  /// The vertex of the reducible graph each vertex is.
  let vertices: [Int]
  /// The edge of the reducible graph each edge is.
  let edges: [Int]
  let origins: [Int32]
  let histories: EdgeHistories
  /// What the edges already decided for cost.
  let fixedCost: Int

  /// The original edges that a choice of edges stands for, those decided for among them; each once.
  func originalEdges(_ chosen: [Int]) -> [Int] { histories.originals(chosen.map { origins[$0] }) }

  /// The same to reduce further.
  var reducible: ReducibleGraph {
    ReducibleGraph(
      graph: instance.graph, isTerminal: instance.isTerminal, origins: origins, histories: histories,
      fixedCost: fixedCost)
  }
}
