/// A graph with the connection of each village as an edge of its own, to a leaf that brings its benefit.
///
/// Then cost is nothing but edges, as a budget wants it. Leaves follow the vertices of the graph, their edges its edges.
struct VillageLeaves {
  private let edgeCount: Int
  /// The village of each leaf.
  private let villages: [Int]
  /// Benefits as prizes, connections as edges.
  let instance: PrizeInstance

  init(_ problem: FibreProblem, in villageGraph: VillageGraph, benefits: [Int]) {
    let required = Set(problem.required)
    let villages = problem.isOpen.indices.filter {
      problem.isOpen[$0] && (benefits[$0] > 0 || required.contains($0))
    }
    self.villages = villages
    let graph = villageGraph.graph
    edgeCount = graph.edgeCount
    let count = graph.vertexCount
    let whole = Graph(
      vertexCount: count + villages.count,
      tails: graph.tails + villages.map { villageGraph.vertices[$0] },
      heads: graph.heads + villages.indices.map { Int32(count + $0) },
      costs: graph.costs + villages.map { _ in problem.connectionCost })
    let terminals = villages.indices.filter { required.contains(villages[$0]) }.map { count + $0 }
    instance = PrizeInstance(
      graph: whole, root: CandidateNetwork.root,
      prizes: [Int](repeating: 0, count: count) + villages.map { benefits[$0] },
      core: SteinerInstance(graph: whole, marking: [CandidateNetwork.root] + terminals))
  }

  /// The edges of the graph among edges of that with leaves, and the villages connected, ascending.
  func split(_ edges: [Int]) -> (edges: [Int], villages: [Int]) {
    (edges.filter { $0 < edgeCount }, edges.filter { $0 >= edgeCount }.map { villages[$0 - edgeCount] }.sorted())
  }
}
