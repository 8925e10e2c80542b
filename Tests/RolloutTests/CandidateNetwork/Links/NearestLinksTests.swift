import Geospatial
import Randomness
import Testing

@testable import Rollout

@Suite struct NearestLinksTests {
  @Test(arguments: [1, 3, 6])
  func `the nearest along a triangulation are those of a look at all`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    // Ten kilometres of country, where plane and ellipsoid agree on who is nearest.
    let positions = (0..<200).map { _ in Ground.place(generator.number(0, 10_000), generator.number(0, 10_000)) }
    let plane = LinkPlane(positions, lattice: Lattice(around: positions))
    let links = NearestLinks(positions, edges: DelaunayTriangulation.edges(x: plane.x, y: plane.y))
    let pairs = links.pairs(count: count, where: positions.map { _ in true })
    var expected: Set<[Int]> = []
    for point in positions.indices {
      let others = positions.indices.filter { $0 != point }.sorted {
        Geodesic.distance(positions[point], positions[$0]) < Geodesic.distance(positions[point], positions[$1])
      }
      for other in others.prefix(count) { expected.insert([min(point, other), max(point, other)]) }
    }
    #expect(Set(pairs.map { [Int($0.0), Int($0.1)] }) == expected)
    #expect(pairs.count == expected.count)
  }

  @Test func `points that do not count are passed through`() {
    let positions = [0.0, 100, 200, 300, 1_000].map { Ground.place($0, 0) }
    let edges: [(Int32, Int32)] = [(0, 1), (1, 2), (2, 3), (3, 4)]
    let pairs = NearestLinks(positions, edges: edges).pairs(count: 1, where: [true, false, false, true, true])
    #expect(pairs.map { [$0.0, $0.1] } == [[0, 3], [3, 4]])
  }
}
