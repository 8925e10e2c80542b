/// Finds the places nearest to one by ways that pass no vertex where cables branch (Dijkstra 1959); keeps its arrays between
/// searches.
struct CableSearch {
  private var distances: [Int]
  private var arcs: [Int32]
  private var isDone: [Bool]
  private var touched: [Int32] = []
  private var heap = VertexHeap()
  /// The places reached, by number, the nearest first.
  private(set) var found: [(place: Int, distance: Int)] = []

  init(vertexCount: Int) {
    distances = [Int](repeating: Int.max, count: vertexCount)
    arcs = [Int32](repeating: -1, count: vertexCount)
    isDone = [Bool](repeating: false, count: vertexCount)
  }

  /// Searches from a vertex until `most` places, or the place `goal`, are reached. `numbers` has the place of each vertex or
  /// -1.
  mutating func run(
    from source: Int, in graph: Graph, mayBranch: [Bool], numbers: [Int32], most: Int, goal: Int = -1
  ) {
    for vertex in touched {
      distances[Int(vertex)] = Int.max
      arcs[Int(vertex)] = -1
      isDone[Int(vertex)] = false
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    found.removeAll(keepingCapacity: true)
    distances[source] = 0
    touched.append(Int32(source))
    heap.push(0, source)
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if isDone[vertex] { continue }
      isDone[vertex] = true
      if vertex != source, numbers[vertex] >= 0 {
        found.append((Int(numbers[vertex]), entry.key))
        if found.count >= most || Int(numbers[vertex]) == goal { return }
        if mayBranch[vertex] { continue }
      }
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        let distance = entry.key + link.cost
        if distance < distances[next] {
          if distances[next] == Int.max { touched.append(link.vertex) }
          distances[next] = distance
          arcs[next] = link.arc
          heap.push(distance, next)
        }
      }
    }
  }

  /// The edges on the way from the vertex last searched from to one that was reached.
  func path(to end: Int, in graph: Graph) -> [Int] {
    var edges: [Int] = []
    var vertex = end
    while arcs[vertex] >= 0 {
      edges.append(Int(arcs[vertex]) >> 1)
      vertex = graph.source(ofArc: Int(arcs[vertex]))
    }
    return edges.reversed()
  }
}
