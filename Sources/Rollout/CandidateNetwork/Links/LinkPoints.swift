import Geospatial

/// The points between which links are drawn: vertices, and places of lines about a hundred metres apart.
struct LinkPoints {
  /// Between places of a line there is at least this much of it, in **metres**.
  static let spacingMetres = 100.0

  /// Where each point is.
  private(set) var positions: [Coordinate] = []
  /// The vertex of each point; -1 for a place of a line.
  private(set) var vertices: [Int32] = []
  /// The line of each place; -1 for a vertex.
  private(set) var edges: [Int32] = []
  /// The position of each place in its line, never the first or the last.
  private(set) var places: [Int32] = []

  /// How many points there are.
  var count: Int { positions.count }

  /// Adds a vertex.
  mutating func add(vertex: Int32, at position: Coordinate) {
    positions.append(position)
    vertices.append(vertex)
    edges.append(-1)
    places.append(0)
  }

  /// Adds the ends of an edge that are the root, for the root is at no one place, and places between them.
  mutating func add(edge: Int, of graph: PolylineGraph) {
    let line = graph.line(ofEdge: edge)
    let root = Int32(CandidateNetwork.root)
    if graph.tails[edge] == root { add(vertex: root, at: graph.positions[line.lowerBound]) }
    if graph.heads[edge] == root { add(vertex: root, at: graph.positions[line.upperBound - 1]) }
    guard graph.natures[edge].kind == .road || graph.natures[edge].kind == .funded else { return }
    var last = line.lowerBound
    for index in line.dropFirst().dropLast() {
      let plane = LocalPlane(at: graph.positions[last])
      guard plane.squaredMetres(to: graph.positions[index]) >= Self.spacingMetres * Self.spacingMetres else { continue }
      positions.append(graph.positions[index])
      vertices.append(-1)
      edges.append(Int32(truncatingIfNeeded: edge))
      places.append(Int32(truncatingIfNeeded: index - line.lowerBound))
      last = index
    }
  }

  /// The place of a line at a point, as one to split the line at.
  func place(_ point: Int) -> NearestPlace {
    NearestPlace(segment: Int(places[point]), position: positions[point], distanceMetres: 0)
  }
}
