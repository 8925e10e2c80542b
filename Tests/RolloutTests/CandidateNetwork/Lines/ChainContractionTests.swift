import Geospatial
import Randomness
import Testing

@testable import Rollout

@Suite struct ChainContractionTests {
  private static let road = PolylineGraph.Nature(kind: .road)

  private static func graph(_ edges: [(Int, Int)], natures: [PolylineGraph.Nature] = []) -> PolylineGraph {
    var graph = PolylineGraph()
    let count = edges.map { max($0.0, $0.1) }.max() ?? 0
    for vertex in 0..<count { _ = graph.addVertex(at: Ground.place(Double(100 * vertex), Double(vertex * vertex))) }
    for (index, edge) in edges.enumerated() {
      graph.addEdge(
        Int32(edge.0), Int32(edge.1), index < natures.count ? natures[index] : road,
        line: [graph.vertices[edge.0], graph.vertices[edge.1]])
    }
    return graph
  }

  struct Known: Sendable {
    var edges: [(Int, Int)]
    var kept: [Int]
    var ends: [[Int32]]

    init(_ edges: [(Int, Int)], keeping kept: [Int] = [], ends: [[Int32]]) {
      self.edges = edges
      self.kept = kept
      self.ends = ends
    }
  }

  static let known: [Known] = [
    Known([(1, 2), (3, 2), (3, 4)], ends: [[1, 4]]),
    Known([(1, 2), (2, 3), (3, 4)], keeping: [3], ends: [[1, 3], [3, 4]]),
    Known([(1, 2), (2, 3), (3, 1)], ends: [[1, 1]]),
    Known([(1, 2), (2, 3), (2, 4)], ends: [[1, 2], [2, 3], [2, 4]]),
    Known([(1, 2), (2, 3), (3, 4), (4, 2)], ends: [[1, 2], [2, 2]]),
    Known([(1, 0), (0, 2)], ends: [[0, 1], [0, 2]]),
    Known([(1, 2), (1, 2)], ends: [[1, 1]]),
  ]

  @Test(arguments: known)
  func `chains become edges between the places where something happens`(known: Known) {
    let graph = Self.graph(known.edges)
    let contracted = ChainContraction.contracted(
      graph, keeping: graph.vertices.indices.map { known.kept.contains($0) })
    let found = (0..<contracted.edgeCount).map { [contracted.tails[$0], contracted.heads[$0]].sorted() }
    #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == known.ends)
  }

  @Test func `a change of nature ends a chain`() {
    let graph = Self.graph(
      [(1, 2), (2, 3)], natures: [Self.road, PolylineGraph.Nature(kind: .road, roadClass: 1)])
    #expect(ChainContraction.contracted(graph, keeping: [Bool](repeating: false, count: 4)).edgeCount == 2)
  }

  @Test(arguments: [UInt64(41), 42, 43])
  func `no length is lost and no vertex of two is left`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let graph = Self.graph((0..<60).map { _ in (1 + generator.index(50), 51 + generator.index(30)) })
    let contracted = ChainContraction.contracted(
      graph, keeping: [Bool](repeating: false, count: graph.vertices.count))
    func length(_ graph: PolylineGraph) -> Double {
      (0..<graph.edgeCount).reduce(0) { $0 + Geodesic.length(of: graph.positions[graph.line(ofEdge: $1)]) }
    }
    #expect(abs(length(graph) - length(contracted)) < 1e-6 * length(graph))
    let incidence = contracted.incidence()
    for vertex in contracted.vertices.indices where incidence.degree(vertex) == 2 {
      let edge = Int(incidence[vertex].first ?? 0)
      #expect(contracted.tails[edge] == contracted.heads[edge], "only a ring is left at vertex \(vertex)")
    }
  }
}
