import Geospatial
import Randomness
import Testing

@testable import Rollout

@Suite struct LineSplittingTests {
  /// One edge of three segments, a hundred metres each.
  private static func graph() -> PolylineGraph {
    var graph = PolylineGraph()
    let line = [0.0, 100, 200, 300].map { Ground.place($0, 0) }
    let (tail, head) = (graph.addVertex(at: line[0]), graph.addVertex(at: line[3]))
    graph.addEdge(tail, head, PolylineGraph.Nature(kind: .road), line: line)
    return graph
  }

  private static func split(_ places: [(segment: Int, east: Double)]) -> (graph: PolylineGraph, vertices: [Int32]) {
    var graph = graph()
    var splitting = LineSplitting()
    for place in places {
      splitting.add(
        NearestPlace(segment: place.segment, position: Ground.place(place.east, 0), distanceMetres: 0), ofEdge: 0)
    }
    let vertices = splitting.apply(to: &graph)
    return (graph, vertices)
  }

  struct Known: Sendable {
    var places: [(segment: Int, east: Double)]
    var edges: Int
    var vertices: [Int32]

    init(_ places: [(segment: Int, east: Double)], edges: Int, vertices: [Int32]) {
      self.places = places
      self.edges = edges
      self.vertices = vertices
    }
  }

  static let known: [Known] = [
    Known([(1, 150)], edges: 2, vertices: [3]),
    Known([(0, 0)], edges: 1, vertices: [1]),
    Known([(2, 300)], edges: 1, vertices: [2]),
    Known([(0, 100)], edges: 2, vertices: [3]),
    Known([(0, 100), (1, 100)], edges: 2, vertices: [3, 3]),
    Known([(2, 250), (0, 50), (2, 250), (0, 20)], edges: 4, vertices: [5, 4, 5, 3]),
    Known([], edges: 1, vertices: []),
  ]

  @Test(arguments: known)
  func `places become vertices in the order of the line`(known: Known) {
    let (graph, found) = Self.split(known.places)
    #expect(graph.edgeCount == known.edges)
    #expect(found == known.vertices)
    let whole = (0..<graph.edgeCount).reduce(0) {
      $0 + Geodesic.length(of: graph.positions[graph.line(ofEdge: $1)])
    }
    #expect(abs(whole - 300) < 0.01)
    for edge in 0..<graph.edgeCount {
      let line = graph.positions[graph.line(ofEdge: edge)]
      #expect(line.first == graph.vertices[Int(graph.tails[edge])])
      #expect(line.last == graph.vertices[Int(graph.heads[edge])])
      #expect(zip(line, line.dropFirst()).allSatisfy { $0 != $1 })
    }
  }

  @Test func `splitting and contracting again gives the line as it was`() {
    var generator = SeededGenerator(seed: 31)
    var graph = Self.graph()
    var splitting = LineSplitting()
    for _ in 0..<50 {
      let segment = generator.index(3)
      // Only vertices of the line, so that no place is off it by a rounding.
      splitting.add(
        NearestPlace(
          segment: segment, position: Ground.place(Double(100 * (segment + generator.index(2))), 0), distanceMetres: 0),
        ofEdge: 0)
    }
    _ = splitting.apply(to: &graph)
    #expect(graph.edgeCount == 3)
    let contracted = ChainContraction.contracted(
      graph, keeping: [Bool](repeating: false, count: graph.vertices.count))
    #expect(contracted.edgeCount == 1)
    #expect(contracted.positions == Self.graph().positions)
  }
}
