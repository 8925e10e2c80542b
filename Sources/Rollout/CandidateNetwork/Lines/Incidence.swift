/// What is at each vertex of a graph, in two flat arrays.
struct Incidence: Sendable {
  /// Where the edges at vertex *v* start in `edges`; one entry past the last vertex.
  private(set) var offsets: [Int32]
  /// The edges, vertex after vertex, those of one in ascending order.
  private(set) var edges: [Int32]

  /// Sorts edges by their ends. O(n).
  init(vertexCount: Int, tails: [Int32], heads: [Int32]) {
    offsets = [Int32](repeating: 0, count: vertexCount + 1)
    for edge in tails.indices {
      offsets[Int(tails[edge]) + 1] += 1
      offsets[Int(heads[edge]) + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    edges = [Int32](repeating: 0, count: 2 * tails.count)
    for edge in tails.indices {
      let (tail, head) = (Int(tails[edge]), Int(heads[edge]))
      edges[Int(next[tail])] = Int32(truncatingIfNeeded: edge)
      next[tail] += 1
      edges[Int(next[head])] = Int32(truncatingIfNeeded: edge)
      next[head] += 1
    }
  }

  /// How many ends of edges are at a vertex.
  @inline(__always)
  func degree(_ vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }

  /// The edges at a vertex.
  @inline(__always)
  subscript(vertex: Int) -> ArraySlice<Int32> { edges[Int(offsets[vertex])..<Int(offsets[vertex + 1])] }
}
