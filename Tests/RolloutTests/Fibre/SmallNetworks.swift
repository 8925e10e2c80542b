import Geospatial
import Randomness

@testable import Rollout

/// Candidate networks made by hand or drawn from a seed, small enough to try everything on.
enum SmallNetworks {
  /// An edge to make a network of; its line is straight.
  struct Edge {
    var tail: Int
    var head: Int
    var metres: Double
    var kind = CandidateNetwork.EdgeKind.road
    var crossings = 0

    init(_ tail: Int, _ head: Int, _ metres: Double, kind: CandidateNetwork.EdgeKind = .road, crossings: Int = 0) {
      (self.tail, self.head, self.metres, self.kind, self.crossings) = (tail, head, metres, kind, crossings)
    }
  }

  /// A network of a root, villages 1 to `villages`, and junctions; `places` are metres east and north, one per vertex.
  static func network(
    villages: Int, places: [(Double, Double)], edges: [Edge], mayBranch: [Bool]? = nil
  ) -> CandidateNetwork {
    let vertices = places.map { Ground.place($0.0, $0.1) }
    var isReached = places.indices.map { $0 == 0 }
    for _ in places {
      for edge in edges where isReached[edge.tail] != isReached[edge.head] {
        (isReached[edge.tail], isReached[edge.head]) = (true, true)
      }
    }
    return CandidateNetwork(
      villageCount: villages, vertices: vertices, mayBranch: mayBranch ?? vertices.map { _ in true },
      tails: edges.map { Int32($0.tail) }, heads: edges.map { Int32($0.head) }, kinds: edges.map(\.kind),
      roadClasses: edges.map { _ in -1 }, lengthMetres: edges.map(\.metres), cableMetres: edges.map(\.metres),
      riverCrossings: edges.map { Int32($0.crossings) }, lineEnds: edges.indices.map { Int32(2 * $0 + 2) },
      positions: edges.flatMap { [vertices[$0.tail], vertices[$0.head]] }, roadClassNames: [],
      disconnected: (0..<villages).filter { !isReached[$0 + 1] }.map {
        DisconnectedVillage(village: $0, reason: .cutOff)
      }, preparation: LinePreparation())
  }

  /// A network with up to 5 villages and 9 vertices; some edges are funded, cross rivers, or stand twice; now and then a
  /// village has no edge at all.
  static func network(seed: Int, mayBranch: Double = 1) -> CandidateNetwork {
    var generator = SeededGenerator(seed: UInt64(seed)).fork("network")
    let count = 4 + generator.index(6)
    let villages = 1 + generator.index(min(5, count - 1))
    let places = (0..<count).map { _ in (generator.number(0, 9_000), generator.number(0, 9_000)) }
    var edges: [Edge] = []
    func edge(_ tail: Int, _ head: Int) -> Edge {
      Edge(
        tail, head, generator.chance(0.1) ? 0 : generator.number(10, 5_000),
        kind: generator.chance(0.1) ? .funded : .road, crossings: generator.chance(0.2) ? generator.index(3) : 0)
    }
    for vertex in 1..<count where vertex > villages || !generator.chance(0.05) {
      edges.append(edge(generator.index(vertex), vertex))
    }
    for _ in 0..<generator.index(2 * count) {
      let (tail, head) = (generator.index(count), generator.index(count))
      if tail != head { edges.append(edge(tail, head)) }
    }
    return network(
      villages: villages, places: places, edges: edges,
      mayBranch: mayBranch == 1 ? nil : (0..<count).map { $0 == 0 || generator.chance(mayBranch) })
  }

  /// A catalogue of round prices: 1,000 a metre on the plain, 2,000 in hills, 4,000 in mountains, 300,000 a river,
  /// 500,000 for a village.
  static func catalogue(scale: Double = 1) -> CostCatalogue {
    let capital: [CostItem: Double] = [
      .aerialFibrePlain: 1e6, .aerialFibreHill: 2e6, .aerialFibreMountain: 4e6, .riverCrossing: 3e5, .drop: 4e5,
      .spliceClosure: 1e5, .buriedFibrePlain: 3e6,
    ]
    return CostCatalogue(
      currency: "VND", priceYear: 2024, discountPercent: 10, horizonYears: 20,
      prices: capital.mapValues { Price(capital: $0 * scale, runningPerYear: 0, lifetimeYears: 20, source: "test") })
  }

  static func problem(_ network: CandidateNetwork, required: [Int] = [], excluded: [Int] = []) throws -> FibreProblem {
    try FibreProblem(network: network, costs: FibreCosts(catalogue()), required: required, excluded: excluded)
  }

  /// A problem drawn from a seed, with required and excluded villages and prices that leave fractions.
  static func problem(seed: Int, mayBranch: Double = 1) throws -> FibreProblem {
    var generator = SeededGenerator(seed: UInt64(seed)).fork("problem")
    let network = network(seed: seed, mayBranch: mayBranch)
    let lists = (0..<network.villageCount).map { _ in generator.index(6) }
    let settings = FibreSettings(terrainSpacingMetres: 700) { place in
      Terrain.allCases[Int((place.longitude - 105) * 100) % 3]
    }
    let catalogue = catalogue(scale: generator.chance(0.5) ? 1 : generator.number(0.1, 3))
    return try FibreProblem(
      network: network, costs: FibreCosts(catalogue, settings: settings),
      required: lists.indices.filter { lists[$0] == 0 }, excluded: lists.indices.filter { lists[$0] == 1 })
  }

  static func benefits(seed: Int, of problem: FibreProblem) -> [Int] {
    var generator = SeededGenerator(seed: UInt64(seed)).fork("benefits")
    return (0..<problem.network.villageCount).map { _ in generator.index(1_000) }
  }
}
