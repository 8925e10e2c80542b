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
  /// What the way from base to base over each edge costs; only for edges between regions.
  private(set) var boundaryCosts: [Int]
  /// The heap of each base's boundary edges.
  private(set) var ownHeaps: [Int32]
  /// The members of the region of base *b* are `members[starts[b]..<starts[b + 1]]`.
  private var starts: [Int32]
  private var members: [Int32]
  private var isDropped: [Bool]
  // The repair at hand: the vertices searched anew, and what was found for them.
  private(set) var repaired: [Int32] = []
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  private var newDistances: [Int]
  private var newBases: [Int32]
  private var newArcs: [Int32]
  private var heap = VertexHeap()
  private(set) var work = 0

  init(graph: Graph) {
    let count = graph.vertexCount
    nearest = NearestBases(vertexCount: count)
    heaps = BoundaryHeaps(edgeCount: graph.edgeCount)
    tails = graph.tails
    heads = graph.heads
    boundaryCosts = [Int](repeating: 0, count: graph.edgeCount)
    ownHeaps = [Int32](repeating: -1, count: count)
    starts = [Int32](repeating: 0, count: count + 1)
    members = [Int32](repeating: 0, count: count)
    isDropped = [Bool](repeating: false, count: count)
    stamps = [Int32](repeating: 0, count: count)
    newDistances = [Int](repeating: 0, count: count)
    newBases = [Int32](repeating: -1, count: count)
    newArcs = [Int32](repeating: -1, count: count)
  }

  /// The regions of all vertices of a tree; ways that cost `limit` or more are of no use. O(m log n).
  mutating func describe(_ tree: RootedTree, _ graph: Graph, limit: Int) {
    nearest.find(in: graph, costs: graph.costs, isBase: tree.contains)
    work += 12 * (graph.vertexCount + 2 * graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      ownHeaps[vertex] = -1
      isDropped[vertex] = false
      starts[vertex] = 0
    }
    starts[graph.vertexCount] = 0
    for vertex in 0..<graph.vertexCount where nearest.bases[vertex] >= 0 {
      starts[Int(nearest.bases[vertex]) + 1] += 1
    }
    for vertex in 0..<graph.vertexCount { starts[vertex + 1] += starts[vertex] }
    for vertex in 0..<graph.vertexCount where nearest.bases[vertex] >= 0 {
      let base = Int(nearest.bases[vertex])
      members[Int(starts[base])] = Int32(vertex)
      starts[base] += 1
    }
    for vertex in stride(from: graph.vertexCount, to: 0, by: -1) { starts[vertex] = starts[vertex - 1] }
    starts[0] = 0
    for edge in 0..<graph.edgeCount {
      let tail = Int(tails[edge])
      let head = Int(heads[edge])
      let (first, second) = (Int(nearest.bases[tail]), Int(nearest.bases[head]))
      if first == second || first < 0 || second < 0 { continue }
      let cost = nearest.distances[tail] + graph.costs[edge] + nearest.distances[head]
      if cost >= limit { continue }
      boundaryCosts[edge] = cost
      ownHeaps[first] = heaps.meld(ownHeaps[first], heaps.single(Int32(2 * edge)), keys: boundaryCosts)
      ownHeaps[second] = heaps.meld(ownHeaps[second], heaps.single(Int32(2 * edge + 1)), keys: boundaryCosts)
    }
  }

  mutating func meld(_ first: Int32, _ second: Int32) -> Int32 { heaps.meld(first, second, keys: boundaryCosts) }
  mutating func withoutFirst(_ heap: Int32) -> Int32 { heaps.withoutFirst(heap, keys: boundaryCosts) }

  /// The bases on both sides of a boundary edge.
  func ends(ofEdge edge: Int) -> (Int, Int) {
    (Int(nearest.bases[Int(tails[edge])]), Int(nearest.bases[Int(heads[edge])]))
  }

  /// Whether a base is still in the tree.
  func isAlive(_ base: Int) -> Bool { !isDropped[base] }

  /// Takes bases out for the rest of the pass.
  mutating func drop(_ bases: [Int32]) {
    for base in bases { isDropped[Int(base)] = true }
  }

  /// Searches the regions of some bases anew, without those bases.
  mutating func repair(without bases: [Int32], _ graph: Graph) {
    stamp += 1
    repaired.removeAll(keepingCapacity: true)
    heap.removeAll()
    for base in bases {
      for position in Int(starts[Int(base)])..<Int(starts[Int(base) + 1]) {
        repaired.append(members[position])
        stamps[Int(members[position])] = stamp
      }
    }
    for vertex in repaired {
      let vertex = Int(vertex)
      newDistances[vertex] = NearestBases.unreached
      newBases[vertex] = -1
      work += 16 * graph.linkRange(vertex).count
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        if stamps[next] == stamp || nearest.bases[next] < 0 || isDropped[Int(nearest.bases[next])] { continue }
        let distance = nearest.distances[next] + graph.costs[Int(link.arc) >> 1]
        if distance < newDistances[vertex] {
          newDistances[vertex] = distance
          newBases[vertex] = nearest.bases[next]
          newArcs[vertex] = link.arc ^ 1
        }
      }
      if newBases[vertex] >= 0 { heap.push(newDistances[vertex], vertex) }
    }
    work += 24 * repaired.count
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > newDistances[vertex] { continue }
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        if stamps[next] != stamp { continue }
        let distance = entry.key + graph.costs[Int(link.arc) >> 1]
        if distance < newDistances[next] {
          newDistances[next] = distance
          newBases[next] = newBases[vertex]
          newArcs[next] = link.arc
          heap.push(distance, next)
        }
      }
    }
  }

  /// Whether a vertex was in a region that is searched anew.
  func isRepaired(_ vertex: Int) -> Bool { stamps[vertex] == stamp }

  func repairedBase(_ vertex: Int) -> Int { Int(newBases[vertex]) }
  func repairedDistance(_ vertex: Int) -> Int { newDistances[vertex] }

  /// The base that is nearest to a vertex now; nil for none.
  func reach(_ vertex: Int) -> (base: Int, distance: Int)? {
    if stamps[vertex] == stamp {
      return newBases[vertex] < 0 ? nil : (Int(newBases[vertex]), newDistances[vertex])
    }
    let base = Int(nearest.bases[vertex])
    return base < 0 || isDropped[base] ? nil : (base, nearest.distances[vertex])
  }

  /// Marks the way from a vertex to its base, and returns the base.
  func trace(_ vertex: Int, _ graph: Graph, into vertices: inout [Bool]) -> Int {
    var vertex = vertex
    while true {
      vertices[vertex] = true
      let arc = stamps[vertex] == stamp ? newArcs[vertex] : nearest.arcs[vertex]
      if arc < 0 { return vertex }
      vertex = graph.source(ofArc: Int(arc))
    }
  }
}
