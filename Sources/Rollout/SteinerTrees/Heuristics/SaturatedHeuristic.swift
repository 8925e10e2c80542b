/// The cheapest tree that the shortest-path heuristic and local search find among the vertices that a dual ascent reached
/// from its root (ascend and prune; Wong 1984, Pajor, Uchoa and Werneck 2018).
struct SaturatedHeuristic {
  private var growth: ShortestPathHeuristic
  private var search: LocalSearch
  private var isReached: [Bool]
  private var waiting: [Int32] = []
  private var growthWork = 0

  init(instance: SteinerInstance, until limit: SearchLimit = .cancellation) {
    growth = ShortestPathHeuristic(vertexCount: instance.graph.vertexCount)
    search = LocalSearch(instance: instance, until: limit)
    isReached = [Bool](repeating: false, count: instance.graph.vertexCount)
  }

  /// A measure of the time spent.
  var work: Int { growthWork + search.work }

  /// The tree found.
  var tree: RootedTree { search.tree }

  /// Finds a tree; false if the ascent did not reach all terminals.
  mutating func run(_ instance: SteinerInstance, _ ascent: DualAscent, root: Int) -> Bool {
    let graph = instance.graph
    for vertex in isReached.indices { isReached[vertex] = false }
    isReached[root] = true
    waiting.append(Int32(root))
    while let vertex = waiting.popLast() {
      for position in graph.linkRange(Int(vertex)) {
        let link = graph.links[position]
        if isReached[Int(link.vertex)] || ascent.reducedCosts[Int(link.arc)] > 0 { continue }
        isReached[Int(link.vertex)] = true
        waiting.append(link.vertex)
      }
    }
    growthWork += graph.vertexCount
    guard instance.terminals.allSatisfy({ isReached[$0] }) else { return false }
    var vertices = [Bool](repeating: false, count: graph.vertexCount)
    growthWork += 60 * growth.grow(from: root, in: instance, costs: graph.costs, isAllowed: isReached, into: &vertices)
    return search.improve(vertices, of: instance)
  }
}
