import Testing

@testable import Geospatial

@Suite struct SingleLinkageTests {
  /// The lowest position of each position's cluster; -1 for none.
  static func names(_ clusters: PointClusters) -> [Int] {
    let first = clusters.members.map { $0[0] }
    return clusters.labels.map { $0 < 0 ? -1 : first[Int($0)] }
  }

  @Test(arguments: ClusterScene.scenes(seeds: 1...4))
  func `clusters are the components of all pairs within reach`(scene: ClusterScene) {
    let clusters = SingleLinkage.clusters(of: scene.coordinates, reachMetres: scene.reachMetres)
    let distances = scene.distances
    let all = [Bool](repeating: true, count: scene.coordinates.count)
    #expect(Self.names(clusters) == scene.components(distances, takesPart: all))
    // Numbered in the order of their lowest positions.
    let first = clusters.members.map { $0[0] }
    #expect(first == first.sorted() && clusters.count == first.count)
  }

  @Test(arguments: ClusterScene.scenes(seeds: 5...7))
  func `links join each cluster as a tree of pairs within reach`(scene: ClusterScene) {
    let clusters = SingleLinkage.clusters(of: scene.coordinates, reachMetres: scene.reachMetres)
    var sets = DisjointSets(count: scene.coordinates.count)
    for (position, link) in clusters.links.enumerated() where link >= 0 {
      #expect(Geodesic.distance(scene.coordinates[position], scene.coordinates[Int(link)]) <= scene.reachMetres)
      let wereApart = sets.join(position, Int(link))
      #expect(wereApart)
    }
    let roots = scene.coordinates.indices.map { sets.root(of: $0) }
    #expect(roots == Self.names(clusters))
  }

  /// On the equator a degree is 111,319.49 m; at the reach positions are joined, a millimetre below they are not.
  @Test(arguments: [179.5, 0, -180, 180])
  func `the reach itself joins, also across the antimeridian`(longitude: Double) {
    let start = Coordinate(longitude: longitude, latitude: 10)
    let end = Geodesic.direct(from: start, azimuthDegrees: 90, distanceMetres: 5000).coordinate
    let other = Coordinate(longitude: end.longitude - 360, latitude: end.latitude)
    for end in [end, other] {
      let metres = Geodesic.distance(start, end)
      #expect(SingleLinkage.clusters(of: [start, end], reachMetres: metres).count == 1)
      #expect(SingleLinkage.clusters(of: [start, end], reachMetres: metres - 0.001).count == 2)
    }
  }

  @Test func `a chain is one cluster however long, and breaks where one link is missing`() {
    let chain = (0..<2000).map { Coordinate(longitude: 105 + Double($0) * 0.01, latitude: 21) }
    #expect(SingleLinkage.clusters(of: chain.shuffled(seed: 3), reachMetres: 1100).count == 1)
    let broken = chain.filter { $0.longitude < 110 || $0.longitude > 110.005 }
    #expect(SingleLinkage.clusters(of: broken.shuffled(seed: 4), reachMetres: 1100).count == 2)
  }

  @Test func `no positions make no clusters and doubles make one`() {
    #expect(SingleLinkage.clusters(of: [], reachMetres: 5000).count == 0)
    let doubles = [Coordinate](repeating: Coordinate(longitude: 105, latitude: 21), count: 50)
    let clusters = SingleLinkage.clusters(of: doubles, reachMetres: 1)
    #expect(clusters.count == 1 && clusters.labels == [Int32](repeating: 0, count: 50))
  }
}

extension Array {
  fileprivate func shuffled(seed: UInt64) -> [Element] {
    var random = SeededGenerator(seed: seed)
    return shuffled(using: &random)
  }
}
