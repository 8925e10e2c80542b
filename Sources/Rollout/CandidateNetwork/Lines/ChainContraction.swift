import Geospatial

/// Makes one edge of every chain of edges of the same nature between vertices where nothing branches, ends or changes.
///
/// The line of the new edge is the lines of the chain one after another, so nothing of the ground is lost. A ring that
/// nothing leads to keeps the lowest of its vertices. Vertices no edge ends at any more stay, without edges. O(n).
struct ChainContraction {
  private let graph: PolylineGraph
  private let incidence: Incidence
  private let isStop: [Bool]
  private var isDone: [Bool]
  private var result: PolylineGraph

  /// The graph with its chains contracted; `isKept` vertices, and the root, stay ends of edges.
  static func contracted(_ graph: PolylineGraph, keeping isKept: [Bool]) -> PolylineGraph {
    var contraction = ChainContraction(graph, isKept)
    for vertex in graph.vertices.indices where contraction.isStop[vertex] { contraction.follow(from: vertex) }
    // What is left are rings.
    for vertex in graph.vertices.indices { contraction.follow(from: vertex) }
    return contraction.result
  }

  private init(_ graph: PolylineGraph, _ isKept: [Bool]) {
    self.graph = graph
    let incidence = graph.incidence()
    self.incidence = incidence
    isStop = graph.vertices.indices.map { vertex in
      if vertex == 0 || isKept[vertex] || incidence.degree(vertex) != 2 { return true }
      let at = Int(incidence.offsets[vertex])
      let (one, other) = (Int(incidence.edges[at]), Int(incidence.edges[at + 1]))
      return graph.natures[one] != graph.natures[other]
    }
    isDone = [Bool](repeating: false, count: graph.edgeCount)
    result = graph.withoutEdges()
  }

  /// Makes the edges of all chains that start at a vertex.
  private mutating func follow(from vertex: Int) {
    for first in incidence[vertex] where !isDone[Int(first)] {
      var edge = Int(first)
      var end = Int32(truncatingIfNeeded: vertex)
      result.append(start(of: edge, at: end))
      while true {
        isDone[edge] = true
        appendRest(of: edge, from: end)
        end = graph.tails[edge] == end ? graph.heads[edge] : graph.tails[edge]
        if isStop[Int(end)] || Int(end) == vertex { break }
        let at = Int(incidence.offsets[Int(end)])
        edge = Int(incidence.edges[at]) == edge ? Int(incidence.edges[at + 1]) : Int(incidence.edges[at])
      }
      result.closeEdge(Int32(truncatingIfNeeded: vertex), end, graph.natures[edge])
    }
  }

  private func start(of edge: Int, at vertex: Int32) -> Coordinate {
    let line = graph.line(ofEdge: edge)
    return graph.positions[graph.tails[edge] == vertex ? line.lowerBound : line.upperBound - 1]
  }

  /// Appends the line of an edge, seen from one of its ends, but for its first position.
  private mutating func appendRest(of edge: Int, from vertex: Int32) {
    let line = graph.line(ofEdge: edge)
    if graph.tails[edge] == vertex {
      for index in line.dropFirst() { result.append(graph.positions[index]) }
    } else {
      for index in line.dropLast().reversed() { result.append(graph.positions[index]) }
    }
  }
}
