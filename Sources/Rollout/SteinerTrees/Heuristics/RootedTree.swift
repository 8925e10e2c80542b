/// The cheapest tree on a set of vertices, rooted, with the leaves that no terminal needs cut off.
///
/// Prim 1957 on the induced graph. Keeps its arrays between trees, so that local search allocates nothing.
struct RootedTree {
  /// The vertices of the tree, every parent before its children.
  private(set) var order: [Int32] = []
  /// The arc from the parent to each vertex of the tree, -1 at the root and outside.
  private(set) var parentArcs: [Int32]
  /// One per vertex.
  private(set) var contains: [Bool]
  private(set) var cost = 0
  private var keys: [Int]
  private var childCounts: [Int32]
  private var heap = VertexHeap()

  init(vertexCount: Int) {
    parentArcs = [Int32](repeating: -1, count: vertexCount)
    contains = [Bool](repeating: false, count: vertexCount)
    keys = [Int](repeating: Int.max, count: vertexCount)
    childCounts = [Int32](repeating: 0, count: vertexCount)
  }

  /// Builds the tree on the vertices that `isAllowed` marks, from a terminal, the first if none is given; false, with the
  /// tree unusable, if they do not connect the terminals.
  mutating func span(_ isAllowed: [Bool], of instance: SteinerInstance, from start: Int? = nil) -> Bool {
    for vertex in order { forget(Int(vertex)) }
    order.removeAll(keepingCapacity: true)
    heap.removeAll()
    cost = 0
    guard let root = start ?? instance.terminals.first else { return true }
    let graph = instance.graph
    var touched: [Int32] = [Int32(root)]
    keys[root] = 0
    heap.push(0, root)
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > keys[vertex] { continue }
      // In the tree, where no edge is cheap enough.
      keys[vertex] = Int.min
      contains[vertex] = true
      order.append(entry.vertex)
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        if !isAllowed[next] { continue }
        let key = keys[next]
        if link.cost < key {
          if key == Int.max { touched.append(link.vertex) }
          keys[next] = link.cost
          parentArcs[next] = link.arc
          heap.push(link.cost, next)
        }
      }
    }
    for vertex in touched { keys[Int(vertex)] = Int.max }
    prune(instance)
    return instance.terminals.allSatisfy { contains[$0] }
  }

  private mutating func forget(_ vertex: Int) {
    contains[vertex] = false
    parentArcs[vertex] = -1
    childCounts[vertex] = 0
  }

  private mutating func prune(_ instance: SteinerInstance) {
    let graph = instance.graph
    for vertex in order where parentArcs[Int(vertex)] >= 0 {
      childCounts[graph.source(ofArc: Int(parentArcs[Int(vertex)]))] += 1
    }
    for vertex in order.reversed() {
      let vertex = Int(vertex)
      guard parentArcs[vertex] >= 0 else { continue }
      let arc = Int(parentArcs[vertex])
      if childCounts[vertex] == 0, !instance.isTerminal[vertex] {
        childCounts[graph.source(ofArc: arc)] -= 1
        forget(vertex)
      } else {
        cost += graph.costs[arc >> 1]
      }
    }
    var kept = 0
    for position in order.indices where contains[Int(order[position])] {
      order[kept] = order[position]
      kept += 1
    }
    order.removeLast(order.count - kept)
  }

  /// How many edges of the tree meet at a vertex of it.
  func degree(_ vertex: Int) -> Int { Int(childCounts[vertex]) + (parentArcs[vertex] >= 0 ? 1 : 0) }

  /// The numbers of the tree's edges.
  var edges: [Int] { order.compactMap { parentArcs[Int($0)] >= 0 ? Int(parentArcs[Int($0)]) >> 1 : nil } }
}
