/// The spans of a tree in order from the root, and where they reach villages.
struct CableForest: Sendable {
  /// Each after the one that feeds it.
  private(set) var spans: [FibreTree.Span] = []
  /// One per village connected, in the order given.
  private(set) var villageSpans: [Int] = []
  /// What the spans cost.
  private(set) var cableCost = 0

  /// Lays a tree of the graph from the root outwards; `villages` are reached by it. O(n).
  init(edges: [Int], villages: [Int], of problem: FibreProblem) {
    let graph = problem.graph
    var incident: [Int: [Int]] = [:]
    for edge in edges.sorted() {
      incident[Int(graph.tails[edge]), default: []].append(edge)
      incident[Int(graph.heads[edge]), default: []].append(edge)
      cableCost += graph.costs[edge]
    }
    var spanAt: [Int: Int] = [:]
    var waiting: [(vertex: Int, span: Int)] = [(CandidateNetwork.root, -1)]
    var position = 0
    while position < waiting.count {
      let (vertex, span) = waiting[position]
      position += 1
      for edge in incident[vertex, default: []] {
        let end = Int(graph.tails[edge]) ^ Int(graph.heads[edge]) ^ vertex
        if span >= 0, spans[span].edge == edge { continue }
        waiting.append((end, spans.count))
        spanAt[end] = spans.count
        spans.append(FibreTree.Span(edge: edge, upstream: span < 0 ? nil : span, end: end))
      }
    }
    villageSpans = villages.map { spanAt[problem.vertex(of: $0)] ?? -1 }
  }
}
