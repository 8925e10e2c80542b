/// Makes an instance smaller without losing its optimum, by tests that look at one vertex or edge at a time (Duin and
/// Volgenant 1989; Polzin and Vahdati Daneshmand 2001).
struct Reducer {
  private var special: SpecialDistances
  private var arcs: [Int] = []
  private var waiting: [Int32] = []
  private var sums: [Int] = []
  private let limit: SearchLimit
  var work: Int { special.work }

  private static let manyArcs = 500
  /// How many vertices or edges are tested between two looks at the limit.
  private static let testsPerLook = 4096

  /// Tests that end when `limit` says that it is late; what is left then is an instance like any other.
  init(vertexCount: Int, until limit: SearchLimit = .cancellation) {
    self.limit = limit
    special = SpecialDistances(vertexCount: vertexCount)
  }

  private func isLate(_ test: Int) -> Bool { test % Self.testsPerLook == 0 && limit.isLate }

  /// Repeats all tests while they take away at least one edge in fifty. `mostSteps` limits each search.
  mutating func reduce(_ graph: inout ReducibleGraph, mostSteps: Int) {
    var before: Int
    repeat {
      before = graph.edgeCount
      reduceDegrees(&graph)
      reduceNearest(&graph, mostSteps: mostSteps)
      reduceEdges(&graph, mostSteps: mostSteps)
      reduceDegrees(&graph)
      reduceStars(&graph, mostSteps: mostSteps)
      reduceDegrees(&graph)
    } while graph.edgeCount > 0 && before - graph.edgeCount > graph.edgeCount / 50 && !limit.isLate
  }

  /// Vertices of degree 0, 1 and 2, until there are none to act on. Linear but for the merging of parallel edges.
  mutating func reduceDegrees(_ graph: inout ReducibleGraph) {
    waiting = (0..<Int32(graph.vertexCount)).filter { graph.isPresent[Int($0)] && graph.degrees[Int($0)] <= 2 }
    while let vertex = waiting.popLast() {
      let vertex = Int(vertex)
      guard graph.isPresent[vertex] else { continue }
      let isTerminal = graph.isTerminal[vertex]
      if isTerminal, graph.terminalCount == 1 { continue }
      switch graph.degrees[vertex] {
      case 0:
        if !isTerminal { graph.remove(vertex: vertex) }
      case 1:
        guard let arc = graph.firstArc(vertex) else { continue }
        let other = graph.target(ofArc: arc)
        if isTerminal {
          graph.contract(edge: arc >> 1)
          waiting.append(Int32(graph.isPresent[vertex] ? vertex : other))
        } else {
          graph.remove(vertex: vertex)
          if graph.degrees[other] <= 2 { waiting.append(Int32(other)) }
        }
      case 2:
        guard !isTerminal, let arc = graph.firstArc(vertex), let other = graph.arc(after: arc) else { continue }
        let ends = [graph.target(ofArc: arc), graph.target(ofArc: other)]
        graph.join(arc, other)
        graph.remove(vertex: vertex)
        for end in ends where graph.degrees[end] <= 2 { waiting.append(Int32(end)) }
      default: continue
      }
    }
    if graph.terminalCount == 1 {
      for vertex in 0..<graph.vertexCount where graph.isPresent[vertex] && !graph.isTerminal[vertex] {
        graph.remove(vertex: vertex)
      }
    }
  }

  /// The nearest-vertex test: the cheapest edge of a terminal is in a cheapest tree if going on from its far end to some
  /// other terminal costs no more than the terminal's second edge.
  private mutating func reduceNearest(_ graph: inout ReducibleGraph, mostSteps: Int) {
    for terminal in 0..<graph.vertexCount {
      if isLate(terminal) { return }
      while graph.isPresent[terminal], graph.isTerminal[terminal], graph.terminalCount > 1 {
        graph.collectArcs(terminal, into: &arcs)
        guard var best = arcs.first else { break }
        for arc in arcs where graph.costs[arc >> 1] < graph.costs[best >> 1] { best = arc }
        var second = Int.max
        for arc in arcs where arc != best { second = min(second, graph.costs[arc >> 1]) }
        if !reaches(graph, over: best, from: terminal, second: second, mostSteps: mostSteps) { break }
        graph.contract(edge: best >> 1)
        // The others near a vertex with very many edges come to it by their own test.
        if arcs.count > Self.manyArcs { break }
      }
    }
  }

  private mutating func reaches(
    _ graph: ReducibleGraph, over arc: Int, from terminal: Int, second: Int, mostSteps: Int
  ) -> Bool {
    let far = graph.target(ofArc: arc)
    if graph.isTerminal[far] || second == Int.max { return true }
    let limit = second - graph.costs[arc >> 1]
    special.search(
      graph, from: far, limit: limit, withoutVertex: terminal, stopsAtTerminal: true, mostSteps: mostSteps)
    return special.hasReachedTerminal
  }

  /// The special-distance test on every edge.
  private mutating func reduceEdges(_ graph: inout ReducibleGraph, mostSteps: Int) {
    for edge in 0..<graph.edgeLimit where graph.costs[edge] >= 0 {
      if isLate(edge) { return }
      var (tail, head) = (graph.target(ofArc: 2 * edge + 1), graph.target(ofArc: 2 * edge))
      if graph.degrees[tail] > graph.degrees[head] { swap(&tail, &head) }
      let cost = graph.costs[edge]
      special.search(graph, from: tail, limit: cost, withoutEdge: edge, goal: head, mostSteps: mostSteps)
      var isLong = special[head] <= cost
      if !isLong {
        special.search(graph, from: head, limit: cost, withoutEdge: edge, goal: tail, mostSteps: mostSteps)
        isLong = special[tail] <= cost
      }
      if isLong { graph.remove(edge: edge) }
    }
  }

  /// The test of stars: a vertex of degree 3 or 4 is in no cheapest tree a branching if the edges of every three or four
  /// of its neighbours cost no less than connecting them by special distances. Its edges are then joined pairwise.
  private mutating func reduceStars(_ graph: inout ReducibleGraph, mostSteps: Int) {
    var star: [Int] = []
    for vertex in 0..<graph.vertexCount {
      if isLate(vertex) { return }
      guard graph.isPresent[vertex], !graph.isTerminal[vertex] else { continue }
      guard graph.degrees[vertex] == 3 || graph.degrees[vertex] == 4 else { continue }
      graph.collectArcs(vertex, into: &star)
      measure(graph, star, around: vertex, mostSteps: mostSteps)
      guard isNoBranching(graph, star) else { continue }
      let count = star.count
      var pairs: [(Int, Int)] = []
      for first in 0..<count {
        for second in (first + 1)..<max(first + 1, count) {
          // A pair that costs no less than its special distance is not needed either.
          let cost = graph.costs[star[first] >> 1] + graph.costs[star[second] >> 1]
          if sums[first * count + second] > cost { pairs.append((star[first], star[second])) }
        }
      }
      if pairs.count > count { continue }
      for (first, second) in pairs { graph.join(first, second) }
      graph.remove(vertex: vertex)
    }
  }

  /// Special distances between the far ends of a star's arcs, without its middle, into `sums`.
  private mutating func measure(_ graph: ReducibleGraph, _ star: [Int], around vertex: Int, mostSteps: Int) {
    let count = star.count
    sums = [Int](repeating: NearestBases.unreached, count: count * count)
    for first in 0..<count {
      var limit = 0
      for second in 0..<count where second != first {
        limit = max(limit, graph.costs[star[first] >> 1] + graph.costs[star[second] >> 1])
      }
      let source = graph.target(ofArc: star[first])
      special.search(graph, from: source, limit: limit, withoutVertex: vertex, mostSteps: mostSteps)
      for second in 0..<count where second != first {
        let bound = min(special[graph.target(ofArc: star[second])], NearestBases.unreached)
        sums[first * count + second] = min(sums[first * count + second], bound)
        sums[second * count + first] = min(sums[second * count + first], bound)
      }
    }
  }

  private func isNoBranching(_ graph: ReducibleGraph, _ star: [Int]) -> Bool {
    let count = star.count
    for subset in 0..<(1 << count) where subset.nonzeroBitCount >= 3 {
      let members = (0..<count).filter { subset >> $0 & 1 == 1 }
      let cost = members.reduce(0) { $0 + graph.costs[star[$1] >> 1] }
      if spanningCost(members, count) > cost { return false }
    }
    return true
  }

  /// Prim's algorithm on three or four points.
  private func spanningCost(_ members: [Int], _ count: Int) -> Int {
    guard let start = members.first else { return 0 }
    var inside = [start]
    var outside = Array(members.dropFirst())
    var total = 0
    while !outside.isEmpty {
      var best = Int.max
      var place = 0
      for (index, point) in outside.enumerated() {
        for other in inside where sums[other * count + point] < best {
          best = sums[other * count + point]
          place = index
        }
      }
      if best >= NearestBases.unreached { return best }
      total += best
      inside.append(outside.remove(at: place))
    }
    return total
  }
}
