extension CandidateNetwork {
  /// The graph with the cost that `cost` gives to each edge, by its index; vertices and edges keep their numbers.
  ///
  /// Throws `GraphError` for a cost that is negative and for a sum that is too large. O(n).
  public func graph(cost: (Int) -> Int) throws(GraphError) -> Graph {
    var edges: [Graph.Edge] = []
    edges.reserveCapacity(edgeCount)
    for edge in 0..<edgeCount { edges.append(Graph.Edge(Int(tails[edge]), Int(heads[edge]), cost: cost(edge))) }
    return try Graph(vertexCount: vertices.count, edges: edges)
  }

  /// The villages that a path joins to the root, in their order.
  public var connectedVillages: [Int] {
    var isConnected = [Bool](repeating: true, count: villageCount)
    for village in disconnected { isConnected[village.village] = false }
    return isConnected.indices.filter { isConnected[$0] }
  }
}
