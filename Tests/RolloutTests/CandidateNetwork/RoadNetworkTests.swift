import Geospatial
import Testing

@testable import Rollout

/// Small networks with roads, made by hand; places are metres east and north.
@Suite struct RoadNetworkTests {
  /// Cable from south to north at 0 m east.
  static let cable: GeometryColumn = Ground.lines([(0, -1_000), (0, 1_000)])

  /// Without drops to cable far away.
  static var near: NetworkSettings {
    var settings = NetworkSettings()
    settings.longestDropMetres = 300
    return settings
  }

  static func network(
    villages: [(Double, Double)], roads: GeometryColumn, classes: [String?] = [],
    settings: NetworkSettings = near, change: (inout NetworkSources) -> Void = { _ in }
  ) throws -> CandidateNetwork {
    var sources = NetworkSources(
      existing: cable, villages: villages.map { Ground.place($0.0, $0.1) }, roads: RoadLayer(roads, classes: classes))
    change(&sources)
    let network = try CandidateNetwork(sources, settings: settings)
    NetworkInvariants.check(network, of: sources, settings)
    return network
  }

  @Test func `roads that cross without a common vertex meet at a junction`() throws {
    let network = try Self.network(
      villages: [(1_000, 800)], roads: Ground.lines([(0, 0), (2_000, 0)], [(1_000, -700), (1_000, 790)]))
    let junctions = (2..<network.vertices.count).filter { network.edges(at: $0).count == 4 }
    #expect(junctions.count == 1)
    let junction = try #require(junctions.first)
    #expect(Geodesic.distance(network.vertices[junction], Ground.place(1_000, 0)) < 0.2)
    // 1,000 m of road, 790 m of road, a drop of 10 m at 1.3 times its length.
    #expect(abs(network.leastCableMetres()[1] - 1_803) < 0.5)
  }

  @Test(arguments: [3.0, 4.9, 8.0])
  func `a road that stops short of another is joined within five metres`(gap: Double) throws {
    let joined = gap <= 5
    let network = try Self.network(
      villages: [(1_000, 800)], roads: Ground.lines([(0, 0), (2_000, 0)], [(1_000, gap), (1_000, 800)]))
    #expect(network.preparation.snappedEnds == (joined ? 1 : 0))
    #expect(network.preparation.links == (joined ? 0 : 2))
    #expect(network.edges(.straight).isEmpty == joined)
    // Where it is not joined the gap is a straight link, with its detour.
    let expected = 1_800 + (joined ? 0 : 0.3 * gap)
    #expect(abs(network.leastCableMetres()[1] - expected) < 0.5)
  }

  @Test func `a road that overshoots a crossing does not end there twice`() throws {
    let network = try Self.network(
      villages: [(1_000, 500)], roads: Ground.lines([(0, 0), (2_000, 0)], [(1_000, -3), (1_000, 500)]))
    #expect(network.preparation.snappedEnds == 0)
    #expect(abs(network.leastCableMetres()[1] - 1_500) < 0.5)
  }

  @Test(arguments: [4_000.0, 30_000])
  func `an island of roads is linked when it is near enough and listed when not`(metres: Double) throws {
    let island = (metres, metres + 3_000)
    let network = try Self.network(
      villages: [(island.1 - 100, 40), (900, 20)],
      roads: Ground.lines([(0, 0), (1_000, 0)], [(island.0, 0), (island.1, 0)]))
    if metres < 20_000 {
      #expect(network.disconnected.isEmpty)
      // The gap from the end of the one road to the start of the other, and the link to the cable.
      let links = network.edges(.straight).map { (network.lengthMetres[$0] / 10).rounded() * 10 }
      #expect(links.sorted() == [3_000, 4_000])
      let expected = 1_000 + 3_000 * 1.3 + 2_900 + 52
      #expect(abs(network.leastCableMetres()[1] - expected) < 1)
    } else {
      #expect(network.disconnected.map(\.village) == [0])
      guard case .beyondReach(let gap, let longest) = network.disconnected.first?.reason else {
        Issue.record("expected a gap, not \(network.disconnected)")
        return
      }
      #expect(abs(gap - (metres - 1_000)) < 1)
      #expect(longest == 20_000)
      #expect(network.disconnected[0].reason.description.contains("29000 m"))
    }
  }

  @Test func `a village on a road has a drop of no length, and the road is split there`() throws {
    let network = try Self.network(villages: [(700, 0)], roads: Ground.lines([(0, 0), (700, 0), (2_000, 0)]))
    let drops = network.edges(at: 1)
    #expect(drops.contains { network.lengthMetres[$0] < 0.01 })
    #expect(network.edges(.road).count == 2)
    #expect(abs(network.leastCableMetres()[1] - 700) < 0.5)
  }

  @Test func `a village at the existing cable is at no distance`() throws {
    let network = try Self.network(villages: [(0, 300), (0, -1_000)], roads: Ground.lines([(0, 0), (2_000, 0)]))
    let least = network.leastCableMetres()
    #expect(least[1] < 0.02)
    #expect(least[2] == 0, "at a vertex of the cable")
  }

  @Test func `a road beside the cable is part of the root, and one that only crosses it is not`() throws {
    let network = try Self.network(
      villages: [(500, 500)],
      roads: Ground.lines([(10, -900), (10, 900)], [(-800, 500), (800, 500)]))
    // Only the pieces of the crossing road that lie outside the tolerance are new.
    #expect(network.edges(.road).allSatisfy { network.lengthMetres[$0] < 801 })
    #expect(!network.edges(.road).contains { network.lengthMetres[$0] > 805 })
    #expect(network.edges(.road).count == 3, "west, east to the drop, east of the drop")
    #expect(abs(network.leastCableMetres()[1] - 490) < 1)
  }

  @Test func `repeated roads, and those that run over the same ground, count once`() throws {
    let road = [(0.0, 0.0), (500, 0), (2_000, 0)]
    let once = try Self.network(villages: [(1_500, 100)], roads: Ground.lines(road))
    let twice = try Self.network(
      villages: [(1_500, 100)],
      roads: Ground.lines(road, road.reversed(), [(500, 0), (500, 0), (2_000, 0)], [(500, 0)]))
    #expect(twice.edgeCount == once.edgeCount)
    #expect(twice.lengthMetres == once.lengthMetres)
    #expect(twice.preparation.pieces == once.preparation.pieces)
  }

  @Test func `positions that are not on earth cut a road and nothing else`() throws {
    var roads = Ground.lines([(0, 0), (500, 0), (600, 0), (700, 0), (2_000, 0)])
    roads.coordinates[2] = Coordinate(longitude: .nan, latitude: 21)
    let network = try Self.network(villages: [(1_500, 0)], roads: roads)
    #expect(network.preparation.droppedPositions == 1)
    let expected = 500 + 200 * 1.3 + 800
    #expect(abs(network.leastCableMetres()[1] - expected) < 1)
  }

  @Test func `villages at the same place are each connected`() throws {
    let network = try Self.network(
      villages: [(1_000, 200), (1_000, 200), (1_000, 200)], roads: Ground.lines([(0, 0), (2_000, 0)]))
    let least = network.leastCableMetres()
    #expect(least[1] == least[2] && least[2] == least[3])
    #expect(abs(least[1] - 1_260) < 1)
  }

  @Test func `an edge has one class, and of roads on the same ground the class that came first`() throws {
    let network = try Self.network(
      villages: [(1_900, 10)],
      roads: Ground.lines(
        [(0, 0), (1_000, 0)], [(1_000, 0), (2_000, 0)], [(0, 0), (1_000, 0)], [(2_000, 0), (3_000, 0)]),
      classes: ["district", "commune", "village", nil])
    #expect(network.roadClassNames == ["district", "commune", "village"])
    #expect(Set(network.edges(.road).map { network.roadClasses[$0] }) == [0, 1, -1])
    #expect(network.edges(.drop).allSatisfy { network.roadClasses[$0] == -1 })
    let district = network.edges(.road).filter { network.roadClasses[$0] == 0 }
    #expect(abs(district.reduce(0) { $0 + network.lengthMetres[$1] } - 1_000) < 0.5)
  }

  @Test func `a chain of roads is one edge with all its bends`() throws {
    let network = try Self.network(
      villages: [(2_000, 1_000)],
      roads: Ground.lines([(0, 0), (500, 100), (1_000, 0)], [(2_000, 1_000), (1_500, 500), (1_000, 0)]))
    #expect(network.edges(.road).count == 1)
    let line = try network.line(ofEdge: #require(network.edges(.road).first))
    #expect(line.count == 5)
  }

  @Test func `across the antimeridian roads cross and villages attach as elsewhere`() throws {
    func at(_ east: Double, _ north: Double) -> Coordinate {
      let longitude: Double = 180 + east / 100_000
      return Coordinate(longitude: longitude > 180 ? longitude - 360 : longitude, latitude: -17 + north / 100_000)
    }
    let sources = NetworkSources(
      existing: Ground.layer([[at(-1_000, -500), at(-1_000, 500)]]), villages: [at(1_000, 500), at(-5, 20)],
      roads: RoadLayer(Ground.layer([[at(-1_000, 0), at(2_000, 0)], [at(1_000, -500), at(1_000, 490)]])))
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.disconnected.isEmpty)
    #expect(network.vertices.allSatisfy(\.isOnEarth) && network.positions.allSatisfy(\.isOnEarth))
    let along = Geodesic.length(of: [at(-1_000, 0), at(1_000, 0), at(1_000, 490)])
    let metres = along + 1.3 * Geodesic.distance(at(1_000, 490), at(1_000, 500))
    #expect(abs(network.leastCableMetres()[1] - metres) < 0.1)
  }
}
