/// The blocks of a graph: the largest parts that no single vertex cuts in two (J. Hopcroft and R. Tarjan, *Efficient
/// algorithms for graph manipulation*, Communications of the ACM 16, 1973).
///
/// Blocks meet at cut vertices and form a tree around a root. What is best for a tree from the root can be decided block by
/// block, the outer ones first. An existing network contracted into one vertex cuts most of the country apart.
struct BlockDecomposition {
  /// A part of the graph.
  struct Block {
    /// The vertex through which every way from the root enters.
    var gate: Int
    /// The edges of the graph, ascending.
    var edges: [Int32]
  }

  /// Every block after all that hang on its vertices other than the gate. Vertices out of reach are in none.
  private(set) var blocks: [Block] = []

  /// O(n + m).
  init(_ graph: Graph, root: Int) {
    guard root < graph.vertexCount else { return }
    var discovery = [Int32](repeating: -1, count: graph.vertexCount)
    var low = discovery
    var next = graph.offsets.dropLast().map { $0 }
    var edges: [Int32] = []
    // The vertices on the way from the root, with the arc that led to each.
    var path: [(vertex: Int, arc: Int)] = [(root, -1)]
    var time: Int32 = 1
    discovery[root] = 0
    low[root] = 0
    while let (vertex, arc) = path.last {
      if Int(next[vertex]) < graph.linkRange(vertex).upperBound {
        let link = graph.links[Int(next[vertex])]
        next[vertex] += 1
        let other = Int(link.vertex)
        if arc >= 0, Int(link.arc) >> 1 == arc >> 1 { continue }
        if discovery[other] < 0 {
          discovery[other] = time
          low[other] = time
          time += 1
          edges.append(link.arc >> 1)
          path.append((other, Int(link.arc)))
        } else if discovery[other] < discovery[vertex] {
          edges.append(link.arc >> 1)
          low[vertex] = min(low[vertex], discovery[other])
        }
        continue
      }
      path.removeLast()
      guard let parent = path.last?.vertex else { break }
      low[parent] = min(low[parent], low[vertex])
      if low[vertex] < discovery[parent] { continue }
      var first = edges.count - 1
      while first > 0, Int(edges[first]) != arc >> 1 { first -= 1 }
      blocks.append(Block(gate: parent, edges: edges[first...].sorted()))
      edges.removeLast(edges.count - first)
    }
  }

  /// The number of edges in the largest block.
  var largest: Int { blocks.reduce(0) { max($0, $1.edges.count) } }
}

/// Cuts blocks out of a graph as graphs of their own; keeps its array between them.
struct BlockGraphs {
  private var numbers: [Int32]

  init(vertexCount: Int) { numbers = [Int32](repeating: -1, count: vertexCount) }

  /// The graph of a block, in which the gate is vertex 0, and the vertex of the whole that each is; edges keep their order.
  mutating func cut(_ block: BlockDecomposition.Block, from graph: Graph) -> (graph: Graph, vertices: [Int]) {
    var vertices = [block.gate]
    numbers[block.gate] = 0
    var (tails, heads, costs): ([Int32], [Int32], [Int]) = ([], [], [])
    tails.reserveCapacity(block.edges.count)
    heads.reserveCapacity(block.edges.count)
    costs.reserveCapacity(block.edges.count)
    for edge in block.edges {
      tails.append(number(Int(graph.tails[Int(edge)]), &vertices))
      heads.append(number(Int(graph.heads[Int(edge)]), &vertices))
      costs.append(graph.costs[Int(edge)])
    }
    for vertex in vertices { numbers[vertex] = -1 }
    return (Graph(vertexCount: vertices.count, tails: tails, heads: heads, costs: costs), vertices)
  }

  private mutating func number(_ vertex: Int, _ vertices: inout [Int]) -> Int32 {
    if numbers[vertex] < 0 {
      numbers[vertex] = Int32(truncatingIfNeeded: vertices.count)
      vertices.append(vertex)
    }
    return numbers[vertex]
  }
}
