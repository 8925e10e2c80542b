import Randomness

@testable import Rollout

/// Small instances drawn from a seed, connected, some with edges that cost nothing or stand twice.
enum RandomInstances {
  static func instance(seed: UInt64, vertices: ClosedRange<Int> = 4...11, terminals: ClosedRange<Int> = 2...6) throws
    -> SteinerInstance
  {
    var generator = SeededGenerator(seed: seed)
    let graph = try graph(&generator, vertices: vertices)
    let wanted = min(graph.vertexCount, terminals.lowerBound + generator.index(terminals.count))
    var order = Array(0..<graph.vertexCount)
    order.shuffle(using: &generator)
    return try SteinerInstance(graph: graph, terminals: Array(order.prefix(wanted)))
  }

  static func graph(_ generator: inout SeededGenerator, vertices: ClosedRange<Int>) throws -> Graph {
    let count = vertices.lowerBound + generator.index(vertices.count)
    let dearest = [1, 3, 10, 100][generator.index(4)]
    let lowest = generator.chance(0.2) ? 0 : 1
    func cost() -> Int { lowest + generator.index(dearest) }
    var edges: [Graph.Edge] = []
    for vertex in 1..<count { edges.append(.init(generator.index(vertex), vertex, cost: cost())) }
    for _ in 0..<generator.index(2 * count + 1) {
      edges.append(.init(generator.index(count), generator.index(count), cost: cost()))
    }
    return try Graph(vertexCount: count, edges: edges)
  }

  /// The least cost of a tree that connects the terminals, by trying every set of other vertices; nil for none.
  static func leastCost(_ instance: SteinerInstance) -> Int {
    let others = (0..<instance.graph.vertexCount).filter { !instance.isTerminal[$0] }
    var best = Int.max
    for choice in 0..<(1 << others.count) {
      var allowed = instance.isTerminal
      for (bit, vertex) in others.enumerated() where choice >> bit & 1 == 1 { allowed[vertex] = true }
      best = min(best, spanningCost(instance.graph, allowed) ?? Int.max)
    }
    return best
  }

  /// The least cost of a tree on exactly these vertices (Kruskal); nil if they are not connected.
  static func spanningCost(_ graph: Graph, _ allowed: [Bool]) -> Int? {
    var labels = Array(0..<graph.vertexCount)
    var cost = 0
    var missing = allowed.count { $0 } - 1
    for edge in (0..<graph.edgeCount).map(graph.edge).sorted(by: { $0.cost < $1.cost })
    where allowed[edge.tail] && allowed[edge.head] && labels[edge.tail] != labels[edge.head] {
      let (old, new) = (labels[edge.tail], labels[edge.head])
      for vertex in labels.indices where labels[vertex] == old { labels[vertex] = new }
      cost += edge.cost
      missing -= 1
    }
    return missing == 0 ? cost : nil
  }
}
