/// A lower bound on the cost of every tree that connects the terminals: dual ascent (Wong 1984) on the directed cut
/// formulation.
///
/// Some terminal not yet reached from the root has a set of vertices from which it is reached over arcs of reduced cost
/// zero. Every tree pays for one arc into the set, so the least reduced cost among those arcs is added to the bound and
/// taken from all of them; until all terminals are reached. Sets with few arcs go first (Polzin and Vahdati Daneshmand
/// 2001; Pajor, Uchoa and Werneck 2018), which gives better bounds than any fixed order.
///
/// What is left of the costs says more: a tree over an arc costs at least the bound plus the reduced cost of the arc. Both
/// hold after every raise, so an ascent that is stopped early has a bound like any other, only a lower one.
///
/// Vertices may also be worth a **prize** instead of being required; then the bound is on the cost and the prizes missed
/// together. A prize is an arc from the root to a terminal behind its vertex (the transformation of Ljubić et al. 2006): the
/// sets of that terminal can be raised until the prize is used up.
struct DualAscent {
  /// What is left of the cost of an arc; those into a vertex stand side by side, in the order of its links.
  private struct Entrance {
    var cost: Int
    var source: Int32
  }

  /// No tree costs less.
  private(set) var bound = 0
  /// One per arc, at least zero.
  private(set) var reducedCosts: [Int]
  /// What is left of each vertex's prize: a tree without the vertex misses at least as much on top of the bound.
  private(set) var remainingPrizes: [Int] = []
  /// How many arcs were looked at.
  private(set) var work = 0
  /// Whether the last ascent was stopped before all terminals were reached.
  private(set) var wasStopped = false
  private var entrances: [Entrance] = []
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  /// Required terminals that wait; sets that meet one of them need not be raised.
  private var isActive: [Bool]
  private var isOptional = false
  /// Vertices with prizes that wait; one whose set meets another of them sleeps until that one is done.
  private var isAwake: [Bool] = []
  private var metVertex = -1
  private var sleepers = SleeperLists()
  private var members: [Int32] = []
  /// The entrances into the members from outside.
  private var cut: [Int32] = []
  private var heap = VertexHeap()
  private var nextLook = 0
  /// After how many arcs the limit is looked at: some hundredths of a second.
  var workPerLook = 1_000_000

  init(instance: SteinerInstance) {
    reducedCosts = [Int](repeating: 0, count: 2 * instance.graph.edgeCount)
    stamps = [Int32](repeating: 0, count: instance.graph.vertexCount)
    isActive = instance.isTerminal
  }

  /// Raises the bound as far as it goes, from a terminal as the root, or until it is late. `slack` says by how many percent a
  /// set may have more arcs than the smallest waiting one and still go on. `prizes`, one per vertex or none at all, are those
  /// of vertices that are no terminals.
  mutating func ascend(
    _ instance: SteinerInstance, root: Int, prizes: [Int] = [], slackPercent: Int = 25,
    until limit: SearchLimit = .cancellation
  ) {
    prepare(instance, root: root, prizes: prizes)
    let graph = instance.graph
    while !isLate(limit), let entry = heap.pop() {
      let terminal = Int(entry.vertex)
      isOptional = !instance.isTerminal[terminal]
      metVertex = -1
      if isOptional { isAwake[terminal] = false }
      guard startCut(of: terminal, graph, root: root) else {
        leave(terminal)
        continue
      }
      if let next = heap.first, cut.count > next.key, cut.count > entry.key {
        wait(terminal)
      } else if raise(terminal, graph, root: root, slackPercent: slackPercent, until: limit) {
        wait(terminal)
      } else {
        leave(terminal)
      }
    }
    for place in graph.links.indices { reducedCosts[Int(graph.links[place].arc ^ 1)] = entrances[place].cost }
  }

  private mutating func prepare(_ instance: SteinerInstance, root: Int, prizes: [Int]) {
    let graph = instance.graph
    bound = 0
    wasStopped = false
    nextLook = work
    remainingPrizes = prizes
    // Loops have no entrance and keep their cost.
    for edge in 0..<graph.edgeCount {
      reducedCosts[2 * edge] = graph.costs[edge]
      reducedCosts[2 * edge + 1] = graph.costs[edge]
    }
    entrances.removeAll(keepingCapacity: true)
    entrances.reserveCapacity(graph.links.count)
    for link in graph.links { entrances.append(Entrance(cost: link.cost, source: link.vertex)) }
    isActive = instance.isTerminal
    heap.removeAll()
    for terminal in instance.terminals where terminal != root { heap.push(graph.linkRange(terminal).count, terminal) }
    isAwake = [Bool](repeating: false, count: prizes.count)
    sleepers = SleeperLists(count: prizes.count)
    for vertex in prizes.indices where prizes[vertex] > 0 && vertex != root && !instance.isTerminal[vertex] {
      isAwake[vertex] = true
      heap.push(graph.linkRange(vertex).count, vertex)
    }
  }

  /// Looks now and then whether it is late.
  private mutating func isLate(_ limit: SearchLimit) -> Bool {
    if work >= nextLook, !wasStopped {
      nextLook = work + workPerLook
      wasStopped = limit.isLate
    }
    return wasStopped
  }

  private mutating func wait(_ terminal: Int) {
    if isOptional { isAwake[terminal] = true }
    heap.push(cut.count, terminal)
  }

  /// A terminal is done, or sleeps because its set met a waiting vertex with a prize.
  private mutating func leave(_ terminal: Int) {
    guard isOptional else {
      isActive[terminal] = false
      return
    }
    if metVertex >= 0, remainingPrizes[terminal] > 0 {
      sleepers.add(terminal, behind: metVertex)
    } else if let next = sleepers.wakeFirst(behind: terminal) {
      isAwake[next] = true
      heap.push(0, next)
    }
  }

  /// Whether a set has grown to something that is raised itself.
  @inline(__always) private mutating func meets(_ vertex: Int, root: Int) -> Bool {
    if vertex == root || isActive[vertex] {
      metVertex = -1
      return true
    }
    if isOptional, isAwake[vertex] {
      metVertex = vertex
      return true
    }
    return false
  }

  /// Collects the vertices that reach a terminal for nothing, and the arcs into them; false if one of them is the root or
  /// a terminal that is raised itself.
  private mutating func startCut(of terminal: Int, _ graph: Graph, root: Int) -> Bool {
    stamp += 1
    members.removeAll(keepingCapacity: true)
    cut.removeAll(keepingCapacity: true)
    stamps[terminal] = stamp
    members.append(Int32(truncatingIfNeeded: terminal))
    guard grow(from: 0, graph, root: root) else { return false }
    dropInnerArcs()
    return true
  }

  /// Takes in what reaches `members[position...]` for nothing.
  private mutating func grow(from position: Int, _ graph: Graph, root: Int) -> Bool {
    let stamp = stamp
    var position = position
    while position < members.count {
      let range = graph.linkRange(Int(members[position]))
      position += 1
      work += range.count
      for place in range {
        let entrance = entrances[place]
        let source = Int(entrance.source)
        if stamps[source] == stamp { continue }
        if entrance.cost > 0 {
          cut.append(Int32(truncatingIfNeeded: place))
          continue
        }
        if meets(source, root: root) { return false }
        stamps[source] = stamp
        members.append(entrance.source)
      }
    }
    return true
  }

  private mutating func dropInnerArcs() {
    var kept = 0
    for position in cut.indices where stamps[Int(entrances[Int(cut[position])].source)] != stamp {
      cut[kept] = cut[position]
      kept += 1
    }
    work += cut.count
    cut.removeLast(cut.count - kept)
  }

  /// Raises one terminal until its set meets another (false), has become too large to go first, or it is late (true).
  private mutating func raise(
    _ terminal: Int, _ graph: Graph, root: Int, slackPercent: Int, until late: SearchLimit
  ) -> Bool {
    let limit = heap.first.map { max($0.key, cut.count) * (100 + slackPercent) / 100 } ?? Int.max
    while true {
      var least = Int.max
      for place in cut { least = min(least, entrances[Int(place)].cost) }
      if isOptional { least = min(least, remainingPrizes[terminal]) }
      if least == Int.max { return false }
      bound += least
      let old = members.count
      var hasMet = false
      for place in cut {
        let cost = entrances[Int(place)].cost - least
        entrances[Int(place)].cost = cost
        if cost > 0 { continue }
        let source = entrances[Int(place)].source
        if stamps[Int(source)] == stamp { continue }
        if meets(Int(source), root: root) { hasMet = true }
        stamps[Int(source)] = stamp
        members.append(source)
      }
      work += 2 * cut.count
      if isOptional {
        remainingPrizes[terminal] -= least
        if remainingPrizes[terminal] == 0 { return false }
      }
      if hasMet { return false }
      if !grow(from: old, graph, root: root) { return false }
      dropInnerArcs()
      if cut.count > limit || isLate(late) { return true }
    }
  }
}
