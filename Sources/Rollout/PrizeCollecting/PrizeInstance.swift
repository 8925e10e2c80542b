/// A network to extend where it is worth it: the rooted prize-collecting Steiner tree problem.
///
/// A tree grows from the root (an existing network, contracted into one vertex). Every vertex it reaches brings its prize,
/// every edge has its cost, both in the same unit; the tree of the greatest value, prizes less costs, is asked for. Some
/// vertices are required whatever they bring.
public struct PrizeInstance: Sendable {
  /// Where the tree grows.
  public let graph: Graph
  /// Where it grows from.
  public let root: Int
  /// What each vertex brings, at least zero; one per vertex.
  public let prizes: [Int]
  /// The vertices the tree must reach, ascending.
  public let required: [Int]
  /// The root and the required vertices as an instance of their own.
  let core: SteinerInstance

  /// Throws `GraphError` for a root or a required vertex that is not there or out of reach, and for prizes that are
  /// negative, not one per vertex, or sum to more than `Graph.largestTotalCost`.
  public init(graph: Graph, root: Int, prizes: [Int], required: [Int] = []) throws(GraphError) {
    if prizes.count != graph.vertexCount {
      throw .unusablePrizes(reason: "\(prizes.count) for \(graph.vertexCount) vertices; expected one for each")
    }
    var total = 0
    for (vertex, prize) in prizes.enumerated() {
      if prize < 0 { throw .unusablePrizes(reason: "vertex \(vertex) has \(prize); expected at least 0") }
      if prize > Graph.largestTotalCost - total {
        throw .unusablePrizes(reason: "up to vertex \(vertex) they sum to more than \(Graph.largestTotalCost)")
      }
      total += prize
    }
    self.init(
      graph: graph, root: root, prizes: prizes, core: try SteinerInstance(graph: graph, terminals: [root] + required))
  }

  init(graph: Graph, root: Int, prizes: [Int], core: SteinerInstance) {
    self.graph = graph
    self.root = root
    self.prizes = prizes
    self.required = core.terminals.filter { $0 != root }
    self.core = core
  }

  /// The sum of all prizes.
  var totalPrize: Int { prizes.reduce(0, +) }
}
