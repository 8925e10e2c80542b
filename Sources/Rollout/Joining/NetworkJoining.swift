/// Which places join a network, sharing its routes, and which do better without.
///
/// Every place gains something by joining that does not depend on the others; what the routes cost does. The tree of the
/// greatest gains less costs is a rooted prize-collecting Steiner tree (`PrizeSolver`), so technologies and routes are
/// decided together, with a proven bound.
struct NetworkJoining: Sendable {
  /// The graph of routes, with the cost of each in whole units of money; vertex 0 is the network, place *p* is *p* + 1.
  let graph: Graph
  /// One per place: the least cost of a route to the network that it shares with no one; nil where there is none.
  let ownRouteCosts: [Int?]

  /// What was decided.
  struct Outcome: Sendable {
    /// The places that join, ascending.
    var joined: [Int]
    /// The edges of the routes, ascending.
    var edges: [Int]
    /// The gains of those that join, less the cost of the routes.
    var value: Int
    /// Nothing is worth more.
    var upperBound: Int
  }

  init(graph: Graph, placeCount: Int) {
    self.graph = graph
    var isBase = [Bool](repeating: false, count: graph.vertexCount)
    isBase[CandidateNetwork.root] = true
    var nearest = NearestBases(vertexCount: graph.vertexCount)
    nearest.find(in: graph, isBase: isBase)
    ownRouteCosts = (0..<placeCount).map { place in
      let vertex = CandidateNetwork.vertex(ofVillage: place)
      return nearest[vertex].base < 0 ? nil : nearest[vertex].distance
    }
  }

  /// Decides. `gains` has one entry per place: what it gains by joining, nil where it cannot; a place of `required` joins
  /// whatever it gains, if a route leads there. The sum of all gains must not overflow.
  ///
  /// A place that gains as much as its own route costs joins in some best tree, and is required too: so its gain, however
  /// great, need not be reckoned with.
  func decide(gains: [Int?], required: [Int] = [], solver: PrizeSolver) throws(GraphError) -> Outcome {
    var prizes = [Int](repeating: 0, count: graph.vertexCount)
    var isRequired = [Bool](repeating: false, count: gains.count)
    for place in required where ownRouteCosts[place] != nil { isRequired[place] = true }
    var sure = 0
    for (place, gain) in gains.enumerated() {
      guard let gain, let ownRouteCost = ownRouteCosts[place] else { continue }
      if isRequired[place] || (gain > 0 && gain >= ownRouteCost) {
        isRequired[place] = true
        sure += gain
      } else if gain > 0 {
        prizes[CandidateNetwork.vertex(ofVillage: place)] = gain
      }
    }
    let vertices = isRequired.indices.filter { isRequired[$0] }.map(CandidateNetwork.vertex(ofVillage:))
    let instance = try PrizeInstance(graph: graph, root: CandidateNetwork.root, prizes: prizes, required: vertices)
    let result = solver.solve(instance)
    var isReached = [Bool](repeating: false, count: graph.vertexCount)
    for vertex in result.tree.vertices { isReached[vertex] = true }
    let joined = gains.indices.filter { place in
      let vertex = CandidateNetwork.vertex(ofVillage: place)
      return isReached[vertex] && (isRequired[place] || prizes[vertex] > 0)
    }
    return Outcome(
      joined: joined, edges: result.tree.edges, value: result.value + sure, upperBound: result.upperBound + sure)
  }
}
