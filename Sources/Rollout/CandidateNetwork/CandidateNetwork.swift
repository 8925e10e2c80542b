import Geospatial

/// Where cable could be laid: the graph over which fibre, or a line of another kind, is planned.
///
/// ```swift
/// let sources = NetworkSources(existing: fibre, villages: unserved, roads: RoadLayer(roads, classes: classes))
/// let network = try CandidateNetwork(sources)
/// network.edgeCount  // roads between junctions, drops to villages, links across gaps
/// ```
///
/// Vertex 0 is the **root**, the whole existing network contracted into one; vertices 1 to `villageCount` are the villages
/// in their order; junctions, ends of roads and cabinets follow. An edge has a line, whose first position is its tail's and
/// whose last is its head's; at the root it is the place where the edge meets the existing network. No edge joins the root
/// to itself; several edges may join the same two vertices.
///
/// Lengths are geodesic on WGS 84. The same sources and settings give the same network, bit for bit.
public struct CandidateNetwork: Sendable {
  /// The vertex that stands for all of the existing network.
  public static let root = 0

  /// What an edge follows.
  public enum EdgeKind: UInt8, Sendable, CaseIterable {
    /// A road.
    case road
    /// A route that is already paid for.
    case funded
    /// A straight line from a village or a cabinet to the nearest place of a road or of the network.
    case drop
    /// A straight line between villages, or across a gap between roads.
    case straight
  }

  /// How many villages there are, connected or not.
  public let villageCount: Int
  /// One per vertex: where it is. That of the root is one place of the existing network, if it has any.
  public let vertices: [Coordinate]
  /// One per vertex: whether cables may branch there. All true where no branch points were given.
  public let mayBranch: [Bool]
  /// One per edge, and so are all that follow but `roadClassNames`: the vertex where it starts.
  public let tails: [Int32]
  /// The vertex where it ends.
  public let heads: [Int32]
  /// What it follows.
  public let kinds: [EdgeKind]
  /// The class of its road, by its place in `roadClassNames`; -1 for none.
  public let roadClasses: [Int16]
  /// The geodesic length of its line, in **metres**.
  public let lengthMetres: [Double]
  /// How much cable it takes, in **metres**: the length of its line, times the detour factor if it is straight, times the
  /// factor of the terrain.
  public let cableMetres: [Double]
  /// How many times it crosses water; all 0 where no water was given.
  public let riverCrossings: [Int32]
  /// Where its line ends in `positions`.
  public let lineEnds: [Int32]
  /// The lines, each from tail to head.
  public let positions: [Coordinate]
  /// The classes of roads, in the order in which they first occur.
  public let roadClassNames: [String]
  /// The villages that no path joins to the root, in their order, each with the reason.
  public let disconnected: [DisconnectedVillage]
  /// What was done to the lines given.
  public let preparation: LinePreparation

  /// How many edges there are.
  public var edgeCount: Int { tails.count }

  /// The vertex of a village, by its place in the list given.
  public static func vertex(ofVillage village: Int) -> Int { village + 1 }

  /// The line of an edge.
  public func line(ofEdge edge: Int) -> ArraySlice<Coordinate> {
    positions[(edge == 0 ? 0 : Int(lineEnds[edge - 1]))..<Int(lineEnds[edge])]
  }

  /// The lines of the edges as a layer, a feature per edge, for output.
  public func geometries() -> GeometryColumn {
    var column = GeometryColumn()
    column.coordinates = positions
    column.partEnds = lineEnds
    column.partKinds = [GeometryColumn.PartKind](repeating: .line, count: edgeCount)
    column.featureEnds = (0..<edgeCount).map { Int32(truncatingIfNeeded: $0 + 1) }
    return column
  }
}
