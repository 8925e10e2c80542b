/// The most profitable closure of a directed graph: a set of vertices that holds, with each vertex, all that it needs.
///
/// A closure of the greatest profit is a minimum cut (J.-C. Picard, *Maximal closure of a graph and applications to combinatorial
/// problems*, Management Science 22, 1976). Profit flows from vertices that have it to vertices they need, whose loss it pays;
/// profit that nobody needs is the closure's. Flow and profits are free of each other between calls (a pseudoflow: D. S.
/// Hochbaum, *The pseudoflow algorithm*, Operations Research 56, 2008), so that after a change of profits the last flow is a good
/// start. The flow is augmented along shortest paths, all of one length at once (E. A. Dinic 1970).
///
/// Whatever the flow, no closure has more profit than `bound`: with *e* the profit of a vertex less what flows out plus what
/// flows in, a closure's profit is the sum of its *e* less what flows into it from outside.
struct ClosureFlow: Sendable {
  let vertexCount: Int
  /// The vertex that needs, of each arc.
  private let tails: [Int32]
  /// The vertex that is needed, of each arc.
  private let heads: [Int32]
  /// Where the arcs at each vertex start in `links`.
  private let offsets: [Int32]
  /// Twice the number of each arc at the vertex, plus 1 where it ends there.
  private let links: [Int32]
  private(set) var profits: [Int]
  /// What flows on each arc, at least 0.
  private(set) var flows: [Int]
  /// What each vertex has left, below 0 for what it lacks.
  private(set) var excesses: [Int]
  /// How many arcs were looked at.
  private(set) var work = 0
  /// How many arcs each vertex is away from the nearest that lacks something; -1 for those that cannot reach one.
  private var levels: [Int32]
  private var queue: [Int32] = []
  private var next: [Int32]

  /// A graph without profits; `needs` are pairs of vertices, the second needed by the first.
  init(vertexCount: Int, needs: [(Int32, Int32)]) {
    self.vertexCount = vertexCount
    tails = needs.map(\.0)
    heads = needs.map(\.1)
    var offsets = [Int32](repeating: 0, count: vertexCount + 1)
    for (tail, head) in needs {
      offsets[Int(tail) + 1] += 1
      offsets[Int(head) + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var fill = offsets
    var links = [Int32](repeating: 0, count: 2 * needs.count)
    for (arc, (tail, head)) in needs.enumerated() {
      links[Int(fill[Int(tail)])] = Int32(truncatingIfNeeded: 2 * arc)
      fill[Int(tail)] += 1
      links[Int(fill[Int(head)])] = Int32(truncatingIfNeeded: 2 * arc + 1)
      fill[Int(head)] += 1
    }
    self.offsets = offsets
    self.links = links
    profits = [Int](repeating: 0, count: vertexCount)
    flows = [Int](repeating: 0, count: needs.count)
    excesses = profits
    levels = [Int32](repeating: -1, count: vertexCount)
    next = levels
  }

  /// No closure has more profit; the most profitable one has exactly this after `maximise`.
  var bound: Int { excesses.reduce(0) { $0 + max(0, $1) } }

  /// Changes the profit of a vertex.
  mutating func setProfit(_ vertex: Int, to profit: Int) {
    excesses[vertex] += profit - profits[vertex]
    profits[vertex] = profit
  }

  /// Sends what is left to where it is lacked until no more can be. Returns false when stopped before, at `workLimit` arcs
  /// looked at in all or because the task was cancelled.
  @discardableResult
  mutating func maximise(workLimit: Int = .max) -> Bool {
    while findLevels() {
      if work >= workLimit || Task.isCancelled { return false }
      augment()
    }
    return true
  }

  /// The most profitable closure, the smallest of them, after `maximise`: all that is reached from what is left. O(arcs).
  func closure() -> [Bool] {
    var isIn = excesses.map { $0 > 0 }
    var found = (0..<vertexCount).filter { isIn[$0] }
    while let vertex = found.popLast() {
      for place in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let (other, room) = end(of: links[place])
        if room > 0, !isIn[other] {
          isIn[other] = true
          found.append(other)
        }
      }
    }
    return isIn
  }

  /// Where a link leads, and how much more can be sent along it.
  @inline(__always) private func end(of link: Int32) -> (vertex: Int, room: Int) {
    let arc = Int(link) >> 1
    return link & 1 == 0 ? (Int(heads[arc]), .max) : (Int(tails[arc]), flows[arc])
  }

  /// Measures how far each vertex is from one that lacks something. Returns whether one with something left is in reach.
  private mutating func findLevels() -> Bool {
    queue.removeAll(keepingCapacity: true)
    var isLeft = false
    for vertex in 0..<vertexCount {
      levels[vertex] = excesses[vertex] < 0 ? 0 : -1
      next[vertex] = offsets[vertex]
      if excesses[vertex] < 0 { queue.append(Int32(truncatingIfNeeded: vertex)) }
    }
    var place = 0
    var lastLevel = Int32.max
    while place < queue.count {
      let vertex = Int(queue[place])
      place += 1
      if levels[vertex] >= lastLevel { break }
      let range = Int(offsets[vertex])..<Int(offsets[vertex + 1])
      work += range.count
      for position in range {
        // What flows from `vertex` can be called back, and who needs `vertex` can send it any amount.
        let link = links[position]
        let arc = Int(link) >> 1
        if link & 1 == 0, flows[arc] == 0 { continue }
        let other = Int(link & 1 == 0 ? heads[arc] : tails[arc])
        if levels[other] >= 0 { continue }
        levels[other] = levels[vertex] + 1
        if excesses[other] > 0 {
          isLeft = true
          lastLevel = levels[other]
        }
        queue.append(Int32(truncatingIfNeeded: other))
      }
    }
    return isLeft
  }

  /// Sends along paths that come nearer with each arc until none is left.
  private mutating func augment() {
    var path: [Int32] = []
    for place in queue.indices.reversed() {
      let source = Int(queue[place])
      while excesses[source] > 0, levels[source] > 0 {
        path.removeAll(keepingCapacity: true)
        var vertex = source
        while levels[vertex] > 0 || excesses[vertex] >= 0 {
          if let link = advance(vertex) {
            path.append(link)
            vertex = end(of: link).vertex
          } else if let last = path.popLast() {
            vertex = end(of: last ^ 1).vertex
            next[vertex] += 1
          } else {
            break
          }
        }
        if path.isEmpty { break }
        send(along: path, from: source, to: vertex)
      }
    }
  }

  /// The next link of a vertex that leads nearer.
  private mutating func advance(_ vertex: Int) -> Int32? {
    let level = levels[vertex] - 1
    let last = offsets[vertex + 1]
    if level < 0 { return nil }
    while next[vertex] < last {
      let link = links[Int(next[vertex])]
      let (other, room) = end(of: link)
      work += 1
      if room > 0, levels[other] == level, level > 0 || excesses[other] < 0 { return link }
      next[vertex] += 1
    }
    return nil
  }

  private mutating func send(along path: [Int32], from source: Int, to target: Int) {
    var amount = min(excesses[source], -excesses[target])
    for link in path { amount = min(amount, end(of: link).room) }
    for link in path { flows[Int(link) >> 1] += link & 1 == 0 ? amount : -amount }
    work += path.count
    excesses[source] -= amount
    excesses[target] += amount
  }
}
