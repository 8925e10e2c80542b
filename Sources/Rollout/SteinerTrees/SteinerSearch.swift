import Randomness

/// Solves an instance, or a block of one. What reductions and bounds have cut apart goes back to `SteinerForest`.
struct SteinerSearch {
  private let limits: SearchLimit
  private let generator: SeededGenerator
  private var incumbent: Incumbent
  private var root: BoundedReduction
  private var bound = 0
  private var spent = 0

  /// Branches of larger graphs would take more memory than they gain.
  private static let mostEdgesToBranch = 200_000

  init(_ instance: SteinerInstance, generator: SeededGenerator, limit: SearchLimit) {
    limits = limit
    self.generator = generator
    incumbent = Incumbent(instance: instance, until: limit)
    root = BoundedReduction(ReducibleGraph(instance), bound: 0)
  }

  var result: SteinerResult {
    SteinerResult(tree: incumbent.tree, lowerBound: min(bound, incumbent.cost))
  }

  private var isSettled: Bool { bound >= incumbent.cost }

  private func isOver(_ work: Int) -> Bool {
    limits.isOver(spent + work + incumbent.work)
  }

  mutating func run() {
    incumbent.offer(firstTree(incumbent.instance))
    reduceRoot(rounds: 1, roots: 1)
    if isSettled { return }
    guard let compact = root.compact else { return settle() }
    if solveApart(compact) { return }
    var starts = Multistart(instance: compact.instance, generator: generator, until: limits)
    start(&starts, compact, count: 10)
    if isOver(starts.work), compact.instance.graph.edgeCount > LocalSearch.largeEdgeCount { return }
    reduceRoot(rounds: 12, roots: 12)
    if isSettled { return }
    guard let reduced = root.compact else { return settle() }
    if solveApart(reduced) { return }
    if reduced.instance.graph.edgeCount < compact.instance.graph.edgeCount {
      starts = Multistart(instance: reduced.instance, generator: generator.fork("starts", 1), until: limits)
      start(&starts, reduced, count: 10)
    }
    branch(&starts, reduced)
  }

  /// A measure of the time spent.
  var work: Int { spent + incumbent.work }

  /// Solves what reductions have left block by block, if it falls apart; false if it does not.
  private mutating func solveApart(_ compact: CompactInstance) -> Bool {
    let graph = compact.instance.graph
    if isOver(0) { return false }
    let largest = BlockDecomposition(graph, root: compact.instance.terminals.first ?? 0).largest
    if largest * 10 > graph.edgeCount * 9 { return false }
    var forest = SteinerForest(
      compact.instance, generator: generator.fork("apart"),
      limit: limits.with(work: max(1, limits.work - work)))
    let result = forest.solve()
    spent += forest.work
    incumbent.take(compact.originalEdges(result.tree.edges))
    bound = max(bound, min(compact.fixedCost + result.lowerBound, incumbent.cost))
    return true
  }

  private mutating func settle() { bound = incumbent.cost }

  /// Starts and branches by turns of growing length, until all is settled or a limit is reached. A tree found by the
  /// starts makes what is left at the root smaller: then the branches begin anew from there.
  private mutating func branch(_ starts: inout Multistart, _ first: CompactInstance) {
    var compact = first
    if compact.instance.graph.edgeCount > Self.mostEdgesToBranch {
      while !isOver(starts.work) { start(&starts, compact, count: 1) }
      spent += starts.work
      return
    }
    var exact = BranchAndBound(root)
    var share = max(1, limits.work / 400)
    var cost = incumbent.cost
    while !exact.isDone, !isOver(starts.work + exact.work) {
      let goal = exact.work + share
      while !exact.isDone, exact.work < goal, !isOver(exact.work + starts.work) { exact.step(&incumbent) }
      bound = max(bound, min(exact.bound, incumbent.cost))
      if exact.isDone { break }
      let startGoal = starts.work + share
      while starts.work < startGoal, !isOver(exact.work + starts.work) { start(&starts, compact, count: 1) }
      share += share / 8
      if incumbent.cost == cost || isOver(exact.work + starts.work) { continue }
      cost = incumbent.cost
      reduceRoot(rounds: 4, roots: 6)
      guard !isSettled, let reduced = root.compact else { return settle() }
      if reduced.instance.graph.edgeCount * 20 > compact.instance.graph.edgeCount * 19 { continue }
      spent += exact.work + starts.work
      compact = reduced
      exact = BranchAndBound(root)
      starts = Multistart(instance: compact.instance, generator: generator.fork("starts", spent), until: limits)
      start(&starts, compact, count: 5)
    }
    if exact.isDone { settle() }
    spent += exact.work + starts.work
  }

  private func firstTree(_ instance: SteinerInstance) -> [Int] {
    var growth = ShortestPathHeuristic(vertexCount: instance.graph.vertexCount)
    var vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    growth.grow(from: instance.terminals.first ?? 0, in: instance, costs: instance.graph.costs, into: &vertices)
    var tree = RootedTree(vertexCount: instance.graph.vertexCount)
    _ = tree.span(vertices, of: instance)
    return tree.edges
  }

  private mutating func reduceRoot(rounds: Int, roots: Int) {
    let before = root.work
    let left = limits.with(work: before + max(0, limits.work - work))
    // On large graphs far searches take more time than what they take away is worth.
    let isLarge = root.graph.edgeCount > LocalSearch.largeEdgeCount
    let effort = BoundedReduction.Effort(steps: isLarge ? 20 : 200, roots: roots, rounds: rounds, limit: left)
    root.run(effort, turn: 0, incumbent: &incumbent)
    spent += root.work - before
    bound = max(bound, min(root.bound, incumbent.cost))
    if root.compact == nil { settle() }
  }

  private mutating func start(_ starts: inout Multistart, _ compact: CompactInstance, count: Int) {
    for _ in 0..<count where !isOver(starts.work) {
      for isCombined in [false, true] {
        if isCombined { starts.combine(compact.instance) } else { starts.start(compact.instance) }
        if let best = starts.pool.first, best.cost + compact.fixedCost < incumbent.cost {
          incumbent.offer(compact.originalEdges(best.edges))
        }
      }
    }
  }
}
