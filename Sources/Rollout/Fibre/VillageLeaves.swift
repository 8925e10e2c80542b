/// A fibre problem with the connection of each village as an edge of its own, to a leaf that brings its benefit.
///
/// Then cost is nothing but edges, as a budget wants it. Leaves follow the vertices of the network, their edges its edges.
struct VillageLeaves {
  private let problem: FibreProblem
  /// The village of each leaf.
  private let villages: [Int]
  /// Benefits as prizes, connections as edges.
  let instance: PrizeInstance

  init(_ problem: FibreProblem, benefits: [Int]) {
    self.problem = problem
    let required = Set(problem.required)
    let villages = problem.isOpen.indices.filter { problem.isOpen[$0] && (benefits[$0] > 0 || required.contains($0)) }
    self.villages = villages
    let graph = problem.graph
    let count = graph.vertexCount
    var prizes = [Int](repeating: 0, count: count)
    prizes.append(contentsOf: villages.map { benefits[$0] })
    let whole = Graph(
      vertexCount: count + villages.count,
      tails: graph.tails + villages.map { Int32(CandidateNetwork.vertex(ofVillage: $0)) },
      heads: graph.heads + villages.indices.map { Int32(count + $0) },
      costs: graph.costs + villages.map { _ in problem.connectionCost })
    let terminals = villages.indices.filter { required.contains(villages[$0]) }.map { count + $0 }
    instance = PrizeInstance(
      graph: whole, root: CandidateNetwork.root, prizes: prizes,
      core: SteinerInstance(graph: whole, marking: [CandidateNetwork.root] + terminals))
  }

  /// The edges of the network among edges of the graph with leaves, and the villages connected, ascending.
  func split(_ edges: [Int]) -> (edges: [Int], villages: [Int]) {
    let count = problem.graph.edgeCount
    return (edges.filter { $0 < count }, edges.filter { $0 >= count }.map { villages[$0 - count] }.sorted())
  }
}
