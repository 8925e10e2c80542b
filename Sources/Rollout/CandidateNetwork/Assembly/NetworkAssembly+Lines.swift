import Geospatial

extension NetworkAssembly {
  /// Makes the graph of roads and funded routes, in which whatever carries cable is the root.
  mutating func layLines() throws {
    var ground = GatheredLines(lattice)
    if let funded = sources.fundedRoutes { ground.add(funded) { _ in GatheredLines.funded } }
    if let roads = sources.roads {
      let classes = try classIndexes(of: roads)
      // Roads without a class come last, so that a class is kept where two roads share ground.
      ground.add(roads.geometries) { GatheredLines.firstRoad + ($0 < classes.count ? classes[$0] : 0) }
    }
    guard ground.count > 0 else { return }
    ground.addRuns(existing)
    preparation.droppedPositions += ground.droppedPositions
    let pieces = ground.segments()
    preparation.pieces = pieces.count
    let noded = SnapRounding.noded(pieces)
    preparation.nodedPieces = noded.count
    try addPieces(noded)
    graph = ChainContraction.contracted(graph, keeping: [Bool](repeating: false, count: graph.vertices.count))
  }

  /// The class of each road by its place in `classNames`; the number of names for none.
  private mutating func classIndexes(of roads: RoadLayer) throws -> [Int32] {
    guard !roads.classes.isEmpty else { return [] }
    guard roads.classes.count == roads.geometries.count else {
      throw CandidateNetworkError.classCount(classes: roads.classes.count, roads: roads.geometries.count)
    }
    var indexes: [String: Int32] = [:]
    for name in roads.classes.compactMap({ $0 }) where indexes[name] == nil {
      indexes[name] = Int32(truncatingIfNeeded: classNames.count)
      classNames.append(name)
    }
    let none = Int32(truncatingIfNeeded: classNames.count)
    return roads.classes.map { name in name.flatMap { indexes[$0] } ?? none }
  }

  private mutating func addPieces(_ pieces: LatticeSegments) throws {
    let places = pieces.places.map { lattice.coordinate(of: $0) }
    let isRoot = rootPlaces(pieces, places)
    var vertices = [Int32](repeating: -1, count: places.count)
    func vertex(_ place: Int) -> Int32 {
      if isRoot[place] { return Int32(CandidateNetwork.root) }
      if vertices[place] < 0 { vertices[place] = graph.addVertex(at: places[place]) }
      return vertices[place]
    }
    try existingIndex.withSearch { search in
      for piece in 0..<pieces.count {
        let (start, end) = (Int(pieces.starts[piece]), Int(pieces.ends[piece]))
        let source = pieces.sources[piece]
        if source == GatheredLines.existing { continue }
        if isRoot[start], isRoot[end], carriesCable(places[start], places[end], &search) {
          preparation.existingPieces += 1
          continue
        }
        if source != GatheredLines.funded, try !isAllowed([places[start], places[end]]) {
          preparation.forbiddenPieces += 1
          continue
        }
        graph.addEdge(vertex(start), vertex(end), nature(of: source), line: [places[start], places[end]])
      }
    }
  }

  private func nature(of source: Int32) -> PolylineGraph.Nature {
    if source == GatheredLines.funded { return PolylineGraph.Nature(kind: .funded) }
    let roadClass = Int(source - GatheredLines.firstRoad)
    return PolylineGraph.Nature(
      kind: .road, roadClass: roadClass < classNames.count ? Int16(truncatingIfNeeded: roadClass) : -1)
  }

  /// Which places belong to the existing network: those it passes, and those of other lines that are near enough.
  private mutating func rootPlaces(_ pieces: LatticeSegments, _ places: [Coordinate]) -> [Bool] {
    var isRoot = [Bool](repeating: false, count: places.count)
    for piece in 0..<pieces.count where pieces.sources[piece] == GatheredLines.existing {
      isRoot[Int(pieces.starts[piece])] = true
      isRoot[Int(pieces.ends[piece])] = true
      preparation.existingPieces += 1
    }
    existingIndex.withSearch { search in
      for place in places.indices where !isRoot[place] {
        isRoot[place] =
          search.nearest(to: places[place], within: settings.existingToleranceMetres) != nil
      }
    }
    return isRoot
  }

  /// Whether a piece between two places of the existing network runs beside it all the way.
  private func carriesCable(_ a: Coordinate, _ b: Coordinate, _ search: inout SegmentIndex.Search) -> Bool {
    for part in [0.25, 0.5, 0.75] {
      let place = NearestPlace.position(part, from: a, to: b, lattice)
      if search.nearest(to: place, within: settings.existingToleranceMetres) == nil { return false }
    }
    return true
  }
}
