/// A lower bound on the cost of every tree that connects the terminals: dual ascent (Wong 1984) on the directed cut
/// formulation.
///
/// Some terminal not yet reached from the root has a set of vertices from which it is reached over arcs of reduced cost
/// zero. Every tree pays for one arc into the set, so the least reduced cost among those arcs is added to the bound and
/// taken from all of them; until all terminals are reached. Sets with few arcs go first (Polzin and Vahdati Daneshmand
/// 2001; Pajor, Uchoa and Werneck 2018), which gives better bounds than any fixed order.
///
/// What is left of the costs says more: a tree over an arc costs at least the bound plus the reduced cost of the arc.
///
/// Vertices may also be worth a **prize** instead of being required; then the bound is on the cost and the prizes missed
/// together. A prize is an arc from the root to a terminal behind its vertex (the transformation of Ljubić et al. 2006): the
/// sets of that terminal can be raised until the prize is used up.
struct DualAscent {
  /// No tree costs less.
  private(set) var bound = 0
  /// One per arc, at least zero.
  private(set) var reducedCosts: [Int]
  /// What is left of each vertex's prize: a tree without the vertex misses at least as much on top of the bound.
  private(set) var remainingPrizes: [Int] = []
  /// How many arcs were looked at.
  private(set) var work = 0
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  /// Required terminals that wait; sets that meet one of them need not be raised.
  private var isActive: [Bool]
  private var isOptional = false
  private var members: [Int32] = []
  private var cut: [Int32] = []
  private var heap = VertexHeap()

  init(instance: SteinerInstance) {
    reducedCosts = [Int](repeating: 0, count: 2 * instance.graph.edgeCount)
    stamps = [Int32](repeating: 0, count: instance.graph.vertexCount)
    isActive = instance.isTerminal
  }

  /// Raises the bound as far as it goes, from a terminal as the root. `slack` says by how many percent a set may have
  /// more arcs than the smallest waiting one and still go on. `prizes`, one per vertex or none at all, are those of
  /// vertices that are no terminals.
  mutating func ascend(_ instance: SteinerInstance, root: Int, prizes: [Int] = [], slackPercent: Int = 25) {
    let graph = instance.graph
    bound = 0
    remainingPrizes = prizes
    for edge in 0..<graph.edgeCount {
      reducedCosts[2 * edge] = graph.costs[edge]
      reducedCosts[2 * edge + 1] = graph.costs[edge]
    }
    isActive = instance.isTerminal
    heap.removeAll()
    for terminal in instance.terminals where terminal != root { heap.push(graph.linkRange(terminal).count, terminal) }
    for vertex in prizes.indices where prizes[vertex] > 0 && vertex != root && !instance.isTerminal[vertex] {
      heap.push(graph.linkRange(vertex).count, vertex)
    }
    while let entry = heap.pop() {
      let terminal = Int(entry.vertex)
      isOptional = !instance.isTerminal[terminal]
      guard startCut(of: terminal, graph, root: root) else {
        isActive[terminal] = false
        continue
      }
      if let next = heap.first, cut.count > next.key, cut.count > entry.key {
        heap.push(cut.count, terminal)
        continue
      }
      if raise(terminal, graph, root: root, slackPercent: slackPercent) {
        heap.push(cut.count, terminal)
      } else {
        isActive[terminal] = false
      }
    }
  }

  /// Collects the vertices that reach a terminal for nothing, and the arcs into them; false if one of them is the root or
  /// a terminal that is raised itself.
  private mutating func startCut(of terminal: Int, _ graph: Graph, root: Int) -> Bool {
    stamp += 1
    members.removeAll(keepingCapacity: true)
    cut.removeAll(keepingCapacity: true)
    stamps[terminal] = stamp
    members.append(Int32(terminal))
    guard grow(from: 0, graph, root: root) else { return false }
    dropInnerArcs(graph)
    return true
  }

  /// Takes in what reaches `members[position...]` for nothing.
  private mutating func grow(from position: Int, _ graph: Graph, root: Int) -> Bool {
    var position = position
    while position < members.count {
      let vertex = Int(members[position])
      position += 1
      let range = graph.linkRange(vertex)
      work += range.count
      for place in range {
        let link = graph.links[place]
        let source = Int(link.vertex)
        if stamps[source] == stamp { continue }
        let arc = Int(link.arc ^ 1)
        if reducedCosts[arc] > 0 {
          cut.append(Int32(arc))
          continue
        }
        if source == root || isActive[source] { return false }
        stamps[source] = stamp
        members.append(link.vertex)
      }
    }
    return true
  }

  private mutating func dropInnerArcs(_ graph: Graph) {
    var kept = 0
    for position in cut.indices where stamps[graph.source(ofArc: Int(cut[position]))] != stamp {
      cut[kept] = cut[position]
      kept += 1
    }
    work += cut.count
    cut.removeLast(cut.count - kept)
  }

  /// Raises one terminal until its set meets another (false) or has become too large to go first (true).
  private mutating func raise(_ terminal: Int, _ graph: Graph, root: Int, slackPercent: Int) -> Bool {
    let limit = heap.first.map { max($0.key, cut.count) * (100 + slackPercent) / 100 } ?? Int.max
    while true {
      var least = Int.max
      for arc in cut { least = min(least, reducedCosts[Int(arc)]) }
      if isOptional { least = min(least, remainingPrizes[terminal]) }
      if least == Int.max { return false }
      bound += least
      let old = members.count
      var meets = false
      for arc in cut {
        reducedCosts[Int(arc)] -= least
        if reducedCosts[Int(arc)] > 0 { continue }
        let source = graph.source(ofArc: Int(arc))
        if stamps[source] == stamp { continue }
        if source == root || isActive[source] { meets = true }
        stamps[source] = stamp
        members.append(Int32(source))
      }
      work += 2 * cut.count
      if meets { return false }
      if isOptional {
        remainingPrizes[terminal] -= least
        if remainingPrizes[terminal] == 0 { return false }
      }
      if !grow(from: old, graph, root: root) { return false }
      dropInnerArcs(graph)
      if cut.count > limit { return true }
    }
  }
}
