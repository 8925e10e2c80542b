import Randomness

/// One run of `SteinerSolver`: every block of the graph that leads to a terminal is solved by `SteinerSearch`.
///
/// A cut vertex between terminals is a terminal of all blocks it is in; costs and bounds of the blocks add up.
struct SteinerForest {
  private let instance: SteinerInstance
  private let generator: SeededGenerator
  private let limit: SearchLimit
  private(set) var work = 0

  init(_ instance: SteinerInstance, generator: SeededGenerator, limit: SearchLimit) {
    self.instance = instance
    self.generator = generator
    self.limit = limit
  }

  /// The best tree found and the bound.
  mutating func solve() -> SteinerResult {
    let graph = instance.graph
    let blocks = BlockDecomposition(graph, root: instance.terminals.first ?? 0).blocks
    var graphs = BlockGraphs(vertexCount: graph.vertexCount)
    var isTerminal = instance.isTerminal
    var left = graph.edgeCount
    var edges: [Int] = []
    var bound = 0
    work = graph.edgeCount + graph.vertexCount
    for (index, block) in blocks.enumerated() {
      let (inner, vertices) = graphs.cut(block, from: graph)
      let terminals = vertices.indices.filter { $0 > 0 && isTerminal[vertices[$0]] }
      let share = limit.share(of: block.edges.count, in: left, spent: work)
      left -= block.edges.count
      if terminals.isEmpty { continue }
      isTerminal[block.gate] = true
      if block.edges.count == 1 {
        edges.append(Int(block.edges[0]))
        bound += inner.costs[0]
        continue
      }
      var search = SteinerSearch(
        SteinerInstance(graph: inner, marking: [0] + terminals), generator: generator.fork("block", index),
        limit: share)
      search.run()
      work += search.work
      edges.append(contentsOf: search.result.tree.edges.map { Int(block.edges[$0]) })
      bound += search.result.lowerBound
    }
    return SteinerResult(tree: SteinerTree(edges: edges, in: graph), lowerBound: bound)
  }
}
