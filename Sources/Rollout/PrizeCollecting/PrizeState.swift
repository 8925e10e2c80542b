/// What has been decided in a prize-collecting instance: which vertices are reached, which are given up, and which edges
/// are still of use.
///
/// Vertices keep their numbers. The bound of a state is on the cost and the missed prizes together.
struct PrizeState {
  /// The graph of the edges still of use.
  private(set) var graph: Graph
  /// The edge of the whole graph each edge is.
  private(set) var edges: [Int]
  /// One per vertex: zero where decided.
  private(set) var prizes: [Int]
  /// The root and the vertices to be reached.
  private(set) var isRequired: [Bool]
  /// The prizes given up.
  private(set) var missed = 0
  /// No tree of this state costs and misses less.
  var bound = 0

  init(_ instance: PrizeInstance) {
    graph = instance.graph
    edges = Array(0..<instance.graph.edgeCount)
    prizes = instance.prizes
    isRequired = instance.core.isTerminal
    for vertex in prizes.indices where isRequired[vertex] { prizes[vertex] = 0 }
  }

  /// The undecided vertices.
  var undecided: [Int] { prizes.indices.filter { prizes[$0] > 0 } }

  /// The required vertices as an instance.
  var core: SteinerInstance {
    SteinerInstance(graph: graph, marking: isRequired.indices.filter { isRequired[$0] })
  }

  mutating func require(_ vertex: Int) {
    isRequired[vertex] = true
    prizes[vertex] = 0
  }

  /// A tree of this state may still pass a vertex given up, but it does not bring its prize.
  mutating func giveUp(_ vertex: Int) {
    missed += prizes[vertex]
    prizes[vertex] = 0
  }

  /// Decides what a dual ascent from the root proves for trees that cost and miss less than `limit`, all included.
  /// Returns false if there is no such tree.
  mutating func fix(_ ascent: DualAscent, core: SteinerInstance, root: Int, limit: Int) -> Bool {
    let room = limit - missed - ascent.bound
    if room <= 0 { return false }
    let ends = SteinerInstance(graph: graph, marking: core.terminals + undecided)
    let distances = ReducedCostDistances(ends, ascent, root: root)
    for vertex in undecided {
      if ascent.remainingPrizes[vertex] >= room {
        require(vertex)
      } else if distances.fromRoot[vertex] >= room {
        giveUp(vertex)
      }
    }
    var kept: [Int] = []
    for edge in 0..<graph.edgeCount {
      let (tail, head) = (Int(graph.tails[edge]), Int(graph.heads[edge]))
      let forth = distances.fromRoot[tail] + ascent.reducedCosts[2 * edge] + distances.toTerminal[head]
      let back = distances.fromRoot[head] + ascent.reducedCosts[2 * edge + 1] + distances.toTerminal[tail]
      if min(forth, back) < room { kept.append(edge) }
    }
    // A smaller graph pays only if it is much smaller.
    if kept.count < graph.edgeCount * 9 / 10 {
      let old = graph
      graph = Graph(
        vertexCount: old.vertexCount, tails: kept.map { old.tails[$0] }, heads: kept.map { old.heads[$0] },
        costs: kept.map { old.costs[$0] })
      edges = kept.map { edges[$0] }
    }
    return isConnected
  }

  /// Whether the required vertices can still be connected.
  private var isConnected: Bool {
    var sets = DisjointSets(count: graph.vertexCount)
    for edge in 0..<graph.edgeCount { sets.merge(Int(graph.tails[edge]), Int(graph.heads[edge])) }
    guard let first = isRequired.firstIndex(of: true) else { return true }
    let top = sets.find(first)
    return isRequired.indices.allSatisfy { !isRequired[$0] || sets.find($0) == top }
  }
}
