/// Proves a tree cheapest, or finds a cheaper one, by deciding for one vertex after the other whether it is in the tree
/// (Polzin and Vahdati Daneshmand 2001; Pajor, Uchoa and Werneck 2018): in one branch it is a terminal, in the other it is
/// gone. `BoundedReduction` makes every branch small, and settles it when its bound reaches the best tree.
///
/// The branch with the least bound goes first, so the bound of all rises as fast as it can.
struct BranchAndBound {
  private struct Node {
    var compact: CompactInstance
    var bound: Int
    var depth: Int
    /// Where to branch next.
    var vertex: Int
  }

  private var nodes: [Node] = []
  /// The waiting nodes by bound; the deeper first among equals.
  private var heap = VertexHeap()
  private var free: [Int] = []
  private var openEdges = 0
  private(set) var nodeCount = 0
  private(set) var work = 0

  private static let effort = BoundedReduction.Effort(steps: 60, roots: 3, rounds: 3)

  init(_ root: BoundedReduction) {
    guard let compact = root.compact else { return }
    add(compact, bound: root.bound, depth: 0, vertex: Self.branchVertex(root, compact))
  }

  /// Whether every branch is settled.
  var isDone: Bool { heap.isEmpty }

  /// No tree costs less than this or the incumbent.
  var bound: Int { heap.first.map { nodes[Int($0.vertex)].bound } ?? Int.max }

  /// Decides for one vertex.
  mutating func step(_ incumbent: inout Incumbent) {
    guard let entry = heap.pop() else { return }
    let node = nodes[Int(entry.vertex)]
    free.append(Int(entry.vertex))
    openEdges -= node.compact.edges.count
    if node.bound >= incumbent.cost { return }
    nodeCount += 1
    for isIn in [true, false] {
      var graph = node.compact.reducible
      if isIn { graph.makeTerminal(node.vertex) } else { graph.remove(vertex: node.vertex) }
      var reduction = BoundedReduction(graph, bound: node.bound)
      reduction.run(Self.effort, turn: nodeCount, incumbent: &incumbent)
      work += reduction.work
      if reduction.isSettled(incumbent) { continue }
      guard let compact = reduction.compact else { continue }
      add(compact, bound: reduction.bound, depth: node.depth + 1, vertex: Self.branchVertex(reduction, compact))
    }
  }

  private mutating func add(_ compact: CompactInstance, bound: Int, depth: Int, vertex: Int) {
    let node = Node(compact: compact, bound: bound, depth: depth, vertex: vertex)
    var place = nodes.count
    if let old = free.popLast() {
      place = old
      nodes[old] = node
    } else {
      nodes.append(node)
    }
    openEdges += compact.edges.count
    heap.push(bound, place)
  }

  /// The vertex at which the best tree known branches most; of the graph's degree among equals.
  private static func branchVertex(_ reduction: BoundedReduction, _ compact: CompactInstance) -> Int {
    let graph = compact.instance.graph
    var best = 0
    var bestScore = -1
    for vertex in 0..<graph.vertexCount where !compact.instance.isTerminal[vertex] {
      let score = reduction.treeDegree(vertex, compact) * 1000 + min(999, graph.linkRange(vertex).count)
      if score > bestScore {
        best = vertex
        bestScore = score
      }
    }
    return best
  }
}
