/// Technologies over a spanning tree that is fixed beforehand, as the ITU Connectivity Planning Platform assigns them: the
/// minimum spanning tree, by length, of the existing network and all places in the metric closure of the candidate network
/// (Kruskal 1956); a place has fibre only if the place before it on the tree has.
///
/// The tree is found through the Voronoi regions of the places (K. Mehlhorn, *A faster approximation algorithm for the
/// Steiner problem in graphs*, Information Processing Letters 27, 1988).
struct SpanningTreeAccess: Sendable {
  /// One per place: the place before it, -1 for the network; nil where fibre cannot be.
  private(set) var parents: [Int?]
  /// One per place: the edges between the two.
  private(set) var ways: [[Int]]
  /// Places with fibre, each after the one before it on the tree.
  private(set) var order: [Int] = []

  init(_ terms: AccessTerms) {
    let graph = terms.graph
    var isBase = [Bool](repeating: false, count: graph.vertexCount)
    isBase[CandidateNetwork.root] = true
    for place in 0..<terms.placeCount where terms.fibre[place] != nil {
      isBase[CandidateNetwork.vertex(ofVillage: place)] = true
    }
    var nearest = NearestBases(vertexCount: graph.vertexCount)
    nearest.find(in: Graph(graph, costs: terms.routeLengths), isBase: isBase)
    let bridges = Self.bridges(graph, terms.routeLengths, nearest)
    parents = [Int?](repeating: nil, count: terms.placeCount)
    ways = [[Int]](repeating: [], count: terms.placeCount)
    var incident: [Int: [(base: Int, edge: Int)]] = [:]
    for edge in bridges {
      let (tail, head) = (Int(nearest[Int(graph.tails[edge])].base), Int(nearest[Int(graph.heads[edge])].base))
      incident[tail, default: []].append((head, edge))
      incident[head, default: []].append((tail, edge))
    }
    var waiting = [CandidateNetwork.root]
    var next = 0
    while next < waiting.count {
      let base = waiting[next]
      next += 1
      for (other, edge) in incident[base] ?? [] where other != CandidateNetwork.root && parents[other - 1] == nil {
        parents[other - 1] = base - 1
        ways[other - 1] = Self.way(over: edge, graph, nearest)
        order.append(other - 1)
        waiting.append(other)
      }
    }
  }

  /// The edges between regions that Kruskal takes.
  private static func bridges(_ graph: Graph, _ lengths: [Int], _ nearest: NearestBases) -> [Int] {
    var candidates: [(length: Int, edge: Int)] = []
    for edge in 0..<graph.edgeCount {
      let (tail, head) = (Int(graph.tails[edge]), Int(graph.heads[edge]))
      guard nearest[tail].base >= 0, nearest[head].base >= 0, nearest[tail].base != nearest[head].base else {
        continue
      }
      candidates.append((nearest[tail].distance + lengths[edge] + nearest[head].distance, edge))
    }
    candidates.sort { ($0.length, $0.edge) < ($1.length, $1.edge) }
    var sets = DisjointSets(count: graph.vertexCount)
    return candidates.map(\.edge).filter { edge in
      sets.merge(Int(nearest[Int(graph.tails[edge])].base), Int(nearest[Int(graph.heads[edge])].base))
    }
  }

  private static func way(over bridge: Int, _ graph: Graph, _ nearest: NearestBases) -> [Int] {
    var edges = [bridge]
    for end in [Int(graph.tails[bridge]), Int(graph.heads[bridge])] {
      var vertex = end
      while nearest[vertex].arc >= 0 {
        let arc = Int(nearest[vertex].arc)
        edges.append(arc >> 1)
        vertex = graph.source(ofArc: arc)
      }
    }
    return edges
  }

  /// The choice with the greatest score over the tree, each way counted in full; exact, from the leaves up. O(n).
  func decide(_ terms: AccessTerms, _ weights: AccessTerms.Weights) -> AccessChoice {
    var picks = (0..<terms.placeCount).map { terms.bestWithoutFibre($0, weights)?.pick ?? .none }
    // What fibre at a place and below gains over fibre nowhere there; nil where it must be.
    var gains = [Int](repeating: 0, count: terms.placeCount)
    var isForced = [Bool](repeating: false, count: terms.placeCount)
    for place in order.reversed() {
      guard let parent = parents[place], let fibre = terms.fibre[place] else { continue }
      let other = terms.bestWithoutFibre(place, weights)
      gains[place] += weights.score(fibre) - (other?.score ?? 0)
      if other == nil { isForced[place] = true }
      for edge in ways[place] {
        gains[place] -= weights.value * terms.routeLosses[edge] + weights.capital * terms.graph.costs[edge]
      }
      if parent >= 0 {
        if isForced[place] { isForced[parent] = true }
        if isForced[place] || gains[place] > 0 { gains[parent] += gains[place] }
      }
    }
    var edges: Set<Int> = []
    for place in order {
      guard let parent = parents[place], parent < 0 || picks[parent] == .fibre else { continue }
      if isForced[place] || gains[place] > 0 {
        picks[place] = .fibre
        edges.formUnion(ways[place])
      }
    }
    return AccessChoice(picks: picks, edges: edges.sorted())
  }
}
