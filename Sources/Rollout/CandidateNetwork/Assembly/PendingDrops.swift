import Geospatial

/// Drops and links that are laid once the lines they lead to have been split.
struct PendingDrops {
  /// What a drop is.
  static let drop = PolylineGraph.Nature(kind: .drop)

  /// One end of an edge to come.
  private struct End {
    /// The vertex, where it is known.
    var vertex: Int32
    /// The number of the place in `splitting`, where it is not; else -1.
    var place: Int
    var position: Coordinate
  }

  private var splitting = LineSplitting()
  private var edges: [(tail: End, head: End, nature: PolylineGraph.Nature)] = []
  private var branchPlaces: [Int] = []

  /// An edge from a vertex to a place of a line.
  mutating func join(
    _ vertex: Int32, _ position: Coordinate, to answer: LineIndex.Answer, _ nature: PolylineGraph.Nature
  ) {
    edges.append((End(vertex: vertex, place: -1, position: position), end(answer), nature))
  }

  /// An edge from a vertex to a place of the existing network.
  mutating func join(
    _ vertex: Int32, _ position: Coordinate, toRootAt place: Coordinate, _ nature: PolylineGraph.Nature
  ) {
    join(Int32(CandidateNetwork.root), place, to: vertex, position, nature)
  }

  /// An edge from a place of the existing network to a place of a line.
  mutating func joinRoot(at position: Coordinate, to answer: LineIndex.Answer, _ nature: PolylineGraph.Nature) {
    join(Int32(CandidateNetwork.root), position, to: answer, nature)
  }

  /// An edge between two vertices.
  mutating func join(
    _ vertex: Int32, _ position: Coordinate, to other: Int32, _ otherPosition: Coordinate,
    _ nature: PolylineGraph.Nature
  ) {
    edges.append(
      (
        End(vertex: vertex, place: -1, position: position), End(vertex: other, place: -1, position: otherPosition),
        nature
      ))
  }

  /// An edge between places of two lines.
  mutating func join(_ answer: LineIndex.Answer, to other: LineIndex.Answer, _ nature: PolylineGraph.Nature) {
    edges.append((end(answer), end(other), nature))
  }

  /// A place of a line where cables may branch.
  mutating func branch(at answer: LineIndex.Answer) {
    branchPlaces.append(splitting.add(answer.place, ofEdge: answer.feature))
  }

  private mutating func end(_ answer: LineIndex.Answer) -> End {
    End(vertex: -1, place: splitting.add(answer.place, ofEdge: answer.feature), position: answer.place.position)
  }

  /// Splits the lines and adds the edges, but for loops; the vertices at which cables may branch.
  func apply(to graph: inout PolylineGraph) -> [Int32] {
    let vertices = splitting.apply(to: &graph)
    for (tail, head, nature) in edges {
      let start = tail.place < 0 ? tail.vertex : vertices[tail.place]
      let end = head.place < 0 ? head.vertex : vertices[head.place]
      if start != end { graph.addEdge(start, end, nature, line: [tail.position, head.position]) }
    }
    return branchPlaces.map { vertices[$0] }
  }
}
