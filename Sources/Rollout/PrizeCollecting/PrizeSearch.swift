/// Improves a tree of a prize-collecting instance until nothing gains: takes in what is worth its way, exchanges paths by
/// `LocalSearch`, and cuts off what is not worth its cost.
struct PrizeSearch {
  private let instance: PrizeInstance
  /// The best tree's edges, its vertices and value.
  private(set) var edges: [Int] = []
  private(set) var value = Int.min
  private(set) var work = 0
  private var nearest: NearestBases
  private var subtree: ProfitableSubtree
  private var tree: RootedTree
  private var vertices: [Bool]
  private let limit: SearchLimit

  init(instance: PrizeInstance, until limit: SearchLimit = .cancellation) {
    self.instance = instance
    self.limit = limit
    let count = instance.graph.vertexCount
    nearest = NearestBases(vertexCount: count)
    subtree = ProfitableSubtree(vertexCount: count)
    tree = RootedTree(vertexCount: count)
    vertices = [Bool](repeating: false, count: count)
  }

  /// Starts from the tree on some vertices, the root's component among them. `prizes` decide, one per vertex, and may
  /// differ from the instance's to lead elsewhere; the value kept is always by the instance's own. When it is late, only a first
  /// tree takes in what is worth its way.
  mutating func improve(_ start: [Bool], prizes: [Int]) {
    vertices = start
    guard spanAndPrune(prizes) else { return }
    var last = worth(prizes)
    var best = tree
    while !limit.isLate || value == Int.min {
      if limit.isLate { vertices = tree.contains } else { exchange(prizes) }
      extend(prizes)
      guard spanAndPrune(prizes) else { break }
      let new = worth(prizes)
      if new <= last { break }
      let gain = new - last
      last = new
      best = tree
      if limit.isLate { break }
      if instance.graph.edgeCount > LocalSearch.largeEdgeCount, gain < abs(new) / 10_000 { break }
    }
    tree = best
    keep()
  }

  private func worth(_ prizes: [Int]) -> Int { tree.order.reduce(0) { $0 + prizes[Int($1)] } - tree.cost }

  /// The cheapest tree on `vertices`, less what is not worth its cost; false if it misses a required vertex.
  private mutating func spanAndPrune(_ prizes: [Int]) -> Bool {
    let core = instance.core
    let goal = spanned(by: vertices, prizes)
    guard tree.span(vertices, of: goal, from: instance.root) else { return false }
    for vertex in vertices.indices { vertices[vertex] = false }
    _ = subtree.prune(tree, of: core, prizes: prizes, isKept: &vertices)
    work += tree.order.count * 4 + instance.graph.vertexCount
    let kept = spanned(by: vertices, prizes)
    return tree.span(vertices, of: kept, from: instance.root)
  }

  /// The instance whose terminals are the vertices with prizes among those marked, and the required.
  private func spanned(by marks: [Bool], _ prizes: [Int]) -> SteinerInstance {
    let extra = marks.indices.filter { marks[$0] && prizes[$0] > 0 }
    return SteinerInstance(graph: instance.graph, marking: instance.core.terminals + extra)
  }

  private mutating func exchange(_ prizes: [Int]) {
    let goal = spanned(by: tree.contains, prizes)
    var search = LocalSearch(instance: goal, until: limit)
    if search.improve(tree.contains, of: goal) {
      vertices = search.tree.contains
    } else {
      vertices = tree.contains
    }
    work += search.work + instance.graph.edgeCount / 4
  }

  /// Adds the ways to vertices outside whose prizes along the way pay for it, the most profitable first.
  private mutating func extend(_ prizes: [Int]) {
    let graph = instance.graph
    nearest.find(in: graph, isBase: vertices)
    work += graph.edgeCount + graph.vertexCount
    var gains: [(gain: Int, vertex: Int)] = []
    for vertex in 0..<graph.vertexCount where prizes[vertex] > 0 && !vertices[vertex] && nearest[vertex].base >= 0 {
      let gain = gainOfWay(to: vertex, prizes)
      if gain > 0 { gains.append((gain, vertex)) }
    }
    gains.sort { ($0.gain, $1.vertex) > ($1.gain, $0.vertex) }
    for (_, vertex) in gains where gainOfWay(to: vertex, prizes) > 0 {
      var vertex = vertex
      while !vertices[vertex] {
        vertices[vertex] = true
        vertex = graph.source(ofArc: Int(nearest[vertex].arc))
      }
    }
  }

  private mutating func gainOfWay(to vertex: Int, _ prizes: [Int]) -> Int {
    let graph = instance.graph
    var gain = 0
    var vertex = vertex
    while !vertices[vertex] {
      let arc = Int(nearest[vertex].arc)
      gain += prizes[vertex] - graph.costs[arc >> 1]
      vertex = graph.source(ofArc: arc)
      work += 1
    }
    return gain
  }

  /// Keeps the tree, less what does not pay by the instance's own prizes, if it is the best.
  private mutating func keep() {
    vertices = tree.contains
    guard spanAndPrune(instance.prizes) else { return }
    let new = worth(instance.prizes)
    if new > value {
      value = new
      edges = tree.edges
    }
  }
}
