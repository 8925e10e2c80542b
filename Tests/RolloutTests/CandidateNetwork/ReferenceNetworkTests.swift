import Geospatial
import Testing

@testable import Rollout

/// The roads, the cable and the villages of a province of the reference dataset.
@Suite struct ReferenceNetworkTests {
  static let box = BoundingBox(west: 104.3, south: 22.2, east: 105.6, north: 23.4)

  static func sources(withRoads: Bool) throws -> NetworkSources {
    let cable = try ReferenceLayer("fibre", in: box)
    var existing = GeometryColumn()
    for feature in cable.properties.indices where cable.properties[feature].status == "operational" {
      existing.appendFeature(feature, of: cable.geometries)
    }
    let index = SegmentIndex(existing)
    let villages = try ReferenceLayer("villages", in: box).geometries.coordinates
      .filter { index.nearest(to: $0, within: 500) == nil }
    let roads = try ReferenceLayer("roads", in: box)
    return NetworkSources(
      existing: existing, villages: villages,
      roads: withRoads ? RoadLayer(roads.geometries, classes: roads.properties.map(\.roadClass)) : nil)
  }

  @Test func `every village is attached to the roads, most by less than a kilometre`() throws {
    let sources = try Self.sources(withRoads: true)
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.villageCount > 300)
    #expect(network.disconnected.isEmpty)
    #expect(network.roadClassNames.sorted() == ["commune", "district", "village"])
    let reached = (1...network.villageCount).filter { vertex in
      network.edges(at: vertex).contains { network.kinds[$0] == .drop && network.lengthMetres[$0] < 1_000 }
    }
    #expect(reached.count > network.villageCount * 9 / 10)
    #expect(network.edgeCount < 20 * network.villageCount)
  }

  @Test func `without roads the network is one of villages, ready for a Steiner tree`() throws {
    let sources = try Self.sources(withRoads: false)
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.disconnected.isEmpty)
    let graph = try network.graph { Int(network.cableMetres[$0]) }
    let instance = try SteinerInstance(graph: graph, terminals: [0] + network.connectedVillages.map { $0 + 1 })
    #expect(instance.terminals.count == network.villageCount + 1)
    #expect(network.vertices.count == network.villageCount + 1)
  }
}
