/// The edges of a tree of routes, each after the one that leads to it.
struct RootedRoutes: Sendable {
  /// An edge of the tree.
  struct Leg: Sendable {
    /// Its number in the network.
    var edge: Int
    /// The vertex farther from the root.
    var vertex: Int
    /// The leg that leads to it, by its place in `legs`; nil at the root.
    var upstream: Int?
    /// Whether the edge's line starts at its farther end.
    var isReversed: Bool
  }

  /// Upstream first; of a vertex's legs the lower edge first.
  let legs: [Leg]
  /// One per vertex: the leg that ends there; nil for the root and what is not reached.
  let legOfVertex: [Int?]

  /// Of edges that form a tree with the root. O(n log n).
  init(_ edges: [Int], of graph: Graph) {
    var incident: [Int: [Int]] = [:]
    for edge in edges.sorted() {
      incident[Int(graph.tails[edge]), default: []].append(edge)
      incident[Int(graph.heads[edge]), default: []].append(edge)
    }
    var legs: [Leg] = []
    var legOfVertex = [Int?](repeating: nil, count: graph.vertexCount)
    var waiting = [CandidateNetwork.root]
    var next = 0
    while next < waiting.count {
      let vertex = waiting[next]
      next += 1
      let upstream = legOfVertex[vertex]
      for edge in incident[vertex] ?? [] where upstream.map({ legs[$0].edge != edge }) ?? true {
        let isReversed = Int(graph.tails[edge]) != vertex
        let end = Int(isReversed ? graph.tails[edge] : graph.heads[edge])
        guard end != CandidateNetwork.root, legOfVertex[end] == nil else { continue }
        legOfVertex[end] = legs.count
        legs.append(Leg(edge: edge, vertex: end, upstream: upstream, isReversed: isReversed))
        waiting.append(end)
      }
    }
    self.legs = legs
    self.legOfVertex = legOfVertex
  }
}
