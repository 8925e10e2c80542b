import Geospatial
import Testing

@testable import Rollout

/// Forbidden areas, funded routes, branch points, water and terrain, made by hand.
@Suite struct ConstrainedNetworkTests {
  /// Two ways from the cable to the village: a straight one of 2,000 m and one around of 4,000 m.
  static let roads = Ground.lines([(0, 0), (2_000, 0)], [(0, 1_000), (2_000, 1_000), (2_000, 0)])

  static func least(change: (inout NetworkSources) -> Void) throws -> (network: CandidateNetwork, metres: Double) {
    let network = try RoadNetworkTests.network(
      villages: [(2_000, -5)], roads: roads, settings: settings, change: change)
    return (network, network.leastCableMetres()[1])
  }

  static var settings: NetworkSettings {
    var settings = NetworkSettings()
    settings.longestDropMetres = 100
    return settings
  }

  @Test func `a forbidden area closes the roads through it`() throws {
    #expect(abs(try Self.least { _ in }.metres - 2_006.5) < 1)
    let (network, metres) = try Self.least { $0.forbidden = Ground.rectangle(900, -200, 1_100, 200) }
    #expect(abs(metres - 3_006.5) < 1)
    #expect(network.preparation.forbiddenPieces > 0)
  }

  @Test func `a road that only touches a forbidden area stays open`() throws {
    // The border of the area is the road itself, vertex for vertex.
    let area = Ground.rectangle(0, -300, 1_500, 0)
    var network = try RoadNetworkTests.network(
      villages: [(1_500, 5)], roads: Ground.lines([(0, 0), (1_500, 0)]), change: { $0.forbidden = area })
    #expect(network.preparation.forbiddenPieces == 0)
    #expect(abs(network.leastCableMetres()[1] - 1_506.5) < 1)
    network = try RoadNetworkTests.network(
      villages: [(1_500, 5)], roads: Ground.lines([(0, -1), (1_500, -1)]), change: { $0.forbidden = area })
    #expect(network.preparation.forbiddenPieces > 0)
  }

  @Test func `a village inside a forbidden area, and one behind it, are listed with the reason`() throws {
    let network = try RoadNetworkTests.network(
      villages: [(1_000, 0), (5_000, 0), (100, 0)], roads: Ground.lines([(0, 0), (1_000, 0)])
    ) {
      $0.forbidden = Ground.rectangle(500, -40_000, 3_000, 40_000)
    }
    #expect(
      network.disconnected == [
        DisconnectedVillage(village: 0, reason: .insideForbiddenArea(feature: 0)),
        DisconnectedVillage(village: 1, reason: .cutOff),
      ])
  }

  @Test func `without an existing network every village is listed`() throws {
    let sources = NetworkSources(
      existing: GeometryColumn(), villages: [Ground.place(0, 0), Coordinate(longitude: .nan, latitude: 0)],
      roads: RoadLayer(Ground.lines([(0, 0), (1_000, 0)])))
    let network = try CandidateNetwork(sources)
    #expect(
      network.disconnected == [
        DisconnectedVillage(village: 0, reason: .nothingToConnectTo),
        DisconnectedVillage(village: 1, reason: .notOnEarth),
      ])
  }

  @Test func `a funded route wins over the road on the same ground, and forbidden areas leave it alone`() throws {
    let (network, _) = try Self.least {
      $0.fundedRoutes = Ground.lines([(0, 0), (1_500, 0)])
      $0.forbidden = Ground.rectangle(900, -200, 1_100, 200)
    }
    let funded = network.edges(.funded)
    #expect(abs(funded.reduce(0) { $0 + network.lengthMetres[$1] } - 1_500) < 0.5)
    let least = network.leastCableMetres { network.kinds[$0] == .funded ? 0 : nil }
    #expect(abs(least[1] - 506.5) < 1)
  }

  @Test func `branch points split the road, and only they and the root may branch`() throws {
    let (network, _) = try Self.least {
      $0.branchPoints = [Ground.place(1_000, 4), Ground.place(1_500, 60), Ground.place(5, 0)]
    }
    let branching = network.mayBranch.indices.filter { network.mayBranch[$0] && $0 != CandidateNetwork.root }
    #expect(branching.count == 2, "the third is on the cable")
    #expect(network.mayBranch[CandidateNetwork.root])
    #expect(branching.contains { Geodesic.distance(network.vertices[$0], Ground.place(1_000, 0)) < 0.2 })
    #expect(branching.contains { network.vertices[$0] == Ground.place(1_500, 60) })
    #expect(branching.allSatisfy { network.edges(at: $0).count >= 1 })
    #expect(try Self.least { _ in }.network.mayBranch.allSatisfy { $0 })
  }

  @Test func `rivers and lakes are counted where the cable crosses them`() throws {
    let (network, _) = try Self.least {
      var water = Ground.lines([(300, -500), (300, 500)], [(600, -500), (600, 500)])
      water.append(contentsOf: Ground.rectangle(1_000, -300, 1_200, 300))
      $0.water = water
    }
    let direct = network.edges(.road).filter { network.lengthMetres[$0] > 1_900 && network.lengthMetres[$0] < 2_100 }
    #expect(direct.map { network.riverCrossings[$0] } == [3])
    #expect(network.edges(.road).filter { !direct.contains($0) }.allSatisfy { network.riverCrossings[$0] == 0 })
  }

  @Test func `terrain makes cable dearer and not longer`() throws {
    let halfway = Ground.place(1_000, 0).longitude
    let (hilly, metres) = try Self.least { $0.terrainFactor = { $0.longitude > halfway ? 2 : 1 } }
    let (flat, _) = try Self.least { _ in }
    #expect(hilly.lengthMetres == flat.lengthMetres)
    #expect(metres > 2_006.5)
  }

  @Test(arguments: [0, -1, Double.nan, .infinity])
  func `a terrain factor that is no positive number is refused`(factor: Double) throws {
    #expect(throws: CandidateNetworkError.self) { try Self.least { $0.terrainFactor = { _ in factor } } }
  }

  @Test func `settings and classes that cannot be are refused`() throws {
    var settings = NetworkSettings()
    settings.longestLinkMetres = -1
    #expect(throws: CandidateNetworkError.self) {
      try CandidateNetwork(NetworkSources(existing: GeometryColumn(), villages: []), settings: settings)
    }
    settings = NetworkSettings()
    settings.detourFactor = 0.9
    #expect(throws: CandidateNetworkError.self) {
      try CandidateNetwork(NetworkSources(existing: GeometryColumn(), villages: []), settings: settings)
    }
    #expect(throws: CandidateNetworkError.classCount(classes: 1, roads: 2)) {
      try RoadNetworkTests.network(villages: [], roads: Self.roads, classes: ["district"])
    }
  }
}
