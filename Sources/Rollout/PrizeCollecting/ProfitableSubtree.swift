/// Cuts off a tree every branch that costs more than it brings (strong pruning; Johnson, Minkoff and Phillips 2000).
///
/// The best subtree with the root by dynamic programming from the leaves up; linear.
struct ProfitableSubtree {
  private var worths: [Int]

  init(vertexCount: Int) { worths = [Int](repeating: 0, count: vertexCount) }

  /// Marks in `isKept` what is left of a tree around its root; the terminals of `instance` stay. Returns the value of
  /// what is left.
  mutating func prune(
    _ tree: RootedTree, of instance: SteinerInstance, prizes: [Int], isKept: inout [Bool]
  ) -> Int {
    let graph = instance.graph
    for vertex in tree.order {
      worths[Int(vertex)] = prizes[Int(vertex)]
      isKept[Int(vertex)] = instance.isTerminal[Int(vertex)]
    }
    // Upwards: what each branch is worth, and whether a terminal hangs on it.
    for vertex in tree.order.reversed() {
      let vertex = Int(vertex)
      let arc = Int(tree.parentArcs[vertex])
      guard arc >= 0 else { continue }
      let parent = graph.source(ofArc: arc)
      let worth = worths[vertex] - graph.costs[arc >> 1]
      if isKept[vertex] { isKept[parent] = true }
      if isKept[vertex] || worth > 0 { worths[parent] += worth }
    }
    // Downwards: what is connected to the root by branches worth their cost.
    var value = 0
    for vertex in tree.order {
      let vertex = Int(vertex)
      let arc = Int(tree.parentArcs[vertex])
      guard arc >= 0 else {
        isKept[vertex] = true
        value += prizes[vertex]
        continue
      }
      let isWorth = isKept[vertex] || worths[vertex] > graph.costs[arc >> 1]
      isKept[vertex] = isWorth && isKept[graph.source(ofArc: arc)]
      if isKept[vertex] { value += prizes[vertex] - graph.costs[arc >> 1] }
    }
    return value
  }
}
