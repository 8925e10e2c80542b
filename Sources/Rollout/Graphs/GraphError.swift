/// Why a graph, or a question about it, cannot be built.
public enum GraphError: Error, Equatable, CustomStringConvertible {
  /// An edge has an end that is not in `0..<vertexCount`.
  case noSuchVertex(edge: Int, vertex: Int, vertexCount: Int)
  /// An edge costs less than nothing.
  case negativeCost(edge: Int, cost: Int)
  /// The costs up to this edge sum to more than `Graph.largestTotalCost`.
  case costsTooLarge(edge: Int)
  /// More vertices or edges than can be numbered.
  case tooLarge(vertices: Int, edges: Int)
  /// A terminal is not in `0..<vertexCount`.
  case noSuchTerminal(terminal: Int, vertexCount: Int)
  /// There is nothing to connect.
  case noTerminals
  /// These terminals cannot be reached from the first one; in ascending order.
  case disconnected(terminals: [Int])
  /// There is not exactly one prize per vertex, or one of them is negative or too large.
  case unusablePrizes(reason: String)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .noSuchVertex(let edge, let vertex, let count):
      "edge \(edge): ends at vertex \(vertex); expected 0 to \(count - 1)"
    case .negativeCost(let edge, let cost):
      "edge \(edge): costs \(cost); expected at least 0"
    case .costsTooLarge(let edge):
      "edge \(edge): the costs up to here sum to more than \(Graph.largestTotalCost)"
    case .tooLarge(let vertices, let edges):
      "\(vertices) vertices and \(edges) edges; expected fewer than a thousand million of each"
    case .noSuchTerminal(let terminal, let count):
      "terminal \(terminal): expected a vertex from 0 to \(count - 1)"
    case .noTerminals:
      "no terminals; expected at least one vertex to connect"
    case .disconnected(let terminals):
      "\(terminals.count) terminals cannot be reached from the first, among them vertex \(terminals.first ?? 0)"
    case .unusablePrizes(let reason):
      "prizes: \(reason)"
    }
  }
}
