/// The best tree of an instance so far.
struct Incumbent {
  let instance: SteinerInstance
  private(set) var edges: [Int] = []
  private(set) var cost = Int.max
  private var search: LocalSearch
  private var vertices: [Bool]

  init(instance: SteinerInstance, until limit: SearchLimit = .cancellation) {
    self.instance = instance
    search = LocalSearch(instance: instance, until: limit)
    vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
  }

  /// A measure of the time spent.
  var work: Int { search.work }

  /// Keeps the tree on the ends of some edges of the instance as it is, if it is cheaper than the best.
  mutating func take(_ chosen: [Int]) {
    for vertex in vertices.indices { vertices[vertex] = instance.isTerminal[vertex] }
    for edge in chosen {
      vertices[Int(instance.graph.tails[edge])] = true
      vertices[Int(instance.graph.heads[edge])] = true
    }
    var tree = RootedTree(vertexCount: instance.graph.vertexCount)
    guard tree.span(vertices, of: instance), tree.cost < cost else { return }
    cost = tree.cost
    edges = tree.edges
  }

  /// Improves the tree on the ends of some edges of the instance, which connect the terminals, and keeps it if it is
  /// cheaper than the best; whether it was.
  @discardableResult mutating func offer(_ chosen: [Int]) -> Bool {
    for vertex in vertices.indices { vertices[vertex] = instance.isTerminal[vertex] }
    for edge in chosen {
      vertices[Int(instance.graph.tails[edge])] = true
      vertices[Int(instance.graph.heads[edge])] = true
    }
    guard search.improve(vertices, of: instance), search.tree.cost < cost else { return false }
    cost = search.tree.cost
    edges = search.tree.edges
    return true
  }

  var tree: SteinerTree { SteinerTree(edges: edges, in: instance.graph) }
}
