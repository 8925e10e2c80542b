import Randomness

/// One run of `SteinerSolver`.
struct SteinerSearch {
  private let deadline: ContinuousClock.Instant?
  private let workLimit: Int
  private let generator: SeededGenerator
  private var incumbent: Incumbent
  private var root: BoundedReduction
  private var bound = 0
  private var spent = 0

  init(
    _ instance: SteinerInstance, generator: SeededGenerator, workLimit: Int, deadline: ContinuousClock.Instant?
  ) {
    self.deadline = deadline
    self.workLimit = workLimit
    self.generator = generator
    incumbent = Incumbent(instance: instance)
    root = BoundedReduction(ReducibleGraph(instance), bound: 0)
  }

  var result: SteinerResult {
    SteinerResult(tree: incumbent.tree, lowerBound: min(bound, incumbent.cost))
  }

  private var isSettled: Bool { bound >= incumbent.cost }

  private func isOver(_ work: Int) -> Bool {
    spent + work + incumbent.work >= workLimit || deadline.map { ContinuousClock.now >= $0 } ?? false
  }

  mutating func run() {
    incumbent.offer(firstTree(incumbent.instance))
    reduceRoot(rounds: 1, roots: 1)
    if isSettled { return }
    guard var compact = root.compact else { return settle() }
    var starts = Multistart(instance: compact.instance, generator: generator)
    start(&starts, compact, count: 10)
    reduceRoot(rounds: 12, roots: 12)
    while !isSettled, let current = root.compact {
      compact = current
      let cost = incumbent.cost
      starts = Multistart(instance: compact.instance, generator: generator.fork("starts", spent))
      start(&starts, compact, count: 20)
      if incumbent.cost == cost { break }
      reduceRoot(rounds: 12, roots: 12)
    }
    if isSettled { return }
    if root.compact == nil { return settle() }
    branch(&starts, compact)
  }

  private mutating func settle() { bound = incumbent.cost }

  /// By turns, until all is settled or a limit is reached.
  private mutating func branch(_ starts: inout Multistart, _ compact: CompactInstance) {
    var exact = BranchAndBound(root)
    var share = workLimit / 50
    while !exact.isDone, !isOver(0) {
      let goal = exact.work + share
      while !exact.isDone, exact.work < goal, !isOver(exact.work) { exact.step(&incumbent) }
      bound = max(bound, min(exact.bound, incumbent.cost))
      if exact.isDone { break }
      let startGoal = starts.work + share
      while starts.work < startGoal, !isOver(exact.work + starts.work) { start(&starts, compact, count: 1) }
      share += share / 4
      if isOver(exact.work + starts.work) { break }
    }
    if exact.isDone { settle() }
    spent += exact.work + starts.work
  }

  private func firstTree(_ instance: SteinerInstance) -> [Int] {
    var growth = ShortestPathHeuristic(vertexCount: instance.graph.vertexCount)
    var vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    growth.grow(from: instance.terminals.first ?? 0, in: instance, costs: instance.graph.costs, into: &vertices)
    var tree = RootedTree(vertexCount: instance.graph.vertexCount)
    _ = tree.span(vertices, of: instance, costs: instance.graph.costs)
    return tree.edges
  }

  private mutating func reduceRoot(rounds: Int, roots: Int) {
    let effort = BoundedReduction.Effort(steps: 200, roots: roots, rounds: rounds)
    let before = root.work
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
