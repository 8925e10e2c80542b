import Geospatial

/// A graph under construction, whose edges are polylines, in flat arrays.
///
/// Vertex 0 is the root, which stands for many places; the line of an edge at the root starts, or ends, at one of them.
struct PolylineGraph: Sendable {
  /// What an edge is, but for its ends and its line.
  struct Nature: Hashable, Sendable {
    var kind: CandidateNetwork.EdgeKind
    /// The class of the road; negative for none.
    var roadClass: Int16 = -1
  }

  /// Where each vertex is; that of the root is of no account.
  var vertices: [Coordinate] = [Coordinate(longitude: 0, latitude: 0)]
  /// One per edge, and so are the three after it.
  private(set) var tails: [Int32] = []
  private(set) var heads: [Int32] = []
  private(set) var natures: [Nature] = []
  /// Where the line of each edge ends in `positions`.
  private(set) var lineEnds: [Int32] = []
  /// The lines, from tail to head, both included.
  private(set) var positions: [Coordinate] = []

  var edgeCount: Int { tails.count }

  /// Adds a vertex; its number.
  mutating func addVertex(at coordinate: Coordinate) -> Int32 {
    vertices.append(coordinate)
    return Int32(truncatingIfNeeded: vertices.count - 1)
  }

  /// Adds an edge whose line is `line`.
  mutating func addEdge(_ tail: Int32, _ head: Int32, _ nature: Nature, line: some Collection<Coordinate>) {
    positions.append(contentsOf: line)
    closeEdge(tail, head, nature)
  }

  /// Adds a position to the line of the edge to come.
  mutating func append(_ position: Coordinate) { positions.append(position) }

  /// Adds the edge whose line was appended.
  mutating func closeEdge(_ tail: Int32, _ head: Int32, _ nature: Nature) {
    tails.append(tail)
    heads.append(head)
    natures.append(nature)
    lineEnds.append(Int32(truncatingIfNeeded: positions.count))
  }

  /// The place of an edge's line in `positions`.
  @inline(__always)
  func line(ofEdge edge: Int) -> Range<Int> {
    (edge == 0 ? 0 : Int(lineEnds[edge - 1]))..<Int(lineEnds[edge])
  }

  /// The lines of the edges as a layer, a feature per edge.
  func column() -> GeometryColumn {
    var column = GeometryColumn()
    column.coordinates = positions
    column.partEnds = lineEnds
    column.partKinds = [GeometryColumn.PartKind](repeating: .line, count: edgeCount)
    column.featureEnds = (0..<edgeCount).map { Int32(truncatingIfNeeded: $0 + 1) }
    return column
  }

  /// The same vertices without edges.
  func withoutEdges() -> PolylineGraph {
    var graph = PolylineGraph()
    graph.vertices = vertices
    return graph
  }

  /// The edges at each vertex, in ascending order; a loop stands at its vertex twice.
  func incidence() -> Incidence { Incidence(vertexCount: vertices.count, tails: tails, heads: heads) }

  /// The sets of vertices that edges connect.
  func components() -> DisjointSets {
    var sets = DisjointSets(count: vertices.count)
    for edge in 0..<edgeCount { sets.merge(Int(tails[edge]), Int(heads[edge])) }
    return sets
  }
}
