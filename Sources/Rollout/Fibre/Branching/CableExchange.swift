/// Makes cables that branch only where they may cheaper: moves the upper end of a cable to a place nearby, or lets it pass a
/// village on its way, until nothing gains.
struct CableExchange {
  private let closure: BranchingClosure
  private let mayBranch: [Bool]
  private var search: CableSearch
  private var tree: CableTree
  private var below: [Int]
  /// The nodes at each place of the closure.
  private var nodesAt: [[Int]]

  /// The most passes over all cables.
  private static let passCount = 20

  private init(_ tree: CableTree, _ closure: BranchingClosure, mayBranch: [Bool]) {
    self.closure = closure
    self.mayBranch = mayBranch
    self.tree = tree
    search = closure.search
    below = tree.children.map(\.count)
    nodesAt = [[Int]](repeating: [], count: closure.places.count)
    for (index, node) in tree.nodes.enumerated() where closure.numbers[node.vertex] >= 0 {
      nodesAt[Int(closure.numbers[node.vertex])].append(index)
    }
  }

  /// The tree with what gains exchanged; `mayBranch` has one for each vertex of the network.
  static func improve(_ tree: CableTree, over closure: BranchingClosure, mayBranch: [Bool]) -> CableTree {
    var tree = tree
    tree.split(mayBranch: mayBranch)
    tree.contract(mayBranch: mayBranch)
    var exchange = CableExchange(tree, closure, mayBranch: mayBranch)
    exchange.run()
    tree = exchange.tree
    tree.dropBareEnds()
    return tree
  }

  private mutating func run() {
    for _ in 0..<Self.passCount where !Task.isCancelled {
      var hasGained = false
      for node in tree.nodes.indices.dropFirst() where moveUpperEnd(of: node) { hasGained = true }
      if !hasGained { return }
    }
  }

  /// Feeds a cable from the place that saves most, if one saves anything.
  private mutating func moveUpperEnd(of index: Int) -> Bool {
    let node = tree.nodes[index]
    let place = Int(closure.numbers[node.vertex])
    if place < 0 { return false }
    let graph = closure.villages.graph
    var best: (gain: Int, to: Int, cost: Int)?
    for position in graph.linkRange(place) {
      let link = graph.links[position]
      let cost = link.cost
      let gain = node.cost - cost
      if gain <= best?.gain ?? 0 { continue }
      for other in nodesAt[Int(link.vertex)] where other != node.parent && isFree(other) && !isBelow(other, index) {
        best = (gain, other, cost)
        break
      }
    }
    guard let best else { return false }
    below[node.parent] -= 1
    below[best.to] += 1
    tree.nodes[index].parent = best.to
    tree.nodes[index].cost = best.cost
    let start = Int(closure.numbers[tree.nodes[best.to].vertex])
    tree.nodes[index].edges = closure.path(from: start, to: place, using: &search)
    return true
  }

  /// Whether a cable may start at a node: where it may branch, or where one ends.
  private func isFree(_ index: Int) -> Bool { mayBranch[tree.nodes[index].vertex] || below[index] == 0 }

  /// Whether a node is downstream of another, or that one itself.
  private func isBelow(_ index: Int, _ upper: Int) -> Bool {
    var index = index
    while index >= 0 {
      if index == upper { return true }
      index = tree.nodes[index].parent
    }
    return false
  }
}

extension CableTree {
  /// Leaves out cables that end at no village.
  mutating func dropBareEnds() {
    let order = order
    var isKept = nodes.map { $0.village >= 0 }
    isKept[0] = true
    for index in order.reversed() where index > 0 && isKept[index] { isKept[nodes[index].parent] = true }
    keep(isKept)
  }
}
