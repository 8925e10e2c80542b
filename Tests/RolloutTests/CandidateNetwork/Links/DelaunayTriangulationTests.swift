import Randomness
import Testing

@testable import Rollout

@Suite struct DelaunayTriangulationTests {
  private static func random(_ seed: UInt64, count: Int, extent: Int) -> (x: [Int], y: [Int]) {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<count).map { _ in generator.index(extent) - extent / 2 }
    return (x, (0..<count).map { _ in generator.index(extent) - extent / 2 })
  }

  /// Whether `d` lies inside the circle through three points, which turn counter-clockwise; exact.
  private static func isInCircle(_ x: [Int], _ y: [Int], _ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Bool {
    func row(_ p: Int) -> (Int128, Int128, Int128) {
      let (u, v) = (Int128(x[p] - x[d]), Int128(y[p] - y[d]))
      return (u, v, u * u + v * v)
    }
    let (p, q, r) = (row(a), row(b), row(c))
    let first: Int128 = p.0 * (q.1 * r.2 - q.2 * r.1)
    let second: Int128 = p.1 * (q.0 * r.2 - q.2 * r.0)
    let third: Int128 = p.2 * (q.0 * r.1 - q.1 * r.0)
    return first - second + third > 0
  }

  @Test(arguments: [3, 4, 40, 50], [8, 20, 1_000, 268_435_456])
  func `the circle around every triangle is empty, and there are as many edges as Euler wants`(
    count: Int, extent: Int
  ) {
    let (x, y) = Self.random(UInt64(count + extent), count: count, extent: extent)
    let edges = DelaunayTriangulation.edges(x: x, y: y)
    let isEdge = Set(edges.map { [Int($0.0), Int($0.1)] })
    #expect(isEdge.count == edges.count)
    let distinct = Dictionary(grouping: x.indices) { [x[$0], y[$0]] }.values.compactMap(\.first)
    var triangles = 0
    for a in distinct {
      for b in distinct where isEdge.contains([min(a, b), max(a, b)]) {
        for c in distinct
        where c > a && b > a && isEdge.contains([min(a, c), max(a, c)]) && isEdge.contains([min(b, c), max(b, c)]) {
          let (east, north) = (x[b] - x[a], y[b] - y[a])
          guard east * (y[c] - y[a]) - north * (x[c] - x[a]) > 0 else { continue }
          // Three edges around other points are no triangle.
          func turn(_ p: Int, _ q: Int, _ d: Int) -> Int {
            let (east, north) = (x[q] - x[p], y[q] - y[p])
            return east * (y[d] - y[p]) - north * (x[d] - x[p])
          }
          let others = distinct.filter { $0 != a && $0 != b && $0 != c }
          if others.contains(where: { turn(a, b, $0) >= 0 && turn(b, c, $0) >= 0 && turn(c, a, $0) >= 0 }) { continue }
          triangles += 1
          #expect(!others.contains { Self.isInCircle(x, y, a, b, c, $0) })
        }
      }
    }
    // V - E + F = 2, the face outside included.
    let edgeCount = edges.count - (x.count - distinct.count)
    #expect(distinct.count - edgeCount + triangles + 1 == 2 || triangles == 0)
  }

  @Test(arguments: [2, 3, 4, 5, 17])
  func `points on a line make a chain`(count: Int) {
    let x = (0..<count).map { 10 * ((7 * $0) % count) }
    let edges = DelaunayTriangulation.edges(x: x, y: x.map { 3 * $0 })
    #expect(edges.count == count - 1)
    #expect(edges.allSatisfy { abs(x[Int($0.0)] - x[Int($0.1)]) == 10 })
  }

  @Test func `points at one place are joined to the lowest of them`() {
    let edges = DelaunayTriangulation.edges(x: [5, 0, 5, 5], y: [5, 0, 5, 5])
    #expect(edges.map { [$0.0, $0.1] } == [[0, 1], [0, 2], [0, 3]])
    #expect(DelaunayTriangulation.edges(x: [], y: []).isEmpty)
    #expect(DelaunayTriangulation.edges(x: [1], y: [1]).isEmpty)
  }

  @Test func `a square grid, where every four points share a circle, is triangulated`() {
    let places = (0..<100).map { ($0 % 10, $0 / 10) }
    let edges = DelaunayTriangulation.edges(x: places.map { $0.0 * 1_000 }, y: places.map { $0.1 * 1_000 })
    #expect(edges.count == 3 * 100 - 3 - 36)
    #expect(
      edges.allSatisfy { edge in
        let (a, b) = (places[Int(edge.0)], places[Int(edge.1)])
        return abs(a.0 - b.0) <= 1 && abs(a.1 - b.1) <= 1
      })
  }

  @Test func `the nearest neighbour of every point is joined to it`() {
    let (x, y) = Self.random(9, count: 300, extent: 1 << 28)
    let isEdge = Set(DelaunayTriangulation.edges(x: x, y: y).map { [Int($0.0), Int($0.1)] })
    func squared(_ a: Int, _ b: Int) -> Int {
      let (east, north) = (x[a] - x[b], y[a] - y[b])
      return east * east + north * north
    }
    for point in x.indices {
      let nearest = x.indices.filter { $0 != point }.min { squared(point, $0) < squared(point, $1) } ?? 0
      #expect(isEdge.contains([min(point, nearest), max(point, nearest)]))
    }
  }
}
