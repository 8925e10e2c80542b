/// Makes trees fit a budget: cuts off what brings least for its cost, and spends what is left on what brings most.
struct BudgetTree {
  private let instance: PrizeInstance
  private let budget: Int
  private let isLarge: Bool
  private let limit: SearchLimit
  private var tree: RootedTree
  private var nearest: NearestBases
  private var vertices: [Bool]
  /// What the subtree of each vertex of the tree brings and, with the edge above it, costs.
  private var prizes: [Int]
  private var costs: [Int]
  private var isBound: [Bool]
  /// The edges of the best tree within the budget, its prize and cost.
  private(set) var edges: [Int] = []
  private(set) var prize = -1
  private(set) var cost = 0
  private(set) var work = 0

  init(
    instance: PrizeInstance, budget: Int, until limit: SearchLimit, largeEdgeCount: Int = LocalSearch.largeEdgeCount
  ) {
    self.limit = limit
    isLarge = instance.graph.edgeCount > largeEdgeCount
    self.instance = instance
    self.budget = budget
    let count = instance.graph.vertexCount
    tree = RootedTree(vertexCount: count)
    nearest = NearestBases(vertexCount: count)
    vertices = [Bool](repeating: false, count: count)
    prizes = [Int](repeating: 0, count: count)
    costs = prizes
    isBound = vertices
  }

  /// Fits a tree from the root into the budget, and keeps it if it brings more than the best, or as much for less.
  ///
  /// On large graphs it is shortened once.
  mutating func offer(_ chosen: [Int]) {
    mark(chosen)
    guard span() else { return }
    var last = -1
    var rounds = 0
    while true {
      guard trim() else { return }
      fill()
      let reached = tree.order.reduce(0) { $0 + instance.prizes[Int($1)] }
      if reached <= last { break }
      last = reached
      keep(reached)
      rounds += 1
      if limit.isLate || (rounds > 1 && isLarge) { break }
      shorten()
    }
  }

  /// Keeps a tree as it is, without what brings nothing, if it is within the budget and better than the best.
  mutating func take(_ chosen: [Int]) {
    mark(chosen)
    if span() { keep(tree.order.reduce(0) { $0 + instance.prizes[Int($1)] }) }
  }

  private mutating func mark(_ chosen: [Int]) {
    for vertex in vertices.indices { vertices[vertex] = instance.core.isTerminal[vertex] }
    for edge in chosen {
      vertices[Int(instance.graph.tails[edge])] = true
      vertices[Int(instance.graph.heads[edge])] = true
    }
  }

  private mutating func keep(_ reached: Int) {
    guard tree.cost <= budget else { return }
    if reached > prize || (reached == prize && tree.cost < cost) {
      (prize, cost) = (reached, tree.cost)
      edges = tree.edges
    }
  }

  /// The cheapest tree on `vertices`, without leaves that bring nothing.
  private mutating func span() -> Bool {
    let goal = spanned(vertices)
    work += instance.graph.vertexCount
    return tree.span(vertices, of: goal, from: instance.root)
  }

  private func spanned(_ marks: [Bool]) -> SteinerInstance {
    let extra = marks.indices.filter { marks[$0] && instance.prizes[$0] > 0 }
    return SteinerInstance(graph: instance.graph, marking: instance.core.terminals + extra)
  }

  /// Cuts off the subtrees that bring least for their cost until the rest fits; false if what is required does not.
  private mutating func trim() -> Bool {
    while tree.cost > budget {
      describe()
      var branches = tree.order.map(Int.init).filter { tree.parentArcs[$0] >= 0 && !isBound[$0] && costs[$0] > 0 }
      if branches.isEmpty { return false }
      branches.sort { isPoorer($0, $1) }
      vertices = tree.contains
      // Half of what is too much at a time, so that what is left is judged anew.
      let excess = tree.cost - budget
      var cut = 0
      for branch in branches where vertices[branch] && cut * 2 < excess {
        if cut > 0, costs[branch] > 2 * (excess - cut) { continue }
        cut += remove(branch)
      }
      guard span() else { return false }
    }
    return true
  }

  /// Whether the subtree of one vertex brings less for its cost than that of another.
  private func isPoorer(_ first: Int, _ second: Int) -> Bool {
    let left = Double(prizes[first]) * Double(costs[second])
    let right = Double(prizes[second]) * Double(costs[first])
    if left != right { return left < right }
    return costs[first] != costs[second] ? costs[first] < costs[second] : first < second
  }

  private mutating func describe() {
    let graph = instance.graph
    for vertex in tree.order {
      prizes[Int(vertex)] = instance.prizes[Int(vertex)]
      costs[Int(vertex)] = 0
      isBound[Int(vertex)] = instance.core.isTerminal[Int(vertex)]
    }
    for vertex in tree.order.reversed() {
      let vertex = Int(vertex)
      let arc = Int(tree.parentArcs[vertex])
      if arc < 0 { continue }
      let parent = graph.source(ofArc: arc)
      costs[vertex] += graph.costs[arc >> 1]
      prizes[parent] += prizes[vertex]
      costs[parent] += costs[vertex]
      if isBound[vertex] { isBound[parent] = true }
    }
    work += tree.order.count * 8
  }

  /// Unmarks a vertex and all below it; returns what that saves.
  private mutating func remove(_ top: Int) -> Int {
    let graph = instance.graph
    var saved = 0
    vertices[top] = false
    saved += graph.costs[Int(tree.parentArcs[top]) >> 1]
    var waiting = [top]
    while let vertex = waiting.popLast() {
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        if vertices[next], tree.parentArcs[next] == link.arc {
          vertices[next] = false
          saved += link.cost
          waiting.append(next)
        }
      }
    }
    return saved
  }

  /// Spends what is left of the budget on the ways that bring most for their cost.
  private mutating func fill() {
    let graph = instance.graph
    vertices = tree.contains
    var rest = budget - tree.cost
    nearest.find(in: graph, isBase: vertices)
    work += graph.vertexCount + graph.edgeCount
    while true {
      var added: [Int] = []
      var ways: [(ratio: Double, vertex: Int)] = []
      for vertex in 0..<graph.vertexCount where instance.prizes[vertex] > 0 && !vertices[vertex] {
        if nearest[vertex].base < 0 || nearest[vertex].distance > rest { continue }
        let way = wayTo(vertex)
        ways.append((Double(way.prize) / Double(max(1, way.cost)), vertex))
      }
      ways.sort { ($0.ratio, $1.vertex) > ($1.ratio, $0.vertex) }
      for (_, vertex) in ways where !vertices[vertex] {
        let way = wayTo(vertex)
        if way.cost > rest { continue }
        rest -= way.cost
        var next = vertex
        while !vertices[next] {
          vertices[next] = true
          added.append(next)
          next = graph.source(ofArc: Int(nearest[next].arc))
        }
      }
      if added.isEmpty { break }
      let before = nearest.settledCount
      nearest.add(added, in: graph)
      work += 2 * (nearest.settledCount - before) + graph.vertexCount / 8
    }
    _ = span()
  }

  private func wayTo(_ vertex: Int) -> (cost: Int, prize: Int) {
    let graph = instance.graph
    var (cost, prize) = (0, 0)
    var vertex = vertex
    while !vertices[vertex] {
      let arc = Int(nearest[vertex].arc)
      cost += graph.costs[arc >> 1]
      prize += instance.prizes[vertex]
      vertex = graph.source(ofArc: arc)
    }
    return (cost, prize)
  }

  /// Reaches the same for less.
  private mutating func shorten() {
    let goal = spanned(tree.contains)
    var search = LocalSearch(instance: goal, until: limit)
    if search.improve(tree.contains, of: goal) {
      vertices = search.tree.contains
      _ = span()
    }
    work += search.work
  }
}
