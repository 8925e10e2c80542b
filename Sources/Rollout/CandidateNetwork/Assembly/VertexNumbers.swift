/// New numbers for the vertices that are kept: the root, the villages, cabinets, and whatever an edge ends at.
struct VertexNumbers {
  /// One per old vertex; -1 for one that is left out.
  private(set) var new: [Int32]
  /// One per new vertex.
  private(set) var old: [Int32] = []

  /// Numbers vertices in their order.
  init(_ graph: PolylineGraph, _ isKept: [Bool], villageCount: Int, _ branchVertices: [Int32]) {
    var isUsed = [Bool](repeating: false, count: graph.vertices.count)
    for vertex in 0...villageCount { isUsed[vertex] = true }
    for vertex in branchVertices { isUsed[Int(vertex)] = true }
    for edge in 0..<graph.edgeCount where isKept[edge] {
      isUsed[Int(graph.tails[edge])] = true
      isUsed[Int(graph.heads[edge])] = true
    }
    new = [Int32](repeating: -1, count: graph.vertices.count)
    for vertex in isUsed.indices where isUsed[vertex] {
      new[vertex] = Int32(truncatingIfNeeded: old.count)
      old.append(Int32(truncatingIfNeeded: vertex))
    }
  }
}
