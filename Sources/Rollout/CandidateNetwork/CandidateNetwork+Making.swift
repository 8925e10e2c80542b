import Geospatial

extension CandidateNetwork {
  /// Makes the network.
  ///
  /// O(n log n) for n positions of lines and villages, and flat in memory. Throws `CandidateNetworkError` for settings that
  /// cannot be, for classes that do not match the roads, for a terrain factor that is no positive number and for a
  /// forbidden area that cannot be used; `GEOSError` when GEOS fails. Villages that cannot be connected are no error but
  /// listed in `disconnected`.
  public init(_ sources: NetworkSources, settings: NetworkSettings = NetworkSettings()) throws {
    try settings.check()
    var assembly = try NetworkAssembly(sources, settings)
    try assembly.layLines()
    try assembly.addDrops()
    try assembly.addLinks()
    assembly.tidy()
    try self.init(assembly)
  }

  private init(_ assembly: NetworkAssembly) throws {
    let graph = assembly.graph
    var lengths = [Double](repeating: 0, count: graph.edgeCount)
    var cable = lengths
    for edge in 0..<graph.edgeCount {
      let line = graph.positions[graph.line(ofEdge: edge)]
      lengths[edge] = Geodesic.length(of: line)
      cable[edge] = try assembly.cableMetres(line, graph.natures[edge].kind, length: lengths[edge])
    }
    let isKept = assembly.keptEdges(cableMetres: cable)
    let water = assembly.sources.water.map { WaterCrossings($0) }
    let numbers = VertexNumbers(graph, isKept, villageCount: assembly.sources.villages.count, assembly.branchVertices)
    var (tails, heads, kinds): ([Int32], [Int32], [EdgeKind]) = ([], [], [])
    var (classes, crossings, ends): ([Int16], [Int32], [Int32]) = ([], [], [])
    var (keptLengths, keptCable, positions): ([Double], [Double], [Coordinate]) = ([], [], [])
    for edge in 0..<graph.edgeCount where isKept[edge] {
      let line = graph.positions[graph.line(ofEdge: edge)]
      tails.append(numbers.new[Int(graph.tails[edge])])
      heads.append(numbers.new[Int(graph.heads[edge])])
      kinds.append(graph.natures[edge].kind)
      classes.append(graph.natures[edge].roadClass)
      keptLengths.append(lengths[edge])
      keptCable.append(cable[edge])
      crossings.append(Int32(truncatingIfNeeded: water?.count(along: line) ?? 0))
      positions.append(contentsOf: line)
      ends.append(Int32(truncatingIfNeeded: positions.count))
    }
    villageCount = assembly.sources.villages.count
    vertices = numbers.old.map { graph.vertices[Int($0)] }
    mayBranch = Self.branching(numbers, assembly)
    self.tails = tails
    self.heads = heads
    self.kinds = kinds
    roadClasses = classes
    lengthMetres = keptLengths
    cableMetres = keptCable
    riverCrossings = crossings
    lineEnds = ends
    self.positions = positions
    roadClassNames = assembly.classNames
    disconnected = try assembly.disconnectedVillages()
    preparation = assembly.preparation
  }

  private static func branching(_ numbers: VertexNumbers, _ assembly: NetworkAssembly) -> [Bool] {
    guard assembly.sources.branchPoints != nil else { return numbers.old.map { _ in true } }
    var mayBranch = numbers.old.map { _ in false }
    mayBranch[CandidateNetwork.root] = true
    for vertex in assembly.branchVertices where numbers.new[Int(vertex)] >= 0 {
      mayBranch[Int(numbers.new[Int(vertex)])] = true
    }
    return mayBranch
  }
}
