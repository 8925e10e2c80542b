import Geospatial
import Randomness
import Testing

@testable import Rollout

/// Properties of networks drawn from a seed: winding roads in several pieces, cable on some of them, villages about.
@Suite struct SeededNetworkTests {
  static func sources(seed: UInt64) -> NetworkSources {
    var generator = SeededGenerator(seed: seed)
    var roads: [[Coordinate]] = []
    for _ in 0..<25 {
      var (east, north) = (generator.number(0, 20_000), generator.number(0, 20_000))
      var direction = generator.number(0, 6.28)
      var line: [Coordinate] = []
      for _ in 0..<(2 + generator.index(40)) {
        line.append(Ground.place(east, north))
        direction += generator.number(-0.5, 0.5)
        // Some roads are on a coarse grid, so that they share ground and vertices.
        let step = generator.number(20, 400)
        east += step * Elementary.cosine(direction)
        north += step * Elementary.sine(direction)
      }
      roads.append(line)
      if generator.chance(0.2) { roads.append(line.reversed()) }
      if generator.chance(0.2) { roads.append(Array(line.prefix(line.count / 2))) }
    }
    var existing = [roads[0], Array(roads[3].prefix(5))]
    if generator.chance(0.5) { existing.append([Ground.place(10_000, 10_000)]) }
    let villages = (0..<60).map { _ in Ground.place(generator.number(-3_000, 23_000), generator.number(0, 20_000)) }
    let classes = roads.indices.map { _ in [nil, "district", "village"][generator.index(3)] }
    return NetworkSources(
      existing: Ground.layer(existing), villages: villages, roads: RoadLayer(Ground.layer(roads), classes: classes))
  }

  @Test(arguments: Array(UInt64(1)...12))
  func `what holds for every network holds`(seed: UInt64) throws {
    let sources = Self.sources(seed: seed)
    let network = try CandidateNetwork(sources)
    NetworkInvariants.check(network, of: sources)
    #expect(network.disconnected.isEmpty, "nothing is farther than a link from the rest")
    let again = try CandidateNetwork(sources)
    #expect(again.tails == network.tails && again.heads == network.heads && again.positions == network.positions)
  }

  @Test(arguments: Array(UInt64(1)...6))
  func `roads keep their length, less what carries cable and what is there twice`(seed: UInt64) throws {
    var sources = Self.sources(seed: seed)
    sources.villages = []
    let network = try CandidateNetwork(sources)
    // A place of a road counts where it is not near cable and not within a centimetre of an earlier road.
    let roads = try #require(sources.roads).geometries
    let cable = SegmentIndex(sources.existing)
    var expected = 0.0
    let spacing = 5.0
    for road in 0..<roads.count {
      let earlier = SegmentIndex(roads) { $0 < road }
      let line = Array(roads.coordinates[roads.coordinates(ofFeature: road)])
      for (start, end) in zip(line, line.dropFirst()) {
        let path = Geodesic.inverse(from: start, to: end)
        let count = max(1, Int(path.distanceMetres / spacing))
        for part in 0..<count {
          let place = Geodesic.direct(
            from: start, azimuthDegrees: path.initialAzimuthDegrees,
            distanceMetres: path.distanceMetres * (Double(part) + 0.5) / Double(count)
          ).coordinate
          if cable.nearest(to: place, within: 20) != nil || earlier.nearest(to: place, within: 0.1) != nil { continue }
          expected += path.distanceMetres / Double(count)
        }
      }
    }
    let found = network.edges(.road).reduce(0) { $0 + network.lengthMetres[$1] }
    #expect(expected > 20_000)
    // Near cable whole pieces count or not, each end of which is within 20 m of it.
    #expect(abs(found / expected - 1) < 0.02, "\(found) m of \(expected) m")
  }

  @Test(arguments: Array(UInt64(21)...26))
  func `every village has a drop to the nearest place of cable or road`(seed: UInt64) throws {
    let sources = Self.sources(seed: seed)
    let network = try CandidateNetwork(sources)
    let least = network.leastCableMetres()
    let roads = SegmentIndex(network.geometries()) { network.kinds[$0] == .road }
    let cable = SegmentIndex(sources.existing)
    for village in sources.villages.indices {
      let position = sources.villages[village]
      let toCable = try #require(cable.nearest(to: position)).distanceMetres
      let toRoad = try #require(roads.nearest(to: position)).distanceMetres
      // No way is shorter than the straight line, but for what the tolerance takes off it.
      #expect(least[village + 1] >= toCable - 2 * 20 - 0.1)
      if toCable <= 5_000 { #expect(least[village + 1] <= toCable * 1.3 + 0.1) }
      let drops = network.edges(at: village + 1).filter { network.kinds[$0] == .drop }
      let shortest = drops.map { network.lengthMetres[$0] }.min() ?? .infinity
      if min(toRoad, toCable) <= 5_000 { #expect(abs(shortest - min(toRoad, toCable)) < 0.03) }
    }
  }
}
