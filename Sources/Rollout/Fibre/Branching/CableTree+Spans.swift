extension CableTree {
  /// The spans of all cables, every one after the one that feeds it, and the span at which each village of `villages` is
  /// connected. O(n).
  func spans(of network: CandidateNetwork) -> (spans: [FibreTree.Span], villageSpans: [Int]) {
    var spans: [FibreTree.Span] = []
    var last = [Int](repeating: -1, count: nodes.count)
    var spanOf: [Int: Int] = [:]
    for index in order where index > 0 {
      let node = nodes[index]
      var upstream = last[node.parent]
      var vertex = nodes[node.parent].vertex
      for edge in node.edges {
        vertex = Int(network.tails[edge]) ^ Int(network.heads[edge]) ^ vertex
        spans.append(FibreTree.Span(edge: edge, upstream: upstream < 0 ? nil : upstream, end: vertex))
        upstream = spans.count - 1
      }
      last[index] = upstream
      if node.village >= 0 { spanOf[node.village] = upstream }
    }
    return (spans, villages.map { spanOf[$0] ?? -1 })
  }
}
