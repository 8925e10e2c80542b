/// The ways that a single cable can take between places where it may branch, villages and the root, as edges of a graph.
///
/// Between two such places runs a cable of its own, whatever else runs along the same roads; so a tree in this graph pays for
/// every cable, and branches where it may, but for villages, which `CableTree` puts right. Kept are the ways from a place
/// to the nearest dozen others that are no longer than from one of them to the root, and the way to the root.
struct BranchingClosure: Sendable {
  /// The places and ways; vertex 0 is the root.
  let villages: VillageGraph
  /// The vertex of the network that each place is.
  let places: [Int32]
  /// The place of each vertex of the network, -1 for none.
  let numbers: [Int32]
  private let network: Graph
  /// Of the network: whether a cable may branch at a vertex.
  private let mayBranch: [Bool]
  private let rootDistances: [Int]
  /// The arc over which the cheapest way from the root reaches a vertex.
  private let rootArcs: [Int32]

  /// To how many others a place has a way.
  private static let nearestCount = 12

  /// O(*k* d log d) for *k* places whose searches see d edges each.
  init(_ network: Graph, mayBranch: [Bool], villageVertices: [Int32]) {
    self.network = network
    self.mayBranch = mayBranch
    var isRoot = [Bool](repeating: false, count: network.vertexCount)
    isRoot[CandidateNetwork.root] = true
    var nearest = NearestBases(vertexCount: network.vertexCount)
    nearest.find(in: network, isBase: isRoot)
    rootDistances = (0..<network.vertexCount).map { [nearest] in nearest[$0].distance }
    rootArcs = (0..<network.vertexCount).map { [nearest] in nearest[$0].arc }
    var isPlace = mayBranch
    for vertex in villageVertices where vertex >= 0 { isPlace[Int(vertex)] = true }
    var numbers = [Int32](repeating: -1, count: network.vertexCount)
    var places: [Int32] = []
    for vertex in isPlace.indices where isPlace[vertex] && nearest[vertex].base >= 0 {
      numbers[vertex] = Int32(places.count)
      places.append(Int32(vertex))
    }
    var search = CableSearch(vertexCount: network.vertexCount)
    var ways: [Way] = []
    for (number, vertex) in places.enumerated() where number > 0 {
      ways.append(Way(first: 0, second: Int32(number), cost: rootDistances[Int(vertex)]))
      search.run(from: Int(vertex), in: network, mayBranch: mayBranch, numbers: numbers, most: Self.nearestCount)
      for (place, distance) in search.found where place > 0 {
        let farther = max(rootDistances[Int(vertex)], rootDistances[Int(places[place])])
        if distance > farther { continue }
        ways.append(Way(first: Int32(min(number, place)), second: Int32(max(number, place)), cost: distance))
      }
    }
    ways.sort { ($0.first, $0.second, $0.cost) < ($1.first, $1.second, $1.cost) }
    var kept: [Way] = []
    for way in ways where way.first != kept.last?.first || way.second != kept.last?.second { kept.append(way) }
    self.numbers = numbers
    self.places = places
    villages = VillageGraph(
      graph: Graph(
        vertexCount: places.count, tails: kept.map(\.first), heads: kept.map(\.second), costs: kept.map(\.cost)),
      vertices: villageVertices.map { $0 < 0 ? -1 : numbers[Int($0)] })
  }

  private struct Way {
    var first: Int32
    var second: Int32
    var cost: Int
  }

  /// Whether a cable may branch at a place.
  func mayBranch(at place: Int) -> Bool { mayBranch[Int(places[place])] }

  /// A search for `path`.
  var search: CableSearch { CableSearch(vertexCount: network.vertexCount) }

  /// The edges of the network on the cheapest way for a single cable, from one place to another.
  func path(from start: Int, to end: Int, using search: inout CableSearch) -> [Int] {
    if start == 0 || end == 0 {
      var edges: [Int] = []
      var vertex = Int(places[max(start, end)])
      while rootArcs[vertex] >= 0 {
        edges.append(Int(rootArcs[vertex]) >> 1)
        vertex = network.source(ofArc: Int(rootArcs[vertex]))
      }
      return start == 0 ? edges.reversed() : edges
    }
    search.run(
      from: Int(places[start]), in: network, mayBranch: mayBranch, numbers: numbers, most: Int.max, goal: end)
    return search.path(to: Int(places[end]), in: network)
  }
}
