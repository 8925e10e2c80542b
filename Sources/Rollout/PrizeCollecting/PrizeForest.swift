import Randomness

/// One run of `PrizeSolver`: what is surely reached is required, then every block of the graph is solved by
/// `PrizeBranching`, the outer ones first.
///
/// A block that hangs on a vertex adds what it is worth to the prize of that vertex; one with something required makes the
/// vertex required. What a block may be worth beyond what was found is added to the bound, which so holds for the whole.
struct PrizeForest {
  private let instance: PrizeInstance
  private let limit: SearchLimit
  private let startCount: Int
  private let largeEdgeCount: Int
  private let generator: SeededGenerator
  private var prizes: [Int]
  private var isRequired: [Bool]
  /// The edges chosen in each block.
  private var chosen: [[Int]]
  private let blocks: [BlockDecomposition.Block]
  private var graphs: BlockGraphs
  /// By how much the bounds of the blocks exceed what was found in them.
  private var slack = 0
  /// The edges of the blocks that are still to be solved.
  private var left: Int
  private(set) var work = 0

  init(
    _ instance: PrizeInstance, generator: SeededGenerator, limit: SearchLimit, startCount: Int = 12,
    largeEdgeCount: Int = LocalSearch.largeEdgeCount
  ) {
    self.largeEdgeCount = largeEdgeCount
    self.instance = instance
    self.limit = limit
    self.startCount = startCount
    self.generator = generator
    prizes = instance.prizes
    isRequired = instance.core.isTerminal
    isRequired[instance.root] = true
    PaidWays.extend(&isRequired, in: instance.graph, prizes: prizes)
    blocks = BlockDecomposition(instance.graph, root: instance.root).blocks
    chosen = [[Int]](repeating: [], count: blocks.count)
    graphs = BlockGraphs(vertexCount: instance.graph.vertexCount)
    left = instance.graph.edgeCount
    work = instance.graph.edgeCount + instance.graph.vertexCount
  }

  /// The best tree found and the bound.
  mutating func solve() -> PrizeResult {
    for index in blocks.indices { solve(index) }
    var isReached = [Bool](repeating: false, count: instance.graph.vertexCount)
    isReached[instance.root] = true
    var edges: [Int] = []
    for index in blocks.indices.reversed() where isReached[blocks[index].gate] {
      for edge in chosen[index] {
        isReached[Int(instance.graph.tails[edge])] = true
        isReached[Int(instance.graph.heads[edge])] = true
      }
      edges.append(contentsOf: chosen[index])
    }
    let tree = PrizeTree(edges: edges, of: instance)
    return PrizeResult(tree: tree, upperBound: tree.value + slack)
  }

  private mutating func solve(_ index: Int) {
    let block = blocks[index]
    let before = left
    left -= block.edges.count
    if block.edges.count == 1 { return solveBridge(index) }
    let (graph, vertices) = graphs.cut(block, from: instance.graph)
    var inner = vertices.map { prizes[$0] }
    inner[0] = 0
    let terminals = vertices.indices.filter { $0 > 0 && isRequired[vertices[$0]] }
    if terminals.isEmpty, inner.allSatisfy({ $0 == 0 }) { return }
    let part = PrizeInstance(
      graph: graph, root: 0, prizes: inner, core: SteinerInstance(graph: graph, marking: [0] + terminals))
    var branching = PrizeBranching(
      part, generator: generator.fork("block", index),
      limit: limit.share(of: block.edges.count, in: before, spent: work), startCount: startCount,
      largeEdgeCount: largeEdgeCount)
    branching.run()
    work += branching.work
    let result = branching.result
    slack += result.upperBound - result.value
    close(
      index, edges: result.tree.edges.map { Int(block.edges[$0]) }, value: result.value, isNeeded: !terminals.isEmpty)
  }

  /// A block of one edge.
  private mutating func solveBridge(_ index: Int) {
    let edge = Int(blocks[index].edges[0])
    let graph = instance.graph
    let end = Int(graph.tails[edge]) == blocks[index].gate ? Int(graph.heads[edge]) : Int(graph.tails[edge])
    let value = prizes[end] - graph.costs[edge]
    if value > 0 || isRequired[end] { close(index, edges: [edge], value: value, isNeeded: isRequired[end]) }
  }

  private mutating func close(_ index: Int, edges: [Int], value: Int, isNeeded: Bool) {
    let gate = blocks[index].gate
    chosen[index] = edges
    if isNeeded {
      isRequired[gate] = true
    } else {
      prizes[gate] += value
    }
  }
}
