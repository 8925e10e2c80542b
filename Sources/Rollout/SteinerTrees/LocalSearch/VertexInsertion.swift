/// Finds vertices that make a tree cheaper by joining it (Steiner vertex insertion; Minoux 1990, Uchoa and Werneck 2012).
///
/// A new vertex brings its edges to the tree, and each edge but one lets the dearest edge of the cycle it closes go. What
/// the tree's dearest edge between two vertices is, is told by the forest that Kruskal's algorithm builds, united by size
/// without path compression: its height is logarithmic, so a vertex costs O(d² + d log n) for d edges to the tree.
struct VertexInsertion {
  /// The forest: the parent of each vertex, itself at the top, and the cost of the edge that united it with its parent.
  private var parents: [Int32]
  private var costs: [Int]
  /// When it was united: later is dearer.
  private var ranks: [Int32]
  private var sizes: [Int32]
  private var neighbours: [(vertex: Int, cost: Int)] = []
  private var keys: [Int] = []
  private(set) var work = 0

  init(vertexCount: Int) {
    parents = [Int32](repeating: 0, count: vertexCount)
    costs = [Int](repeating: 0, count: vertexCount)
    ranks = [Int32](repeating: 0, count: vertexCount)
    sizes = [Int32](repeating: 1, count: vertexCount)
  }

  /// The most edges to the tree that are looked at, the cheapest first.
  private static let mostNeighbours = 40

  /// Inserts the vertices that gain by themselves, at most so many, into `vertices`, which marks the tree's; false if none
  /// does.
  mutating func insert(
    into tree: RootedTree, of instance: SteinerInstance, vertices: inout [Bool], most: Int
  ) -> Bool {
    let graph = instance.graph
    prepare(tree, graph)
    var found = 0
    for vertex in 0..<graph.vertexCount where !tree.contains[vertex] {
      neighbours.removeAll(keepingCapacity: true)
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        if tree.contains[Int(link.vertex)] { neighbours.append((Int(link.vertex), graph.costs[Int(link.arc) >> 1])) }
      }
      work += 1
      if neighbours.count < 2 { continue }
      if neighbours.count > Self.mostNeighbours {
        neighbours.sort { ($0.cost, $0.vertex) < ($1.cost, $1.vertex) }
        neighbours.removeLast(neighbours.count - Self.mostNeighbours)
      }
      if gain() > 0 {
        vertices[vertex] = true
        found += 1
        if found == most { break }
      }
    }
    return found > 0
  }

  private mutating func prepare(_ tree: RootedTree, _ graph: Graph) {
    for vertex in tree.order {
      parents[Int(vertex)] = vertex
      sizes[Int(vertex)] = 1
    }
    let edges = tree.edges.sorted { (graph.costs[$0], $0) < (graph.costs[$1], $1) }
    work += 4 * edges.count
    for (rank, edge) in edges.enumerated() {
      var large = top(Int(graph.tails[edge]))
      var small = top(Int(graph.heads[edge]))
      if sizes[large] < sizes[small] { swap(&large, &small) }
      parents[small] = Int32(large)
      costs[small] = graph.costs[edge]
      ranks[small] = Int32(rank)
      sizes[large] += sizes[small]
    }
  }

  private func top(_ vertex: Int) -> Int {
    var vertex = vertex
    while Int(parents[vertex]) != vertex { vertex = Int(parents[vertex]) }
    return vertex
  }

  /// The cost of the dearest edge on the tree's path between two of its vertices.
  private func bottleneck(_ first: Int, _ second: Int) -> Int {
    var first = first
    var second = second
    var cost = 0
    while first != second {
      let firstIsTop = Int(parents[first]) == first
      if firstIsTop || (Int(parents[second]) != second && ranks[second] < ranks[first]) {
        cost = costs[second]
        second = Int(parents[second])
      } else {
        cost = costs[first]
        first = Int(parents[first])
      }
    }
    return cost
  }

  /// What the tree gains by the vertex whose neighbours were collected: the cheapest tree on the neighbours by
  /// bottlenecks, less the cheapest on them and the vertex. Prim's algorithm twice at once.
  private mutating func gain() -> Int {
    let count = neighbours.count
    work += count * count
    var without = 0
    var with = 0
    keys.removeAll(keepingCapacity: true)
    // Without the vertex, from the first neighbour; the bottlenecks alone.
    for index in 0..<count { keys.append(bottleneck(neighbours[0].vertex, neighbours[index].vertex)) }
    var rest = Array(1..<count)
    while !rest.isEmpty {
      var best = 0
      for place in rest.indices where keys[rest[place]] < keys[rest[best]] { best = place }
      let chosen = rest.remove(at: best)
      without += keys[chosen]
      for other in rest {
        keys[other] = min(keys[other], bottleneck(neighbours[chosen].vertex, neighbours[other].vertex))
      }
    }
    // With it, from the vertex.
    for index in 0..<count { keys[index] = neighbours[index].cost }
    rest = Array(0..<count)
    while !rest.isEmpty {
      var best = 0
      for place in rest.indices where keys[rest[place]] < keys[rest[best]] { best = place }
      let chosen = rest.remove(at: best)
      with += keys[chosen]
      for other in rest {
        keys[other] = min(keys[other], bottleneck(neighbours[chosen].vertex, neighbours[other].vertex))
      }
    }
    return without - with
  }
}
