import Randomness

/// Solves an instance, or a block of one: starts, then branch and bound over the vertices with prizes. A graph that bounds
/// have cut apart goes back to `PrizeForest`.
struct PrizeBranching {
  private let instance: PrizeInstance
  private let limits: SearchLimit
  private let startCount: Int
  /// Larger blocks get one bound and one tree before the work is counted.
  private let largeEdgeCount: Int
  private var generator: SeededGenerator
  private var search: PrizeSearch
  private var growth: ShortestPathHeuristic
  private var states: [PrizeState] = []
  private var heap = VertexHeap()
  private var spent = 0
  /// No tree costs and misses less.
  private var bound = 0

  init(
    _ instance: PrizeInstance, generator: SeededGenerator, limit: SearchLimit, startCount: Int = 12,
    largeEdgeCount: Int = LocalSearch.largeEdgeCount
  ) {
    self.largeEdgeCount = largeEdgeCount
    self.startCount = startCount
    self.instance = instance
    self.generator = generator
    limits = limit
    search = PrizeSearch(instance: instance, until: limit)
    growth = ShortestPathHeuristic(vertexCount: instance.graph.vertexCount)
  }

  /// Branches of larger graphs would take more memory than they gain.
  private static let mostEdgesToBranch = 200_000

  /// The best tree and the bound, in terms of value.
  var result: PrizeResult {
    PrizeResult(
      tree: PrizeTree(edges: search.edges, of: instance), upperBound: max(instance.totalPrize - bound, search.value))
  }

  /// A measure of the time spent.
  var work: Int { spent + search.work }

  /// The cost and the missed prizes of the best tree.
  private var limit: Int { instance.totalPrize - search.value }

  private var isOver: Bool { limits.isOver(spent + search.work) }

  mutating func run() {
    // On large graphs the ascent shows a better way to begin, and time is dear.
    let isLarge = instance.graph.edgeCount > largeEdgeCount
    if !isLarge { start(prizes: instance.prizes) }
    var root = PrizeState(instance)
    guard raise(&root, slacks: isLarge ? [25] : [25, 0, 100, 400]) else { return settle() }
    if solveApart(root) { return }
    for _ in 0..<startCount where !isOver && limit > root.bound { startAnew() }
    var before: Int
    repeat {
      if isLarge, isOver { break }
      before = root.undecided.count + root.graph.edgeCount
      guard raise(&root, slacks: [25]) else { return settle() }
      if solveApart(root) { return }
    } while !isOver && (root.undecided.count + root.graph.edgeCount) * 10 < before * 9
    bound = max(bound, min(root.bound, limit))
    if root.graph.edgeCount > Self.mostEdgesToBranch { return }
    add(root)
    while !isOver, let entry = heap.pop() {
      let state = states[Int(entry.vertex)]
      bound = max(bound, min(state.bound, limit))
      if state.bound >= limit { return settle() }
      branch(state)
    }
    if heap.isEmpty, !isOver { settle() }
    if let first = heap.first { bound = max(bound, min(first.key, limit)) }
  }

  /// Solves what bounds have left block by block, if it falls apart; false if it does not.
  private mutating func solveApart(_ state: PrizeState) -> Bool {
    let graph = state.graph
    if graph.edgeCount < 3 || isOver { return false }
    let largest = BlockDecomposition(graph, root: instance.root).largest
    if largest * 10 > graph.edgeCount * 9 { return false }
    let rest = PrizeInstance(graph: graph, root: instance.root, prizes: state.prizes, core: state.core)
    var forest = PrizeForest(
      rest, generator: generator.fork("apart"),
      limit: limits.with(work: max(1, limits.work - spent - search.work)),
      startCount: startCount, largeEdgeCount: largeEdgeCount)
    let result = forest.solve()
    spent += forest.work
    var vertices = [Bool](repeating: false, count: graph.vertexCount)
    vertices[instance.root] = true
    for vertex in result.tree.vertices { vertices[vertex] = true }
    search.improve(vertices, prizes: instance.prizes)
    bound = max(bound, min(limit, state.missed + rest.totalPrize - result.upperBound))
    return true
  }

  /// No better tree is left.
  private mutating func settle() { bound = limit }

  private mutating func add(_ state: PrizeState) {
    heap.push(state.bound, states.count)
    states.append(state)
  }

  /// Decides for the undecided vertex with the greatest prize; solves what is decided.
  private mutating func branch(_ state: PrizeState) {
    let undecided = state.undecided
    guard let vertex = undecided.max(by: { (state.prizes[$0], $1) < (state.prizes[$1], $0) }) else {
      return finish(state)
    }
    for isReached in [true, false] {
      var next = state
      if isReached { next.require(vertex) } else { next.giveUp(vertex) }
      if raise(&next, slacks: [25]) { add(next) }
    }
  }

  /// Raises the bound of a state, grows a tree where the ascent points, and decides what follows; false if the state
  /// holds no better tree.
  private mutating func raise(_ state: inout PrizeState, slacks: [Int]) -> Bool {
    let core = state.core
    var best: DualAscent?
    for slack in slacks {
      var ascent = DualAscent(instance: core)
      ascent.ascend(core, root: instance.root, prizes: state.prizes, slackPercent: slack, until: limits)
      spent += ascent.work
      // An ascent that was stopped points nowhere yet.
      if !ascent.wasStopped { follow(ascent, state, core) }
      if ascent.bound > best?.bound ?? -1 { best = ascent }
    }
    guard let best else { return true }
    if search.value == Int.min { start(prizes: instance.prizes) }
    state.bound = max(state.bound, best.bound + state.missed)
    if isOver, instance.graph.edgeCount > largeEdgeCount { return state.bound < limit }
    return state.fix(best, core: core, root: instance.root, limit: limit)
  }

  /// Grows a tree to all prizes that an ascent reached, and improves it.
  private mutating func follow(_ ascent: DualAscent, _ state: PrizeState, _ core: SteinerInstance) {
    let graph = state.graph
    var isReached = [Bool](repeating: false, count: graph.vertexCount)
    isReached[instance.root] = true
    var waiting = [instance.root]
    while let vertex = waiting.popLast() {
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        if isReached[Int(link.vertex)] || ascent.reducedCosts[Int(link.arc)] > 0 { continue }
        isReached[Int(link.vertex)] = true
        waiting.append(Int(link.vertex))
      }
    }
    let goal = SteinerInstance(
      graph: graph, marking: core.terminals + state.undecided.filter { isReached[$0] })
    guard goal.terminals.allSatisfy({ isReached[$0] }) else { return }
    var vertices = [Bool](repeating: false, count: graph.vertexCount)
    spent += growth.grow(from: instance.root, in: goal, costs: graph.costs, isAllowed: isReached, into: &vertices)
    search.improve(vertices, prizes: instance.prizes)
  }

  /// A tree to everything within reach of its prize, and to all that is required.
  private mutating func start(prizes: [Int]) {
    var vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    spent += growth.grow(
      from: instance.root, in: instance.core, costs: instance.graph.costs, into: &vertices)
    search.improve(vertices, prizes: prizes)
  }

  /// An improvement that starts from the best tree under changed prizes.
  private mutating func startAnew() {
    let spread = generator.number(0.3, 1.5)
    let prizes = instance.prizes.map { Int(Double($0) * (1 + spread * (2 * generator.fraction() - 1)).magnitude) }
    var vertices = [Bool](repeating: false, count: instance.graph.vertexCount)
    vertices[instance.root] = true
    for edge in search.edges {
      vertices[Int(instance.graph.tails[edge])] = true
      vertices[Int(instance.graph.heads[edge])] = true
    }
    search.improve(vertices, prizes: prizes)
    for edge in search.edges {
      vertices[Int(instance.graph.tails[edge])] = true
      vertices[Int(instance.graph.heads[edge])] = true
    }
    search.improve(vertices, prizes: instance.prizes)
  }

  /// Connects what is required; nothing is undecided.
  private mutating func finish(_ state: PrizeState) {
    var solver = SteinerSolver()
    solver.seed = generator.next()
    let solved = solver.solve(
      state.core, limit: limits.with(work: max(1, limits.work - spent - search.work)))
    var vertices = state.isRequired
    for edge in solved.tree.edges {
      vertices[Int(state.graph.tails[edge])] = true
      vertices[Int(state.graph.heads[edge])] = true
    }
    search.improve(vertices, prizes: instance.prizes)
    if !solved.isOptimal {
      // The rest of this state stays open under the bound proven for it.
      var rest = state
      rest.bound = max(state.bound, solved.lowerBound + state.missed)
      spent = limits.work
      add(rest)
    }
  }
}
