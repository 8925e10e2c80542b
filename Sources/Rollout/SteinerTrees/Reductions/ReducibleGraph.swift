/// An instance that gets smaller while it keeps its optimum, and remembers how to go back.
///
/// The ways out of every vertex are a doubly linked list in flat arrays, so that edges can be removed, added and moved in
/// constant time. What becomes of the original edges is in `EdgeHistories`: an edge may stand for a path of them, and some
/// are already decided for.
struct ReducibleGraph {
  private(set) var isTerminal: [Bool]
  /// False for vertices that were removed or contracted into others.
  private(set) var isPresent: [Bool]
  private(set) var degrees: [Int32]
  private(set) var terminalCount: Int
  private(set) var edgeCount: Int
  private(set) var histories: EdgeHistories
  /// What the edges already decided for cost.
  private(set) var fixedCost: Int
  /// The first arc out of each vertex, -1 for none.
  private var first: [Int32]
  // One per arc.
  private var next: [Int32]
  private var previous: [Int32]
  private var targets: [Int32]
  /// One per edge, -1 for edges that were removed.
  private(set) var costs: [Int]
  /// What each edge stands for.
  private var origins: [Int32]
  private var freeEdges: [Int32] = []

  /// The whole of an instance; of parallel edges only the cheapest.
  init(_ instance: SteinerInstance) {
    self.init(
      graph: instance.graph, isTerminal: instance.isTerminal,
      origins: (0..<Int32(instance.graph.edgeCount)).map { $0 },
      histories: EdgeHistories(edgeCount: instance.graph.edgeCount), fixedCost: 0)
  }

  init(graph: Graph, isTerminal: [Bool], origins given: [Int32], histories: EdgeHistories, fixedCost: Int) {
    let count = graph.vertexCount
    self.isTerminal = isTerminal
    isPresent = [Bool](repeating: true, count: count)
    degrees = [Int32](repeating: 0, count: count)
    terminalCount = isTerminal.count { $0 }
    edgeCount = 0
    self.histories = histories
    self.fixedCost = fixedCost
    first = [Int32](repeating: -1, count: count)
    next = []
    previous = []
    targets = []
    costs = []
    origins = []
    var cheapest = [Int32](repeating: -1, count: count)
    for vertex in 0..<count {
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let edge = Int(link.arc) >> 1
        let old = Int(cheapest[Int(link.vertex)])
        if old < 0 || graph.costs[edge] < graph.costs[old] { cheapest[Int(link.vertex)] = Int32(edge) }
      }
      for position in graph.linkRange(vertex) {
        let other = Int(graph.links[position].vertex)
        let edge = Int(cheapest[other])
        if edge < 0 { continue }
        cheapest[other] = -1
        if vertex < other { append(vertex, other, cost: graph.costs[edge], origin: given[edge]) }
      }
    }
  }

  var vertexCount: Int { isPresent.count }

  /// An upper limit on the numbers of edges.
  var edgeLimit: Int { costs.count }

  func target(ofArc arc: Int) -> Int { Int(targets[arc]) }

  /// The first arc out of a vertex; nil for none.
  func firstArc(_ vertex: Int) -> Int? { first[vertex] < 0 ? nil : Int(first[vertex]) }

  /// The next arc out of the same vertex.
  func arc(after arc: Int) -> Int? { next[arc] < 0 ? nil : Int(next[arc]) }

  /// All arcs out of a vertex, as they are now.
  func collectArcs(_ vertex: Int, into arcs: inout [Int]) {
    arcs.removeAll(keepingCapacity: true)
    var arc = first[vertex]
    while arc >= 0 {
      arcs.append(Int(arc))
      arc = next[Int(arc)]
    }
  }

  func edge(between vertex: Int, and other: Int) -> Int? {
    let (small, large) = degrees[vertex] < degrees[other] ? (vertex, other) : (other, vertex)
    var arc = first[small]
    while arc >= 0 {
      if Int(targets[Int(arc)]) == large { return Int(arc) >> 1 }
      arc = next[Int(arc)]
    }
    return nil
  }

  private mutating func append(_ tail: Int, _ head: Int, cost: Int, origin: Int32) {
    var edge = costs.count
    if let free = freeEdges.popLast() {
      edge = Int(free)
      costs[edge] = cost
      origins[edge] = origin
    } else {
      costs.append(cost)
      origins.append(origin)
      targets.append(contentsOf: [0, 0])
      next.append(contentsOf: [-1, -1])
      previous.append(contentsOf: [-1, -1])
    }
    targets[2 * edge] = Int32(head)
    targets[2 * edge + 1] = Int32(tail)
    link(2 * edge, outOf: tail)
    link(2 * edge + 1, outOf: head)
    edgeCount += 1
  }

  private mutating func link(_ arc: Int, outOf vertex: Int) {
    next[arc] = first[vertex]
    previous[arc] = -1
    if first[vertex] >= 0 { previous[Int(first[vertex])] = Int32(arc) }
    first[vertex] = Int32(arc)
    degrees[vertex] += 1
  }

  private mutating func unlink(_ arc: Int) {
    let vertex = Int(targets[arc ^ 1])
    if previous[arc] >= 0 { next[Int(previous[arc])] = next[arc] } else { first[vertex] = next[arc] }
    if next[arc] >= 0 { previous[Int(next[arc])] = previous[arc] }
    degrees[vertex] -= 1
  }

  mutating func remove(edge: Int) {
    unlink(2 * edge)
    unlink(2 * edge + 1)
    costs[edge] = -1
    edgeCount -= 1
    freeEdges.append(Int32(edge))
  }

  /// Removes a vertex that is no terminal, and its edges.
  mutating func remove(vertex: Int) {
    while first[vertex] >= 0 { remove(edge: Int(first[vertex]) >> 1) }
    isPresent[vertex] = false
  }

  mutating func makeTerminal(_ vertex: Int) {
    if isTerminal[vertex] { return }
    isTerminal[vertex] = true
    terminalCount += 1
  }

  /// Adds an edge unless there is one as cheap; a dearer one goes.
  private mutating func offer(_ tail: Int, _ head: Int, cost: Int, origin: Int32) {
    if tail == head { return }
    if let old = edge(between: tail, and: head) {
      if costs[old] <= cost { return }
      remove(edge: old)
    }
    append(tail, head, cost: cost, origin: origin)
  }

  /// Adds an edge that stands for two that meet: the far ends of two arcs out of one vertex.
  mutating func join(_ arc: Int, _ other: Int) {
    let cost = costs[arc >> 1] + costs[other >> 1]
    if let old = edge(between: target(ofArc: arc), and: target(ofArc: other)), costs[old] <= cost { return }
    let origin = histories.join(origins[arc >> 1], origins[other >> 1])
    offer(target(ofArc: arc), target(ofArc: other), cost: cost, origin: origin)
  }

  /// Decides for an edge and makes one vertex of its ends, a terminal if one of them is. The one with more edges stays, so that
  /// a vertex that swallows many is not moved every time.
  mutating func contract(edge: Int) {
    var (kept, gone) = (Int(targets[2 * edge]), Int(targets[2 * edge + 1]))
    if degrees[kept] < degrees[gone] { swap(&kept, &gone) }
    histories.fix(origins[edge])
    fixedCost += costs[edge]
    remove(edge: edge)
    while first[gone] >= 0 {
      let arc = Int(first[gone])
      let (other, cost, origin) = (target(ofArc: arc), costs[arc >> 1], origins[arc >> 1])
      remove(edge: arc >> 1)
      offer(kept, other, cost: cost, origin: origin)
    }
    isPresent[gone] = false
    if isTerminal[gone] {
      isTerminal[gone] = false
      if isTerminal[kept] { terminalCount -= 1 } else { isTerminal[kept] = true }
    }
  }

  /// What is left as an instance of its own: only what is connected to the first terminal. Nil if a terminal is not.
  func compacted() -> CompactInstance? {
    guard let root = isTerminal.firstIndex(of: true) else { return nil }
    var ids = [Int32](repeating: -1, count: vertexCount)
    var vertices = [root]
    ids[root] = 0
    var position = 0
    while position < vertices.count {
      var arc = first[vertices[position]]
      position += 1
      while arc >= 0 {
        let other = Int(targets[Int(arc)])
        if ids[other] < 0 {
          ids[other] = Int32(vertices.count)
          vertices.append(other)
        }
        arc = next[Int(arc)]
      }
    }
    var edges: [Int] = []
    for edge in costs.indices where costs[edge] >= 0 && ids[Int(targets[2 * edge])] >= 0 { edges.append(edge) }
    let terminals = vertices.indices.filter { isTerminal[vertices[$0]] }
    if terminals.count < terminalCount { return nil }
    let graph = Graph(
      vertexCount: vertices.count, tails: edges.map { ids[Int(targets[2 * $0 + 1])] },
      heads: edges.map { ids[Int(targets[2 * $0])] }, costs: edges.map { costs[$0] })
    return CompactInstance(
      instance: SteinerInstance(graph: graph, marking: terminals), vertices: vertices, edges: edges,
      origins: edges.map { origins[$0] }, histories: histories, fixedCost: fixedCost)
  }
}
