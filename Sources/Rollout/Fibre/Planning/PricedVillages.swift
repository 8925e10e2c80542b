import Randomness

/// A fibre problem at a price: what each village is worth beyond its connection, as a prize-collecting tree.
struct PricedVillages {
  private let problem: FibreProblem
  /// One per village: price times benefit less the connection.
  let worths: [Int]

  init(_ problem: FibreProblem, price: Int, benefits: [Int]) {
    self.problem = problem
    worths = benefits.map { price * $0 - problem.connectionCost }
  }

  /// The best choice found in a graph: its edges and villages, and what no choice there is worth more than.
  ///
  /// A village that is worth less than its connection may be passed and is not connected, unless it is required.
  func solve(
    in villages: VillageGraph, seed: UInt64, limit: SearchLimit
  ) -> (edges: [Int], villages: [Int], upperBound: Int) {
    let graph = villages.graph
    var prizes = [Int](repeating: 0, count: graph.vertexCount)
    for village in worths.indices where problem.isOpen[village] {
      prizes[villages.vertex(of: village)] = max(0, worths[village])
    }
    var losses = 0
    for village in problem.required where worths[village] < 0 { losses += worths[village] }
    let terminals = [CandidateNetwork.root] + problem.required.map(villages.vertex(of:))
    let instance = PrizeInstance(
      graph: graph, root: CandidateNetwork.root, prizes: prizes,
      core: SteinerInstance(graph: graph, marking: terminals))
    var forest = PrizeForest(instance, generator: SeededGenerator(seed: seed), limit: limit)
    let result = forest.solve()
    var isReached = [Bool](repeating: false, count: graph.vertexCount)
    for vertex in result.tree.vertices where prizes[vertex] > 0 { isReached[vertex] = true }
    for terminal in terminals { isReached[terminal] = true }
    let reached = worths.indices.filter { problem.isOpen[$0] && isReached[villages.vertex(of: $0)] }
    return (result.tree.edges, reached, result.upperBound + losses)
  }
}
