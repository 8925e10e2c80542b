import Geospatial

extension NetworkAssembly {
  /// Joins villages, cabinets, ends of roads and the existing network to the places of the lines nearest to them.
  mutating func addDrops() throws {
    let lines = LineIndex(graph.column(), lattice: lattice)
    var drops = PendingDrops()
    try lines.withSearch { search in
      try existingIndex.withSearch { existingSearch in
        if settings.snapToleranceMetres > 0 { try snapEnds(lines, &search, &existingSearch, &drops) }
        try joinJunctions(&existingSearch, &drops)
        try joinAccessPoints(lines, &search, &drops)
        for village in sources.villages.indices where sources.villages[village].isOnEarth {
          let vertex = Int32(truncatingIfNeeded: CandidateNetwork.vertex(ofVillage: village))
          try addDrops(to: vertex, lines, &search, &existingSearch, &drops)
        }
        try placeBranchPoints(lines, &search, &existingSearch, &drops)
      }
    }
    branchVertices.append(contentsOf: drops.apply(to: &graph))
  }

  // MARK: Roads

  /// Joins ends of roads to lines they stop just short of.
  private mutating func snapEnds(
    _ lines: LineIndex, _ search: inout SegmentIndex.Search, _ existingSearch: inout SegmentIndex.Search,
    _ drops: inout PendingDrops
  ) throws {
    let incidence = graph.incidence()
    let tolerance = settings.snapToleranceMetres
    for vertex in (sources.villages.count + 1)..<max(graph.vertices.count, sources.villages.count + 1)
    where incidence.degree(vertex) == 1 {
      let own = Int(incidence.edges[Int(incidence.offsets[vertex])])
      let (end, nature) = (graph.vertices[vertex], graph.natures[own])
      let line = graph.line(ofEdge: own)
      let isTail = Int(graph.tails[own]) == vertex
      let otherEnd = graph.positions[isTail ? line.upperBound - 1 : line.lowerBound]
      if let near = existingIndex.nearest(to: end, within: tolerance, &existingSearch),
        try isAllowed([near.place.position, end])
      {
        drops.join(Int32(truncatingIfNeeded: vertex), end, toRootAt: near.place.position, nature)
        preparation.snappedEnds += 1
        continue
      }
      for near in lines.all(within: tolerance, of: end, &search) where near.feature != own {
        // A stub shorter than the tolerance is near its own crossroads anyhow.
        if Geodesic.distance(near.place.position, otherEnd) <= tolerance { continue }
        guard try isAllowed([end, near.place.position]) else { continue }
        drops.join(Int32(truncatingIfNeeded: vertex), end, to: near, nature)
        preparation.snappedEnds += 1
        break
      }
    }
  }

  /// Joins junctions and ends of roads to the existing network where it is near.
  private func joinJunctions(_ existingSearch: inout SegmentIndex.Search, _ drops: inout PendingDrops) throws {
    let incidence = graph.incidence()
    for vertex in graph.vertices.indices.dropFirst(sources.villages.count + 1) where incidence.degree(vertex) > 0 {
      let end = graph.vertices[vertex]
      if let near = existingIndex.nearest(to: end, within: settings.longestAttachmentMetres, &existingSearch),
        try isAllowed([near.place.position, end])
      {
        drops.join(Int32(truncatingIfNeeded: vertex), end, toRootAt: near.place.position, PendingDrops.drop)
      }
    }
  }

  /// Joins access points and ends of cable to the nearest road.
  private func joinAccessPoints(
    _ lines: LineIndex, _ search: inout SegmentIndex.Search, _ drops: inout PendingDrops
  ) throws {
    for run in 0..<existing.count {
      let range = existing.coordinates(ofFeature: run)
      let ends = range.count == 1 ? [range.lowerBound] : [range.lowerBound, range.upperBound - 1]
      for index in ends {
        let end = existing.coordinates[index]
        guard let near = lines.nearest(to: end, within: settings.longestAttachmentMetres, &search),
          near.place.distanceMetres > settings.existingToleranceMetres,
          try isAllowed([end, near.place.position])
        else { continue }
        drops.joinRoot(at: end, to: near, PendingDrops.drop)
      }
    }
  }

  // MARK: Villages and cabinets

  /// Adds drops from a vertex to the nearest lines, and to the nearest place of the existing network.
  private func addDrops(
    to vertex: Int32, _ lines: LineIndex, _ search: inout SegmentIndex.Search,
    _ existingSearch: inout SegmentIndex.Search, _ drops: inout PendingDrops
  ) throws {
    let position = graph.vertices[Int(vertex)]
    let reach = isWithoutRoads ? settings.longestLinkMetres : settings.longestDropMetres
    if let near = existingIndex.nearest(to: position, within: reach, &existingSearch),
      try isAllowed([near.place.position, position])
    {
      drops.join(vertex, position, toRootAt: near.place.position, PendingDrops.drop)
    }
    guard settings.dropsPerVillage > 0,
      let nearest = lines.nearest(to: position, within: settings.longestDropMetres, &search)
    else { return }
    // Near enough to be worth a thought; everything only where forbidden areas leave nothing of that.
    let usual = min(settings.longestDropMetres, 2 * nearest.place.distanceMetres + 200)
    for limit in usual < settings.longestDropMetres ? [usual, settings.longestDropMetres] : [usual] {
      var feet: [Coordinate] = []
      let candidates =
        settings.dropsPerVillage == 1 && forbidden == nil
        ? [nearest] : lines.all(within: limit, of: position, &search)
      for near in candidates where feet.count < settings.dropsPerVillage && !feet.contains(near.place.position) {
        guard try isAllowed([position, near.place.position]) else { continue }
        feet.append(near.place.position)
        drops.join(vertex, position, to: near, PendingDrops.drop)
      }
      if !feet.isEmpty { break }
    }
  }

  /// Makes vertices of the places where cables may branch: on the nearest line, or at the end of a drop.
  private mutating func placeBranchPoints(
    _ lines: LineIndex, _ search: inout SegmentIndex.Search, _ existingSearch: inout SegmentIndex.Search,
    _ drops: inout PendingDrops
  ) throws {
    let tolerance = settings.existingToleranceMetres
    for point in sources.branchPoints ?? [] where point.isOnEarth {
      if existingIndex.distance(to: point, within: tolerance, &existingSearch) != nil { continue }
      if let near = lines.nearest(to: point, within: tolerance, &search) {
        drops.branch(at: near)
      } else {
        let vertex = graph.addVertex(at: point)
        branchVertices.append(vertex)
        try addDrops(to: vertex, lines, &search, &existingSearch, &drops)
      }
    }
  }
}
