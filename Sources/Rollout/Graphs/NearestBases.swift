/// Which of several bases each vertex is nearest to, by which arc, and how far: a Voronoi diagram of the graph.
///
/// Dijkstra 1959 from all bases at once (Erwig 2000). Keeps its arrays between questions.
struct NearestBases {
  /// One per vertex, in the order of `distances`: `unreached` where no base can be reached.
  private(set) var distances: [Int]
  /// The base of each vertex, -1 for none.
  private(set) var bases: [Int32]
  /// The arc over which each vertex is reached, -1 at bases and where none can be reached.
  private(set) var arcs: [Int32]
  /// How many vertices were looked at, over all questions.
  private(set) var settledCount = 0
  private var heap = VertexHeap()

  static let unreached = Int.max / 4

  init(vertexCount: Int) {
    distances = [Int](repeating: Self.unreached, count: vertexCount)
    bases = [Int32](repeating: -1, count: vertexCount)
    arcs = [Int32](repeating: -1, count: vertexCount)
  }

  /// Finds the nearest of the vertices `isBase` marks. O(m log n).
  mutating func find(in graph: Graph, costs: [Int], isBase: [Bool]) {
    heap.removeAll()
    for vertex in 0..<graph.vertexCount {
      arcs[vertex] = -1
      if isBase[vertex] {
        distances[vertex] = 0
        bases[vertex] = Int32(vertex)
        heap.push(0, vertex)
      } else {
        distances[vertex] = Self.unreached
        bases[vertex] = -1
      }
    }
    settle(in: graph, costs: costs)
  }

  /// Makes bases of some more vertices after `find`; looks only at what is nearer to them than to a base before.
  mutating func add(_ more: [Int], in graph: Graph, costs: [Int]) {
    for vertex in more {
      distances[vertex] = 0
      bases[vertex] = Int32(vertex)
      arcs[vertex] = -1
      heap.push(0, vertex)
    }
    settle(in: graph, costs: costs)
  }

  private mutating func settle(in graph: Graph, costs: [Int]) {
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > distances[vertex] { continue }
      settledCount += 1
      let base = bases[vertex]
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        let distance = entry.key + costs[Int(link.arc) >> 1]
        if distance < distances[next] {
          distances[next] = distance
          bases[next] = base
          arcs[next] = link.arc
          heap.push(distance, next)
        }
      }
    }
  }
}
