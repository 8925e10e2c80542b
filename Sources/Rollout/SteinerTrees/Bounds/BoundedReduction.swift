/// Alternates reductions, dual ascent, a heuristic on the arcs that the ascent saturated, and the tests on reduced costs,
/// until they take away little.
struct BoundedReduction {
  /// What is left.
  private(set) var graph: ReducibleGraph
  /// The same as an instance; nil if its terminals cannot be connected.
  private(set) var compact: CompactInstance?
  /// No tree costs less, edges already decided for included.
  private(set) var bound: Int
  /// How many edges meet at each vertex of `graph` in the best tree of the last round; empty if there is none.
  private var treeDegrees: [Int32] = []
  /// A measure of the time spent.
  private(set) var work = 0

  /// How much is tried.
  struct Effort {
    /// The arcs a search of the reductions looks at.
    var steps: Int
    /// From how many roots the bound is raised.
    var roots: Int
    /// How often all of it is repeated at most.
    var rounds: Int
    /// When to stop, after one bound at least.
    var limit = SearchLimit(work: Int.max)
  }

  init(_ graph: ReducibleGraph, bound: Int) {
    self.graph = graph
    self.bound = bound
  }

  /// Whether nothing cheaper than the incumbent is left.
  func isSettled(_ incumbent: Incumbent) -> Bool { compact == nil || bound >= incumbent.cost }

  /// How many edges of the last tree found meet at a vertex of `compact`.
  func treeDegree(_ vertex: Int, _ compact: CompactInstance) -> Int {
    treeDegrees.isEmpty ? 0 : Int(treeDegrees[compact.vertices[vertex]])
  }

  /// Reduces; `turn` chooses the roots.
  mutating func run(_ effort: Effort, turn: Int, incumbent: inout Incumbent) {
    var reducer = Reducer(vertexCount: graph.vertexCount, until: effort.limit)
    for round in 0..<effort.rounds {
      reducer.reduce(&graph, mostSteps: effort.steps)
      work += graph.edgeCount
      compact = graph.compacted()
      guard let current = compact else { break }
      if current.instance.terminals.count == 1 {
        bound = max(bound, min(current.fixedCost, incumbent.cost))
        if current.fixedCost < incumbent.cost { incumbent.offer(current.originalEdges([])) }
        compact = nil
        break
      }
      let before = graph.edgeCount
      raise(current, effort, turn: turn + round, incumbent: &incumbent)
      if bound >= incumbent.cost { break }
      if before - graph.edgeCount <= before / 20 || effort.limit.isOver(work + reducer.work) { break }
    }
    work += reducer.work
    if bound < incumbent.cost, compact != nil, !effort.limit.isLate { finish(&reducer, incumbent: &incumbent) }
  }

  /// The instance after the last tests.
  private mutating func finish(_ reducer: inout Reducer, incumbent: inout Incumbent) {
    reducer.reduceDegrees(&graph)
    compact = graph.compacted()
    if let current = compact, current.instance.terminals.count == 1 {
      if current.fixedCost < incumbent.cost { incumbent.offer(current.originalEdges([])) }
      compact = nil
    }
  }

  private mutating func raise(
    _ current: CompactInstance, _ effort: Effort, turn: Int, incumbent: inout Incumbent
  ) {
    let instance = current.instance
    var ascent = DualAscent(instance: instance)
    var heuristic = SaturatedHeuristic(instance: instance, until: effort.limit)
    let count = min(effort.roots, instance.terminals.count)
    var best: (bound: Int, root: Int)?
    var bestTree = Int.max
    for index in 0..<count where index == 0 || !effort.limit.isOver(work + ascent.work + heuristic.work) {
      // Terminals spread evenly, others in every turn.
      let root = instance.terminals[(index * instance.terminals.count / count + turn * 7) % instance.terminals.count]
      ascent.ascend(instance, root: root, until: effort.limit)
      bound = max(bound, current.fixedCost + ascent.bound)
      if bound >= incumbent.cost { break }
      if heuristic.run(instance, ascent, root: root) {
        let cost = heuristic.tree.cost + current.fixedCost
        if cost < incumbent.cost { incumbent.offer(current.originalEdges(heuristic.tree.edges)) }
        if heuristic.tree.cost < bestTree {
          bestTree = heuristic.tree.cost
          treeDegrees = [Int32](repeating: 0, count: graph.vertexCount)
          for vertex in heuristic.tree.order {
            treeDegrees[current.vertices[Int(vertex)]] = Int32(heuristic.tree.degree(Int(vertex)))
          }
        }
      }
      if bound >= incumbent.cost { break }
      if ascent.bound > best?.bound ?? -1 { best = (ascent.bound, root) }
    }
    work += ascent.work + heuristic.work
    guard bound < incumbent.cost, let best, !effort.limit.isLate else { return }
    if count > 1 {
      let last = ascent.work
      ascent.ascend(instance, root: best.root, until: effort.limit)
      work += ascent.work - last
    }
    BoundTests.apply(
      to: &graph, compact: current, ascent: ascent, root: best.root, limit: incumbent.cost - current.fixedCost)
  }
}
