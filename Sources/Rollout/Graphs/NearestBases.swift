/// Which of several bases each vertex is nearest to, by which arc, and how far: a Voronoi diagram of the graph.
///
/// Dijkstra 1959 from all bases at once (Erwig 2000). Keeps its arrays between questions.
struct NearestBases {
  /// What is nearest to a vertex.
  struct Nearest {
    /// How far it is; `unreached` where no base can be reached.
    var distance = NearestBases.unreached
    /// -1 for none.
    var base: Int32 = -1
    /// The arc over which the vertex is reached, -1 at bases and where none can be reached.
    var arc: Int32 = -1
  }

  /// One per vertex; what is asked of one is asked at once, so it stands side by side.
  private var nearest: [Nearest]
  /// How many vertices were looked at, over all questions.
  private(set) var settledCount = 0
  private var heap = VertexHeap()

  static let unreached = Int.max / 4

  init(vertexCount: Int) { nearest = [Nearest](repeating: Nearest(), count: vertexCount) }

  /// What is nearest to a vertex.
  subscript(_ vertex: Int) -> Nearest { @inline(__always) get { nearest[vertex] } }

  /// Finds the nearest of the vertices `isBase` marks. O(m log n).
  mutating func find(in graph: Graph, isBase: [Bool]) {
    heap.removeAll()
    for vertex in 0..<graph.vertexCount {
      if isBase[vertex] {
        nearest[vertex] = Nearest(distance: 0, base: Int32(truncatingIfNeeded: vertex))
        heap.push(0, vertex)
      } else {
        nearest[vertex] = Nearest()
      }
    }
    settle(in: graph)
  }

  /// Makes bases of some more vertices after `find`; looks only at what is nearer to them than to a base before.
  mutating func add(_ more: [Int], in graph: Graph) {
    for vertex in more {
      nearest[vertex] = Nearest(distance: 0, base: Int32(truncatingIfNeeded: vertex))
      heap.push(0, vertex)
    }
    settle(in: graph)
  }

  private mutating func settle(in graph: Graph) {
    while let entry = heap.pop() {
      let (vertex, key) = (Int(entry.vertex), entry.key)
      if key > nearest[vertex].distance { continue }
      settledCount += 1
      let base = nearest[vertex].base
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let distance = key + link.cost
        if distance < nearest[Int(link.vertex)].distance {
          nearest[Int(link.vertex)] = Nearest(distance: distance, base: base, arc: link.arc)
          heap.push(distance, Int(link.vertex))
        }
      }
    }
  }
}
