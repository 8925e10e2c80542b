import Randomness

/// Draws many trees, improves each by local search, and combines the best of them.
///
/// New trees grow by the shortest-path heuristic from a random terminal under randomly raised costs, and are improved under
/// those before they are improved under the true ones, which leads out of the plateaus of equal costs. Two of the best are
/// combined by growing a tree under costs that favour the edges they share, and those of either over all others (Ribeiro,
/// Uchoa and Werneck 2002; Pajor, Uchoa and Werneck 2018). The same seed gives the same trees.
struct Multistart {
  /// A tree by its vertices; its edges are the cheapest that span them.
  struct Member {
    var cost: Int
    var vertices: [Int32]
    var edges: [Int]
  }

  /// The best trees found, the best first, all different.
  private(set) var pool: [Member] = []
  private let capacity: Int
  private var generator: SeededGenerator
  private var growth: ShortestPathHeuristic
  private var search: LocalSearch
  private var costs: [Int]
  private var marks: [UInt8]
  private var vertices: [Bool] = []
  private var growthWork = 0

  init(
    instance: SteinerInstance, capacity: Int = 12, generator: SeededGenerator, until limit: SearchLimit = .cancellation
  ) {
    let graph = instance.graph
    self.capacity = capacity
    self.generator = generator
    growth = ShortestPathHeuristic(vertexCount: graph.vertexCount)
    search = LocalSearch(instance: instance, until: limit)
    costs = graph.costs
    marks = [UInt8](repeating: 0, count: graph.edgeCount)
  }

  /// The cost of the best tree; nil before the first.
  var bestCost: Int? { pool.first?.cost }

  /// A measure of the time spent.
  var work: Int { growthWork + search.work }

  /// Grows and improves a tree; the first time under true costs. Returns its cost.
  @discardableResult mutating func start(_ instance: SteinerInstance) -> Int {
    let graph = instance.graph
    if pool.isEmpty {
      costs = graph.costs
    } else {
      costs = perturbed(graph, by: 64 + generator.index(256))
    }
    return grow(instance, under: costs)
  }

  /// Combines two of the best trees and improves the result. Returns its cost, or nil if there are not two.
  @discardableResult mutating func combine(_ instance: SteinerInstance) -> Int? {
    if pool.count < 2 { return nil }
    let graph = instance.graph
    let first = generator.index(pool.count)
    let second = (first + 1 + generator.index(pool.count - 1)) % pool.count
    for edge in pool[first].edges { marks[edge] += 1 }
    for edge in pool[second].edges { marks[edge] += 1 }
    for edge in costs.indices {
      switch marks[edge] {
      case 0: costs[edge] = graph.costs[edge] * 1000
      case 1: costs[edge] = graph.costs[edge] * (100 + generator.index(400))
      default: costs[edge] = graph.costs[edge]
      }
    }
    for edge in pool[first].edges { marks[edge] = 0 }
    for edge in pool[second].edges { marks[edge] = 0 }
    return grow(instance, under: perturbed(instance.graph, by: 16 + generator.index(100)))
  }

  /// Costs raised at random by up to `spread` in 512.
  private mutating func perturbed(_ graph: Graph, by spread: Int) -> [Int] {
    graph.costs.map { $0 * (512 + generator.index(spread)) }
  }

  /// Grows a tree under `costs`, improves it under the raised ones and then under the true ones.
  private mutating func grow(_ instance: SteinerInstance, under raised: [Int]) -> Int {
    let root = instance.terminals[generator.index(instance.terminals.count)]
    vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    growthWork += 60 * growth.grow(from: root, in: instance, costs: costs, into: &vertices) + 8 * costs.count
    guard search.improve(vertices, of: SteinerInstance(instance, costs: raised)) else { return Int.max }
    return improve(search.tree.contains, of: instance) ?? Int.max
  }

  /// Improves the tree on some vertices and keeps it if it is among the best. Returns its cost, or nil if they do not
  /// connect the terminals.
  @discardableResult mutating func improve(_ vertices: [Bool], of instance: SteinerInstance) -> Int? {
    guard search.improve(vertices, of: instance) else { return nil }
    keep(search.tree)
    return search.tree.cost
  }

  private mutating func keep(_ tree: RootedTree) {
    if pool.count == capacity, let worst = pool.last, tree.cost >= worst.cost { return }
    let vertices = tree.order.sorted()
    if pool.contains(where: { $0.cost == tree.cost && $0.vertices == vertices }) { return }
    let member = Member(cost: tree.cost, vertices: vertices, edges: tree.edges)
    let place = pool.firstIndex { $0.cost > tree.cost } ?? pool.count
    pool.insert(member, at: place)
    if pool.count > capacity { pool.removeLast() }
  }
}
