/// Upper bounds on special distances from a vertex: the least, over all ways, of the longest stretch between terminals (the
/// bottleneck Steiner distance of Duin and Volgenant 1989).
///
/// A tree that loses an edge can be mended by a stretch of any way around, because all terminals on the way are in the
/// tree already: an edge that costs no less than the special distance of its ends can go. The search stops at a limit and
/// after a number of steps, so what it did not find means nothing.
struct SpecialDistances {
  private var bounds: [Int]
  /// The length of the stretch since the last terminal, on the way of `bounds`.
  private var stretches: [Int]
  private var touched: [Int32] = []
  private var heap = VertexHeap()
  private(set) var work = 0
  /// Whether the last search met a terminal other than where it began.
  private(set) var hasReachedTerminal = false

  private static let mostStepsAtOnce = 8

  init(vertexCount: Int) {
    bounds = [Int](repeating: Int.max, count: vertexCount)
    stretches = [Int](repeating: 0, count: vertexCount)
  }

  /// A bound on the special distance between the vertex last searched from and another; `Int.max` if none was found.
  subscript(_ vertex: Int) -> Int { bounds[vertex] }

  /// Searches from a vertex without an edge or a vertex (-1 for none), until `goal` (-1 for none) or,
  /// if asked, the first terminal is reached.
  mutating func search(
    _ graph: ReducibleGraph, from source: Int, limit: Int, withoutEdge: Int = -1, withoutVertex: Int = -1,
    goal: Int = -1, stopsAtTerminal: Bool = false, mostSteps: Int
  ) {
    hasReachedTerminal = false
    for vertex in touched { bounds[Int(vertex)] = Int.max }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    bounds[source] = 0
    stretches[source] = 0
    touched.append(Int32(source))
    heap.push(0, source)
    var steps = 0
    while steps < mostSteps, let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > bounds[vertex] { continue }
      if vertex == goal { break }
      let stretch = graph.isTerminal[vertex] ? 0 : stretches[vertex]
      var arc = graph.firstArc(vertex)
      // A vertex that swallowed many has edges without end.
      while steps < Self.mostStepsAtOnce * mostSteps, let current = arc {
        arc = graph.arc(after: current)
        steps += 1
        let next = graph.target(ofArc: current)
        if current >> 1 == withoutEdge || next == withoutVertex { continue }
        let newStretch = stretch + graph.costs[current >> 1]
        let bound = max(entry.key, newStretch)
        if bound > limit || bound > bounds[next] { continue }
        if bound == bounds[next], newStretch >= stretches[next] { continue }
        if bounds[next] == Int.max { touched.append(Int32(next)) }
        bounds[next] = bound
        stretches[next] = newStretch
        heap.push(bound, next)
        if stopsAtTerminal, graph.isTerminal[next] {
          hasReachedTerminal = true
          work += steps
          return
        }
      }
    }
    work += steps
  }
}
