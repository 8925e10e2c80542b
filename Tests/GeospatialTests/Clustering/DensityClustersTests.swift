import Testing

@testable import Geospatial

@Suite struct DensityClustersTests {
  @Test(arguments: ClusterScene.scenes(seeds: 11...13), [1, 2, 4, 9])
  func `clusters are those of the definition`(scene: ClusterScene, leastCount: Int) {
    let clusters = DensityClusters.clusters(
      of: scene.coordinates, reachMetres: scene.reachMetres, leastCount: leastCount)
    let distances = scene.distances
    let isCore = distances.map { $0.count { $0 <= scene.reachMetres } >= leastCount }
    let components = scene.components(distances, takesPart: isCore)
    // Each border goes to its nearest core, of equally near ones the first.
    var (names, links) = (components, [Int](repeating: -1, count: components.count))
    for position in names.indices where !isCore[position] {
      let cores = names.indices.filter { isCore[$0] && distances[position][$0] <= scene.reachMetres }
      guard let nearest = cores.min(by: { distances[position][$0] < distances[position][$1] }) else { continue }
      (names[position], links[position]) = (components[nearest], nearest)
    }
    // A cluster is named by its lowest core there, here by its lowest position.
    var lowest: [Int: Int] = [:]
    for (position, name) in names.enumerated() where name >= 0 {
      lowest[name] = min(lowest[name] ?? position, position)
    }
    let found = SingleLinkageTests.names(clusters)
    #expect(found == names.map { lowest[$0] ?? -1 })
    for position in names.indices where !isCore[position] && names[position] >= 0 {
      #expect(distances[position][Int(clusters.links[position])] == distances[position][links[position]])
    }
    #expect(names.indices.allSatisfy { (clusters.links[$0] >= 0) <= (names[$0] >= 0) })
  }

  /// Five around a place, a sixth within reach of one of them only, a seventh of none.
  @Test func `a position within reach of a core alone is on the border, and one of none is noise`() {
    let centre = Coordinate(longitude: 105, latitude: 21)
    func at(_ metresEast: Double) -> Coordinate {
      Geodesic.direct(from: centre, azimuthDegrees: 90, distanceMetres: metresEast).coordinate
    }
    let positions = [0, 100, 200, 300, 400, 1350, 3000].map(at)
    let clusters = DensityClusters.clusters(of: positions, reachMetres: 1000, leastCount: 5)
    #expect(clusters.labels == [0, 0, 0, 0, 0, 0, -1])
    #expect(clusters.links[5] == 4 && clusters.links[6] == -1)
    #expect(DensityClusters.clusters(of: positions, reachMetres: 1000, leastCount: 7).count == 0)
  }

  @Test func `with a least count of one every position is a core`() {
    let scene = ClusterScene(.antimeridian, seed: 30)
    let density = DensityClusters.clusters(of: scene.coordinates, reachMetres: scene.reachMetres, leastCount: 1)
    #expect(density == SingleLinkage.clusters(of: scene.coordinates, reachMetres: scene.reachMetres))
  }
}

extension Bool {
  /// Whether the first implies the second.
  fileprivate static func <= (a: Bool, b: Bool) -> Bool { !a || b }
}
