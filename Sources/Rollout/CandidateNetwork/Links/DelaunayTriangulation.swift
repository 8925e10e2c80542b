import Geospatial

/// The Delaunay triangulation of points on a plane of whole numbers (L. Guibas and J. Stolfi, *Primitives for the
/// manipulation of general subdivisions and the computation of Voronoi diagrams*, ACM Transactions on Graphics 4, 1985):
/// sorted, halved, and the halves merged.
///
/// Every decision is exact. O(n log n), about 80 bytes to a point. Points on one line are joined to a chain.
struct DelaunayTriangulation {
  /// Coordinates lie within this of 0, so that 128 bits hold every determinant.
  static let greatestCoordinate = 1 << 28

  private let x: [Int]
  private let y: [Int]
  /// One per directed edge: where it starts. Edge *e* and its reverse are *e* and *e* ^ 1.
  private var origins: [Int32] = []
  /// The next edge around the same origin, counter-clockwise.
  private var nexts: [Int32] = []
  /// The one before.
  private var previous: [Int32] = []
  /// Edges that were taken out and may be used again, the even one of each pair.
  private var free: [Int32] = []

  /// The edges of the triangulation of points, as pairs of indexes, the lower first, in ascending order. Of points at the
  /// same place the lowest takes part, and each other is joined to it alone.
  static func edges(x: [Int], y: [Int]) -> [(Int32, Int32)] {
    var order = x.indices.sorted { (x[$0], y[$0], $0) < (x[$1], y[$1], $1) }
    var edges: [(Int32, Int32)] = []
    var kept = 0
    for place in order.indices {
      let point = order[place]
      if kept > 0, x[order[kept - 1]] == x[point], y[order[kept - 1]] == y[point] {
        edges.append((Int32(truncatingIfNeeded: order[kept - 1]), Int32(truncatingIfNeeded: point)))
      } else {
        order[kept] = point
        kept += 1
      }
    }
    order.removeLast(order.count - kept)
    var triangulation = DelaunayTriangulation(x: order.map { x[$0] }, y: order.map { y[$0] })
    if kept > 1 { _ = triangulation.triangulate(0..<kept) }
    let isFree = triangulation.freeEdges()
    for edge in stride(from: 0, to: triangulation.origins.count, by: 2) where !isFree[edge / 2] {
      let (a, b) = (order[Int(triangulation.origins[edge])], order[Int(triangulation.origins[edge + 1])])
      edges.append((Int32(truncatingIfNeeded: min(a, b)), Int32(truncatingIfNeeded: max(a, b))))
    }
    var keys = edges.map { UInt64($0.0) << 32 | UInt64($0.1) }
    keys.sort()
    return keys.map { (Int32(truncatingIfNeeded: $0 >> 32), Int32(truncatingIfNeeded: $0)) }
  }

  private init(x: [Int], y: [Int]) {
    self.x = x
    self.y = y
    origins.reserveCapacity(6 * x.count)
    nexts.reserveCapacity(6 * x.count)
    previous.reserveCapacity(6 * x.count)
  }

  private func freeEdges() -> [Bool] {
    var isFree = [Bool](repeating: false, count: origins.count / 2)
    for edge in free { isFree[Int(edge) / 2] = true }
    return isFree
  }

  // MARK: Divide and merge

  /// Triangulates a run of the sorted points: the counter-clockwise edge of the hull out of the first point, and the
  /// clockwise one out of the last.
  private mutating func triangulate(_ run: Range<Int>) -> (left: Int, right: Int) {
    if run.count == 2 {
      let edge = makeEdge(run.lowerBound, run.lowerBound + 1)
      return (edge, edge ^ 1)
    }
    if run.count == 3 { return triangle(run.lowerBound) }
    let middle = run.lowerBound + run.count / 2
    let (leftOuter, leftInner) = triangulate(run.lowerBound..<middle)
    let (rightInner, rightOuter) = triangulate(middle..<run.upperBound)
    return merge(leftOuter, leftInner, rightInner, rightOuter)
  }

  private mutating func triangle(_ first: Int) -> (left: Int, right: Int) {
    let a = makeEdge(first, first + 1)
    let b = makeEdge(first + 1, first + 2)
    splice(a ^ 1, b)
    let side = orientation(first, first + 1, first + 2)
    if side == 0 { return (a, b ^ 1) }
    let c = connect(b, a)
    return side > 0 ? (a, b ^ 1) : (c ^ 1, c)
  }

  private mutating func merge(
    _ leftOuter: Int, _ leftInner: Int, _ rightInner: Int, _ rightOuter: Int
  ) -> (left: Int, right: Int) {
    var (ldi, rdi, ldo, rdo) = (leftInner, rightInner, leftOuter, rightOuter)
    // The lower common tangent.
    while true {
      if isLeft(origin(rdi), of: ldi) {
        ldi = leftNext(ldi)
      } else if isRight(origin(ldi), of: rdi) {
        rdi = rightPrevious(rdi)
      } else {
        break
      }
    }
    var base = connect(rdi ^ 1, ldi)
    if origin(ldi) == origin(ldo) { ldo = base ^ 1 }
    if origin(rdi) == origin(rdo) { rdo = base }
    // The rising bubble.
    while true {
      var left = Int(nexts[base ^ 1])
      if isRight(destination(left), of: base) {
        while isInCircle(destination(base), origin(base), destination(left), destination(Int(nexts[left]))) {
          let next = Int(nexts[left])
          remove(left)
          left = next
        }
      }
      var right = Int(previous[base])
      if isRight(destination(right), of: base) {
        while isInCircle(destination(base), origin(base), destination(right), destination(Int(previous[right]))) {
          let next = Int(previous[right])
          remove(right)
          right = next
        }
      }
      let leftIsValid = isRight(destination(left), of: base)
      let rightIsValid = isRight(destination(right), of: base)
      if !leftIsValid, !rightIsValid { break }
      if !leftIsValid
        || (rightIsValid && isInCircle(destination(left), origin(left), origin(right), destination(right)))
      {
        base = connect(right, base ^ 1)
      } else {
        base = connect(base ^ 1, left ^ 1)
      }
    }
    return (ldo, rdo)
  }

  // MARK: Edges

  @inline(__always)
  private func origin(_ edge: Int) -> Int { Int(origins[edge]) }

  @inline(__always)
  private func destination(_ edge: Int) -> Int { Int(origins[edge ^ 1]) }

  /// The next edge counter-clockwise around the face on the left.
  @inline(__always)
  private func leftNext(_ edge: Int) -> Int { Int(previous[edge ^ 1]) }

  /// The edge before, clockwise around the face on the right.
  @inline(__always)
  private func rightPrevious(_ edge: Int) -> Int { Int(nexts[edge ^ 1]) }

  private mutating func makeEdge(_ a: Int, _ b: Int) -> Int {
    let edge: Int
    if let reused = free.popLast() {
      edge = Int(reused)
    } else {
      edge = origins.count
      for _ in 0..<2 {
        origins.append(0)
        nexts.append(0)
        previous.append(0)
      }
    }
    for (end, point) in [(edge, a), (edge + 1, b)] {
      origins[end] = Int32(truncatingIfNeeded: point)
      nexts[end] = Int32(truncatingIfNeeded: end)
      previous[end] = Int32(truncatingIfNeeded: end)
    }
    return edge
  }

  /// Joins the rings of edges around two origins, or parts one into two.
  private mutating func splice(_ a: Int, _ b: Int) {
    let (afterA, afterB) = (nexts[a], nexts[b])
    nexts[a] = afterB
    nexts[b] = afterA
    previous[Int(afterB)] = Int32(truncatingIfNeeded: a)
    previous[Int(afterA)] = Int32(truncatingIfNeeded: b)
  }

  /// A new edge from where `a` ends to where `b` starts, with the same face on the left of all three.
  private mutating func connect(_ a: Int, _ b: Int) -> Int {
    let edge = makeEdge(destination(a), origin(b))
    splice(edge, leftNext(a))
    splice(edge ^ 1, b)
    return edge
  }

  private mutating func remove(_ edge: Int) {
    splice(edge, Int(previous[edge]))
    splice(edge ^ 1, Int(previous[edge ^ 1]))
    free.append(Int32(truncatingIfNeeded: edge & ~1))
  }

  // MARK: Decisions

  private func isLeft(_ point: Int, of edge: Int) -> Bool { orientation(point, origin(edge), destination(edge)) > 0 }

  private func isRight(_ point: Int, of edge: Int) -> Bool { orientation(point, destination(edge), origin(edge)) > 0 }

  /// Positive when three points turn counter-clockwise, zero on one line.
  @inline(__always)
  private func orientation(_ a: Int, _ b: Int, _ c: Int) -> Int {
    (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a])
  }

  /// Whether `d` lies inside the circle through `a`, `b` and `c`, which turn counter-clockwise.
  private func isInCircle(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Bool {
    let (adx, ady, bdx) = (x[a] - x[d], y[a] - y[d], x[b] - x[d])
    let (bdy, cdx, cdy) = (y[b] - y[d], x[c] - x[d], y[c] - y[d])
    let (bc, ca, ab) = (bdx * cdy - cdx * bdy, cdx * ady - adx * cdy, adx * bdy - bdx * ady)
    let (a2, b2, c2) = (adx * adx + ady * ady, bdx * bdx + bdy * bdy, cdx * cdx + cdy * cdy)
    let terms = (Double(a2) * Double(bc), Double(b2) * Double(ca), Double(c2) * Double(ab))
    let sum = terms.0 + terms.1 + terms.2
    // Ten roundings of a relative 2^-53 each are far less than this.
    let bound = (abs(terms.0) + abs(terms.1) + abs(terms.2)) * 1e-14
    if sum > bound { return true }
    if sum < -bound { return false }
    return Int128(a2) * Int128(bc) + Int128(b2) * Int128(ca) + Int128(c2) * Int128(ab) > 0
  }
}
