/// Cables from the root as they are laid: a rooted tree of places, where the same vertex may stand several times, once for
/// each cable that passes it.
struct CableTree {
  /// A place on a cable.
  struct Node {
    /// The vertex of the candidate network.
    var vertex: Int
    /// The node upstream, by its place in the list; -1 at the root.
    var parent: Int
    /// What the cable from there costs.
    var cost: Int
    /// The edges of the network from there.
    var edges: [Int]
    /// The village that is connected here, -1 for none.
    var village = -1
  }

  /// The root is the first; the others are in no order.
  var nodes: [Node]

  /// The tree of some edges of the network that connects some villages. O(n).
  init(edges: [Int], of graph: VillageGraph, connecting villages: [Int]) {
    self.init(edges: edges, of: graph, connecting: villages) { edge, _, end in ([edge], end) }
  }

  /// The tree of some edges of a closure.
  init(edges: [Int], of closure: BranchingClosure, connecting villages: [Int]) {
    var search = closure.search
    self.init(edges: edges, of: closure.villages, connecting: villages) { _, start, end in
      (closure.path(from: start, to: end, using: &search), Int(closure.places[end]))
    }
  }

  private init(
    edges: [Int], of villageGraph: VillageGraph, connecting villages: [Int],
    origin: (_ edge: Int, _ vertex: Int, _ end: Int) -> (edges: [Int], vertex: Int)
  ) {
    let graph = villageGraph.graph
    var incident: [Int: [Int]] = [:]
    for edge in edges.sorted() {
      incident[Int(graph.tails[edge]), default: []].append(edge)
      incident[Int(graph.heads[edge]), default: []].append(edge)
    }
    nodes = [Node(vertex: CandidateNetwork.root, parent: -1, cost: 0, edges: [])]
    var vertices = [CandidateNetwork.root]
    var arrivals = [-1]
    var nodeAt = [CandidateNetwork.root: 0]
    var position = 0
    while position < nodes.count {
      let vertex = vertices[position]
      for edge in incident[vertex, default: []] where edge != arrivals[position] {
        let end = Int(graph.tails[edge]) ^ Int(graph.heads[edge]) ^ vertex
        let (path, place) = origin(edge, vertex, end)
        nodeAt[end] = nodes.count
        nodes.append(Node(vertex: place, parent: position, cost: graph.costs[edge], edges: path))
        vertices.append(end)
        arrivals.append(edge)
      }
      position += 1
    }
    for village in villages {
      if let node = nodeAt[villageGraph.vertex(of: village)], node > 0 { nodes[node].village = village }
    }
  }

  /// What all cables cost.
  var cost: Int { nodes.reduce(0) { $0 + $1.cost } }

  /// The villages connected, ascending.
  var villages: [Int] { nodes.map(\.village).filter { $0 >= 0 }.sorted() }

  /// The nodes, every one after the one upstream, and the others by their place.
  var order: [Int] {
    let below = children
    var order = [0]
    var position = 0
    while position < order.count {
      order.append(contentsOf: below[order[position]])
      position += 1
    }
    return order
  }

  /// Lays a cable of its own, side by side with the first, for every branch where cables may not branch, from the next
  /// place upstream where they may. O(n) for the nodes there are then.
  mutating func split(mayBranch: [Bool]) {
    var below = children
    for index in order.reversed() where index > 0 && !mayBranch[nodes[index].vertex] {
      for child in below[index].dropFirst() {
        var copy = nodes[index]
        copy.village = -1
        nodes[child].parent = nodes.count
        below[copy.parent].append(nodes.count)
        below.append([child])
        nodes.append(copy)
      }
      below[index] = Array(below[index].prefix(1))
    }
  }

  /// Joins the cables before and behind each node that is only passed: no village, one cable on, no place to branch.
  mutating func contract(mayBranch: [Bool]) {
    let below = children
    var isKept = [Bool](repeating: true, count: nodes.count)
    for index in order where index > 0 && nodes[index].village < 0 {
      guard below[index].count == 1, !mayBranch[nodes[index].vertex] else { continue }
      let child = below[index][0]
      nodes[child].parent = nodes[index].parent
      nodes[child].cost += nodes[index].cost
      nodes[child].edges = nodes[index].edges + nodes[child].edges
      isKept[index] = false
    }
    keep(isKept)
  }

  /// The nodes below each.
  var children: [[Int]] {
    var below = [[Int]](repeating: [], count: nodes.count)
    for index in nodes.indices.dropFirst() { below[nodes[index].parent].append(index) }
    return below
  }

  /// Leaves out what is not marked, and numbers the rest anew.
  mutating func keep(_ isKept: [Bool]) {
    var numbers = [Int](repeating: -1, count: nodes.count)
    var kept: [Node] = []
    for index in order where isKept[index] {
      numbers[index] = kept.count
      var node = nodes[index]
      if node.parent >= 0 { node.parent = numbers[node.parent] }
      kept.append(node)
    }
    nodes = kept
  }
}
