/// The Voronoi regions of a tree's vertices, the edges between regions, and what becomes of them without some vertices.
struct BoundaryRegions {
  /// A way to join two parts of a tree.
  struct Candidate {
    var cost: Int
    var edge: Int
    var firstPart: Int
    var secondPart: Int
  }

  private var nearest: NearestBases
  private var heaps: BoundaryHeaps
  private let tails: [Int32]
  private let heads: [Int32]
  /// The heap of each base's boundary edges.
  private(set) var ownHeaps: [Int32]
  /// The members of the region of base *b* are `members[starts[b]..<starts[b + 1]]`.
  private var starts: [Int32]
  private var members: [Int32]
  private var isDropped: [Bool]
  // The repair at hand: the vertices searched anew, and what was found for them.
  private(set) var repaired: [Int32] = []
  private var repairs: [Repair]
  private var stamp: Int32 = 0
  private var heap = VertexHeap()

  /// What was found for a vertex in the repair of a number.
  private struct Repair {
    var nearest = NearestBases.Nearest()
    var stamp: Int32 = 0
  }
  private(set) var work = 0

  init(graph: Graph) {
    let count = graph.vertexCount
    nearest = NearestBases(vertexCount: count)
    heaps = BoundaryHeaps(edgeCount: graph.edgeCount)
    tails = graph.tails
    heads = graph.heads
    ownHeaps = [Int32](repeating: -1, count: count)
    starts = [Int32](repeating: 0, count: count + 1)
    members = [Int32](repeating: 0, count: count)
    isDropped = [Bool](repeating: false, count: count)
    repairs = [Repair](repeating: Repair(), count: count)
  }

  /// The regions of all vertices of a tree; ways that cost `limit` or more are of no use. O(m log n).
  mutating func describe(_ tree: RootedTree, _ graph: Graph, limit: Int) {
    nearest.find(in: graph, isBase: tree.contains)
    work += 12 * (graph.vertexCount + 2 * graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      ownHeaps[vertex] = -1
      isDropped[vertex] = false
      starts[vertex] = 0
    }
    starts[graph.vertexCount] = 0
    for vertex in 0..<graph.vertexCount where nearest[vertex].base >= 0 {
      starts[Int(nearest[vertex].base) + 1] += 1
    }
    for vertex in 0..<graph.vertexCount { starts[vertex + 1] += starts[vertex] }
    for vertex in 0..<graph.vertexCount where nearest[vertex].base >= 0 {
      let base = Int(nearest[vertex].base)
      members[Int(starts[base])] = Int32(vertex)
      starts[base] += 1
    }
    for vertex in stride(from: graph.vertexCount, to: 0, by: -1) { starts[vertex] = starts[vertex - 1] }
    starts[0] = 0
    for edge in 0..<graph.edgeCount {
      let tail = Int(tails[edge])
      let head = Int(heads[edge])
      let (near, far) = (nearest[tail], nearest[head])
      if near.base == far.base || near.base < 0 || far.base < 0 { continue }
      let cost = near.distance + graph.costs[edge] + far.distance
      if cost >= limit { continue }
      let node = Int32(truncatingIfNeeded: 2 * edge)
      let (first, second) = (Int(near.base), Int(far.base))
      ownHeaps[first] = heaps.meld(ownHeaps[first], heaps.single(node, key: cost))
      ownHeaps[second] = heaps.meld(ownHeaps[second], heaps.single(node + 1, key: cost))
    }
  }

  mutating func meld(_ first: Int32, _ second: Int32) -> Int32 { heaps.meld(first, second) }
  mutating func withoutFirst(_ heap: Int32) -> Int32 { heaps.withoutFirst(heap) }

  /// What the way from base to base over the edge of a heap's first node costs.
  func cost(ofFirst heap: Int32) -> Int { heaps.key(heap) }

  /// The bases on both sides of a boundary edge.
  func ends(ofEdge edge: Int) -> (Int, Int) {
    (Int(nearest[Int(tails[edge])].base), Int(nearest[Int(heads[edge])].base))
  }

  /// Whether a base is still in the tree.
  func isAlive(_ base: Int) -> Bool { !isDropped[base] }

  /// Takes bases out for the rest of the pass.
  mutating func drop(_ bases: [Int32]) {
    for base in bases { isDropped[Int(base)] = true }
  }

  /// Searches the regions of some bases anew, without those bases; ways that cost `limit` or more are of no use and are not
  /// searched to the end.
  mutating func repair(without bases: [Int32], _ graph: Graph, limit: Int) {
    stamp += 1
    repaired.removeAll(keepingCapacity: true)
    heap.removeAll()
    for base in bases {
      for position in Int(starts[Int(base)])..<Int(starts[Int(base) + 1]) {
        repaired.append(members[position])
        repairs[Int(members[position])].stamp = stamp
      }
    }
    for vertex in repaired {
      let vertex = Int(vertex)
      let range = graph.linkRange(vertex)
      var found = NearestBases.Nearest()
      work += 16 * range.count
      for position in range {
        let link = graph.links[position]
        let next = Int(link.vertex)
        if repairs[next].stamp == stamp { continue }
        let near = nearest[next]
        let distance = near.distance + link.cost
        if near.base < 0 || distance >= found.distance || isDropped[Int(near.base)] { continue }
        found = NearestBases.Nearest(distance: distance, base: near.base, arc: link.arc ^ 1)
      }
      repairs[vertex].nearest = found
      if found.distance < limit { heap.push(found.distance, vertex) }
    }
    work += 24 * repaired.count
    while let entry = heap.pop() {
      let (vertex, key) = (Int(entry.vertex), entry.key)
      if key > repairs[vertex].nearest.distance { continue }
      let base = repairs[vertex].nearest.base
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        if repairs[next].stamp != stamp { continue }
        let distance = key + link.cost
        if distance < limit, distance < repairs[next].nearest.distance {
          repairs[next].nearest = NearestBases.Nearest(distance: distance, base: base, arc: link.arc)
          heap.push(distance, next)
        }
      }
    }
  }

  /// Whether a vertex was in a region that is searched anew.
  func isRepaired(_ vertex: Int) -> Bool { repairs[vertex].stamp == stamp }

  /// What is nearest to a vertex that was searched anew; right where it is nearer than the limit.
  func repaired(_ vertex: Int) -> NearestBases.Nearest { repairs[vertex].nearest }

  /// The base that is nearest to a vertex now; nil for none.
  @inline(__always) func reach(_ vertex: Int) -> (base: Int, distance: Int)? {
    let repair = repairs[vertex]
    if repair.stamp == stamp {
      return repair.nearest.base < 0 ? nil : (Int(repair.nearest.base), repair.nearest.distance)
    }
    let near = nearest[vertex]
    return near.base < 0 || isDropped[Int(near.base)] ? nil : (Int(near.base), near.distance)
  }

  /// Marks the way from a vertex to its base, and returns the base.
  func trace(_ vertex: Int, _ graph: Graph, into vertices: inout [Bool]) -> Int {
    var vertex = vertex
    while true {
      vertices[vertex] = true
      let arc = repairs[vertex].stamp == stamp ? repairs[vertex].nearest.arc : nearest[vertex].arc
      if arc < 0 { return vertex }
      vertex = graph.source(ofArc: Int(arc))
    }
  }
}
