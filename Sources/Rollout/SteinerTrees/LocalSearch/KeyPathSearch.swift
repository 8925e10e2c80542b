/// Makes a tree cheaper by exchanging its key paths and doing without its key vertices (Uchoa and Werneck 2012).
///
/// Key vertices are the terminals and the vertices where three or more edges of the tree meet; between them run key paths.
/// Without a key path (or a key vertex and the paths at it) the tree falls apart, and its parts are joined again at least
/// cost. The cheapest ways between parts come from the Voronoi regions of the tree's vertices: an edge between two regions
/// stands for the way over it from base to base. Below a path, those edges wait in a mergeable heap that is built bottom
/// up; only the regions of the vertices that fall out are searched anew. A pass over all paths and vertices is
/// O(m log n), every move of it included.
///
/// After a move, the paths on the cycles it closed are left alone until the next pass.
struct KeyPathSearch {
  var shape: TreeShape
  var regions: BoundaryRegions
  /// The heap of the boundary edges of each key vertex's subtree.
  private var subtreeHeaps: [Int32]
  /// The key vertices right below each key vertex, as a list.
  private var firstBelow: [Int32]
  private var nextBelow: [Int32]
  private var isPinned: [Bool]
  private var isEdgePinned: [Bool]
  // Of the move at hand.
  private var removed: [Int32] = []
  private var removedEdges: [Int32] = []
  private var removedCost = 0
  private var parts: [Int32] = []
  private var candidates: [BoundaryRegions.Candidate] = []
  var work: Int { regions.work }

  init(instance: SteinerInstance) {
    let count = instance.graph.vertexCount
    shape = TreeShape(vertexCount: count)
    regions = BoundaryRegions(graph: instance.graph)
    subtreeHeaps = [Int32](repeating: -1, count: count)
    firstBelow = [Int32](repeating: -1, count: count)
    nextBelow = [Int32](repeating: -1, count: count)
    isPinned = [Bool](repeating: false, count: count)
    isEdgePinned = [Bool](repeating: false, count: count)
  }

  /// How many vertices of the tree are passed between two looks at the limit.
  private static let verticesPerLook = 10_000

  /// One pass; changes `vertices`, which marks the tree's, and returns how many moves it made, at most `mostMoves` and none once
  /// it is late.
  mutating func improve(
    _ tree: RootedTree, of instance: SteinerInstance, vertices: inout [Bool], mostMoves: Int, until limit: SearchLimit
  ) -> Int {
    let graph = instance.graph
    shape.describe(tree, graph)
    regions.describe(tree, graph, limit: dearestMove(tree, instance))
    for vertex in tree.order {
      firstBelow[Int(vertex)] = -1
      isPinned[Int(vertex)] = false
      isEdgePinned[Int(vertex)] = false
    }
    var moves = 0
    for (place, vertex) in tree.order.reversed().enumerated() {
      if place % Self.verticesPerLook == 0, limit.isLate { break }
      let vertex = Int(vertex)
      guard tree.parentArcs[vertex] >= 0, moves < mostMoves else { continue }
      let isTerminal = instance.isTerminal[vertex]
      guard isTerminal || tree.degree(vertex) > 2 else { continue }
      var isGone = false
      if !isTerminal, collect(around: vertex, tree, instance), reconnect(below: vertex, graph, &vertices) {
        moves += 1
        isGone = true
      }
      mergeHeaps(vertex)
      let upper = collect(above: vertex, tree, instance)
      if !isGone, upper.isFree, moves < mostMoves, reconnect(below: vertex, graph, &vertices) { moves += 1 }
      nextBelow[vertex] = firstBelow[upper.key]
      firstBelow[upper.key] = Int32(vertex)
    }
    return moves
  }

  /// The most that a move can remove: the dearest key vertex with its paths, or the dearest path.
  private func dearestMove(_ tree: RootedTree, _ instance: SteinerInstance) -> Int {
    let graph = instance.graph
    var below = [Int](repeating: 0, count: graph.vertexCount)
    var dearest = 0
    for vertex in tree.order.reversed() {
      let vertex = Int(vertex)
      let arc = Int(tree.parentArcs[vertex])
      if arc < 0 { break }
      // What hangs on a vertex in paths, and what the path above has cost so far.
      let isKey = instance.isTerminal[vertex] || tree.degree(vertex) > 2
      let above = graph.costs[arc >> 1] + (isKey ? 0 : below[vertex])
      if isKey { dearest = max(dearest, below[vertex]) }
      let parent = graph.source(ofArc: arc)
      below[parent] += above
      dearest = max(dearest, above)
    }
    // The path above a key vertex goes with those below it, and costs no more than the dearest path.
    return 2 * dearest + 1
  }

  /// Adds the path from a key vertex up to the next to what is removed; whether nothing on it is pinned.
  private mutating func addPath(
    from vertex: Int, _ tree: RootedTree, _ instance: SteinerInstance
  ) -> (key: Int, isFree: Bool) {
    let graph = instance.graph
    var isFree = true
    var vertex = vertex
    while true {
      let arc = Int(tree.parentArcs[vertex])
      if isEdgePinned[vertex] { isFree = false }
      removedEdges.append(Int32(vertex))
      removedCost += graph.costs[arc >> 1]
      vertex = graph.source(ofArc: arc)
      if instance.isTerminal[vertex] || tree.degree(vertex) > 2 || tree.parentArcs[vertex] < 0 { break }
      if isPinned[vertex] { isFree = false }
      removed.append(Int32(vertex))
    }
    return (vertex, isFree)
  }

  private mutating func startMove() {
    removed.removeAll(keepingCapacity: true)
    removedEdges.removeAll(keepingCapacity: true)
    removedCost = 0
    parts.removeAll(keepingCapacity: true)
  }

  private mutating func collect(
    above vertex: Int, _ tree: RootedTree, _ instance: SteinerInstance
  ) -> (key: Int, isFree: Bool) {
    startMove()
    parts.append(Int32(vertex))
    return addPath(from: vertex, tree, instance)
  }

  private mutating func collect(around vertex: Int, _ tree: RootedTree, _ instance: SteinerInstance) -> Bool {
    startMove()
    if isPinned[vertex] { return false }
    removed.append(Int32(vertex))
    var below = firstBelow[vertex]
    while below >= 0 {
      parts.append(below)
      if !addPath(from: Int(below), tree, instance).isFree { return false }
      below = nextBelow[Int(below)]
    }
    return addPath(from: vertex, tree, instance).isFree
  }

  /// Gathers the heaps of all that hangs below a key vertex and of the paths to it.
  private mutating func mergeHeaps(_ vertex: Int) {
    var heap = regions.ownHeaps[vertex]
    var below = firstBelow[vertex]
    while below >= 0 {
      heap = regions.meld(heap, subtreeHeaps[Int(below)])
      var inner = shape.parents[Int(below)]
      while Int(inner) != vertex {
        heap = regions.meld(heap, regions.ownHeaps[Int(inner)])
        inner = shape.parents[Int(inner)]
      }
      below = nextBelow[Int(below)]
    }
    subtreeHeaps[vertex] = heap
  }

  /// The part a vertex of the tree falls into: 0 for the root's.
  private func part(of vertex: Int) -> Int {
    for (index, top) in parts.enumerated() where shape.isInside(vertex, Int(top)) { return index + 1 }
    return 0
  }

  /// Joins the parts at least cost and makes the move if that is cheaper than what was removed.
  private mutating func reconnect(below top: Int, _ graph: Graph, _ vertices: inout [Bool]) -> Bool {
    candidates.removeAll(keepingCapacity: true)
    regions.repair(without: removed, graph, limit: removedCost)
    collectWaiting(below: top)
    collectRepaired(graph)
    if candidates.count < parts.count { return false }
    candidates.sort { ($0.cost, $0.edge) < ($1.cost, $1.edge) }
    var sets = DisjointSets(count: parts.count + 1)
    var chosen: [BoundaryRegions.Candidate] = []
    var cost = 0
    for candidate in candidates where sets.merge(candidate.firstPart, candidate.secondPart) {
      cost += candidate.cost
      if cost >= removedCost { return false }
      chosen.append(candidate)
    }
    if chosen.count < parts.count { return false }
    for vertex in removed { vertices[Int(vertex)] = false }
    for vertex in removedEdges { isEdgePinned[Int(vertex)] = true }
    for candidate in chosen {
      let first = regions.trace(Int(graph.tails[candidate.edge]), graph, into: &vertices)
      let second = regions.trace(Int(graph.heads[candidate.edge]), graph, into: &vertices)
      pin(first, second)
    }
    regions.drop(removed)
    return true
  }

  /// Takes boundary edges off the heaps of the parts, up to the first of each that leads out of all of them.
  private mutating func collectWaiting(below top: Int) {
    for index in parts.indices {
      let key = Int(parts[index])
      var heap = subtreeHeaps[key]
      while heap >= 0 {
        let edge = Int(heap) >> 1
        let cost = regions.cost(ofFirst: heap)
        let (first, second) = regions.ends(ofEdge: edge)
        if regions.isAlive(first), regions.isAlive(second) {
          let firstIsInside = shape.isInside(first, top)
          let secondIsInside = shape.isInside(second, top)
          let isOnPath = regions.isRepaired(firstIsInside ? second : first)
          if firstIsInside != secondIsInside, !isOnPath {
            if cost < removedCost {
              candidates.append(.init(cost: cost, edge: edge, firstPart: part(of: first), secondPart: part(of: second)))
            }
            break
          }
          if firstIsInside, secondIsInside, cost < removedCost, !regions.isRepaired(first),
            !regions.isRepaired(second)
          {
            let parts = (part(of: first), part(of: second))
            if parts.0 != parts.1 {
              candidates.append(.init(cost: cost, edge: edge, firstPart: parts.0, secondPart: parts.1))
            }
          }
        }
        heap = regions.withoutFirst(heap)
      }
      subtreeHeaps[key] = heap
    }
  }

  private mutating func collectRepaired(_ graph: Graph) {
    for vertex in regions.repaired {
      let near = regions.repaired(Int(vertex))
      if near.base < 0 || near.distance >= removedCost { continue }
      let ownPart = part(of: Int(near.base))
      for position in graph.linkRange(Int(vertex)) {
        let link = graph.links[position]
        let edge = Int(link.arc) >> 1
        guard let far = regions.reach(Int(link.vertex)) else { continue }
        let cost = near.distance + link.cost + far.distance
        if cost >= removedCost { continue }
        let otherPart = part(of: far.base)
        if otherPart != ownPart {
          candidates.append(.init(cost: cost, edge: edge, firstPart: ownPart, secondPart: otherPart))
        }
      }
    }
  }

  /// Pins the tree's path between two vertices.
  private mutating func pin(_ first: Int, _ second: Int) {
    isPinned[first] = true
    isPinned[second] = true
    var upper = first
    while !shape.isInside(second, upper) {
      isEdgePinned[upper] = true
      upper = Int(shape.parents[upper])
    }
    var lower = second
    while lower != upper {
      isEdgePinned[lower] = true
      lower = Int(shape.parents[lower])
    }
  }
}
