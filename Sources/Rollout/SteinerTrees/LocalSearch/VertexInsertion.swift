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
  private var bottlenecks: [Int] = []
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
        if tree.contains[Int(link.vertex)] { neighbours.append((Int(link.vertex), link.cost)) }
      }
      work += 4 + 2 * graph.linkRange(vertex).count
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
    work += 50 * edges.count
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
  /// bottlenecks, less the cheapest on them and the vertex; or zero if it is easily seen that it gains nothing.
  private mutating func gain() -> Int {
    let count = neighbours.count
    work += 20 * count
    var nearest = 0
    for index in 1..<count where neighbours[index].cost < neighbours[nearest].cost { nearest = index }
    // Each other edge saves at most what it is cheaper than the path it closes a cycle with.
    var most = -neighbours[nearest].cost
    for index in 0..<count where index != nearest {
      most += max(0, bottleneck(neighbours[nearest].vertex, neighbours[index].vertex) - neighbours[index].cost)
    }
    if most <= 0 { return 0 }
    work += 20 * count * count
    bottlenecks.removeAll(keepingCapacity: true)
    for first in 0..<count {
      for second in 0..<count { bottlenecks.append(bottleneck(neighbours[first].vertex, neighbours[second].vertex)) }
    }
    keys.removeAll(keepingCapacity: true)
    for index in 0..<count { keys.append(bottlenecks[index]) }
    let without = connect(count)
    for index in 0..<count { keys[index] = neighbours[index].cost }
    return without - connect(count)
  }

  /// Prim's algorithm on the neighbours, from what `keys` says each costs to begin with.
  private mutating func connect(_ count: Int) -> Int {
    var total = 0
    for _ in 0..<count {
      var best = -1
      for index in 0..<count where keys[index] >= 0 && (best < 0 || keys[index] < keys[best]) { best = index }
      if best < 0 { break }
      total += keys[best]
      keys[best] = -1
      for index in 0..<count where keys[index] >= 0 {
        keys[index] = min(keys[index], bottlenecks[best * count + index])
      }
    }
    return total
  }
}
