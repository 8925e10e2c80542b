import Geospatial
import Randomness
import Testing

@testable import Rollout

/// Networks without roads.
@Suite struct StraightNetworkTests {
  private static func villages(_ seed: UInt64, count: Int, extent: Double) -> [Coordinate] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Ground.place(generator.number(200, extent), generator.number(-extent, extent)) }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `every village has its nearest place of the network, and the spanning tree costs no more than one of all pairs`(
    seed: UInt64
  ) throws {
    let villages = Self.villages(seed, count: 80, extent: 9_000)
    let sources = NetworkSources(existing: RoadNetworkTests.cable, villages: villages)
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.disconnected.isEmpty)
    let index = SegmentIndex(RoadNetworkTests.cable)
    var all: [Graph.Edge] = []
    for village in villages.indices {
      let metres = try #require(index.nearest(to: villages[village])).distanceMetres
      let root = network.edges(at: village + 1).filter { network.tails[$0] == 0 }
      #expect(root.count == 1)
      #expect(abs(network.lengthMetres[root[0]] - metres) < 0.02)
      all.append(Graph.Edge(0, village + 1, cost: Int(metres * 100)))
      for other in 0..<village {
        let metres = Geodesic.distance(villages[village], villages[other])
        all.append(Graph.Edge(other + 1, village + 1, cost: Int(metres * 100)))
      }
    }
    let complete = try Graph(vertexCount: 81, edges: all)
    let sparse = try network.graph { Int(network.lengthMetres[$0] * 100) }
    let everything = [Bool](repeating: true, count: 81)
    let best = try #require(RandomInstances.spanningCost(complete, everything))
    let found = try #require(RandomInstances.spanningCost(sparse, everything))
    // The triangulation holds a minimum spanning tree of the points; a village may be nearer to the cable by centimetres.
    #expect(found <= best + 100)
    #expect(network.edgeCount < 8 * villages.count)
  }

  @Test func `straight lines take their detour in cable`() throws {
    let network = try CandidateNetwork(
      NetworkSources(existing: RoadNetworkTests.cable, villages: [Ground.place(1_000, 0), Ground.place(2_000, 0)]))
    #expect(network.edges(.straight).count == 1)
    for edge in 0..<network.edgeCount {
      #expect(abs(network.cableMetres[edge] - 1.3 * network.lengthMetres[edge]) < 1e-9)
    }
    #expect(abs(network.leastCableMetres()[2] - 2_600) < 0.5)
  }

  @Test func `a lone village too far away is not said to be cut off`() throws {
    let network = try CandidateNetwork(
      NetworkSources(existing: RoadNetworkTests.cable, villages: [Ground.place(30_000, 0)]))
    guard case .beyondReach(let gap, let longest) = network.disconnected.first?.reason else {
      Issue.record("\(network.disconnected)")
      return
    }
    #expect(abs(gap - 30_000) < 1)
    #expect(longest == 20_000)
  }

  @Test func `villages too far from everything are listed with the gap`() throws {
    let sources = NetworkSources(
      existing: RoadNetworkTests.cable,
      villages: [Ground.place(5_000, 0), Ground.place(60_000, 0), Ground.place(61_000, 0)])
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.disconnected.map(\.village) == [1, 2])
    for village in network.disconnected {
      guard case .beyondReach(let gap, _) = village.reason else {
        Issue.record("\(village)")
        continue
      }
      #expect(abs(gap - 55_000) < 5)
    }
    #expect(network.edges(.straight).count == 1, "the two far ones are neighbours")
  }

  @Test func `funded routes are reached by links and cost nothing`() throws {
    let sources = NetworkSources(
      existing: RoadNetworkTests.cable, villages: [Ground.place(8_000, 600)],
      fundedRoutes: Ground.lines([(0, 0), (4_000, 0), (9_000, 0)]))
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    let least = network.leastCableMetres { network.kinds[$0] == .funded ? 0 : nil }
    #expect(abs(least[1] - 780) < 1)
  }

  @Test func `a forbidden strip is crossed by no link`() throws {
    let villages = Self.villages(7, count: 60, extent: 9_000)
    let sources = NetworkSources(
      existing: RoadNetworkTests.cable, villages: villages, forbidden: Ground.rectangle(3_000, -50_000, 4_000, 2_000))
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    let areas = try ForbiddenAreas(#require(sources.forbidden))
    for edge in 0..<network.edgeCount { #expect(try !areas.cross(network.line(ofEdge: edge))) }
    let inside = villages.indices.filter { areas.area(containing: villages[$0]) != nil }
    #expect(network.disconnected.map(\.village) == inside)
  }

  @Test func `across the antimeridian villages are neighbours`() throws {
    let sources = NetworkSources(
      existing: Ground.layer([[Coordinate(longitude: 179.95, latitude: -17)]]),
      villages: [-179.98, -179.95, 179.99].map { Coordinate(longitude: $0, latitude: -17) })
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.disconnected.isEmpty)
    #expect(network.edges(.straight).map { network.lengthMetres[$0] }.max() ?? 0 < 8_000)
  }

  @Test func `nothing gives a network of a root`() throws {
    let network = try CandidateNetwork(NetworkSources(existing: GeometryColumn(), villages: []))
    #expect(network.vertices.count == 1)
    #expect(network.edgeCount == 0)
  }
}
