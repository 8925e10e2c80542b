/// Grows a tree from a vertex by the shortest path to the nearest terminal not yet in it (Takahashi and Matsuyama 1980);
/// its cost is at most 2 (1 - 1/*k*) times the least.
///
/// One search goes on from the grown tree instead of one search per terminal (the implementation of de Aragão and Werneck
/// 2002): vertices of a new path return to the heap with distance zero. O(*k* m log n) at worst, in practice a few searches.
struct ShortestPathHeuristic {
  private var distances: [Int]
  private var arcs: [Int32]
  private var touched: [Int32] = []
  private var heap = VertexHeap()

  init(vertexCount: Int) {
    distances = [Int](repeating: Int.max, count: vertexCount)
    arcs = [Int32](repeating: -1, count: vertexCount)
  }

  /// Marks the vertices of the grown tree in `inTree`, all false before; returns how many vertices were looked at.
  @discardableResult
  mutating func grow(
    from root: Int, in instance: SteinerInstance, costs: [Int], isAllowed: [Bool]? = nil, into inTree: inout [Bool]
  ) -> Int {
    let graph = instance.graph
    var missing = instance.terminals.count - (instance.isTerminal[root] ? 1 : 0)
    var work = 0
    inTree[root] = true
    distances[root] = 0
    touched.append(Int32(root))
    heap.push(0, root)
    while missing > 0, let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > distances[vertex] { continue }
      work += 1
      if instance.isTerminal[vertex], !inTree[vertex] {
        missing -= 1
        join(vertex, graph, &inTree)
        continue
      }
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        let distance = entry.key + costs[Int(link.arc) >> 1]
        if distance < distances[next] {
          if let isAllowed, !isAllowed[next] { continue }
          if distances[next] == Int.max { touched.append(link.vertex) }
          distances[next] = distance
          arcs[next] = link.arc
          heap.push(distance, next)
        }
      }
    }
    reset()
    return work
  }

  private mutating func join(_ terminal: Int, _ graph: Graph, _ inTree: inout [Bool]) {
    var vertex = terminal
    while !inTree[vertex] {
      inTree[vertex] = true
      distances[vertex] = 0
      heap.push(0, vertex)
      vertex = graph.source(ofArc: Int(arcs[vertex]))
    }
  }

  private mutating func reset() {
    for vertex in touched {
      distances[Int(vertex)] = Int.max
      arcs[Int(vertex)] = -1
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }
}
