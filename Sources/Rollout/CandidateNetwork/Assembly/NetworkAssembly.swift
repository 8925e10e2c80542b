import Geospatial

/// A candidate network under construction.
///
/// The steps, in order: lines are cleaned and noded, what carries cable becomes the root, and chains are contracted; places
/// of the lines that villages, cabinets, ends of roads and the existing network are nearest to become vertices, joined by
/// drops; parts that are still apart are linked; the edges are measured.
struct NetworkAssembly {
  let sources: NetworkSources
  let settings: NetworkSettings
  let lattice: Lattice
  /// The existing network, a run to a feature.
  let existing: GeometryColumn
  let existingIndex: LineIndex
  let forbidden: ForbiddenAreas?
  var graph = PolylineGraph()
  var preparation = LinePreparation()
  /// Class names in the order in which they first occur.
  var classNames: [String] = []
  /// The vertices at which cables may branch, where branch points were given.
  var branchVertices: [Int32] = []
  /// Links that were too long, or crossed a forbidden area, to tell why a village is not connected.
  var rejected: [RejectedLink] = []

  /// Links of parts of the network to the existing one, to be laid with all others.
  var rootLinks = PendingDrops()

  /// The vertices that edges connect, once all edges are there.
  var components = DisjointSets(count: 0)

  /// A link that was not made.
  struct RejectedLink {
    var tail: Int32
    var head: Int32
    var metres: Double
    var isForbidden: Bool
  }

  init(_ sources: NetworkSources, _ settings: NetworkSettings) throws {
    self.sources = sources
    self.settings = settings
    let existing = LineCleaning(sources.existing, keepsPoints: true)
    preparation.droppedPositions += existing.droppedPositions
    self.existing = existing.runs
    var coordinates = existing.runs.coordinates
    for other in [sources.roads?.geometries, sources.fundedRoutes] {
      coordinates.append(contentsOf: (other?.coordinates ?? []).lazy.filter(\.isOnEarth))
    }
    coordinates.append(contentsOf: sources.villages.lazy.filter(\.isOnEarth))
    lattice = Lattice(around: coordinates)
    existingIndex = LineIndex(existing.runs, lattice: lattice)
    forbidden = try sources.forbidden.map { try ForbiddenAreas($0) }
    if let first = existing.runs.coordinates.first { graph.vertices[CandidateNetwork.root] = first }
    graph.vertices.append(contentsOf: sources.villages)
  }

  /// Whether links are straight, for want of roads.
  var isWithoutRoads: Bool { (sources.roads?.geometries.count ?? 0) == 0 }

  /// Whether a vertex is a village.
  func isVillage(_ vertex: Int) -> Bool { vertex > 0 && vertex <= sources.villages.count }

  /// Whether a new line may be laid.
  func isAllowed(_ line: some Collection<Coordinate>) throws -> Bool {
    guard let forbidden else { return true }
    return try !forbidden.cross(line)
  }
}
