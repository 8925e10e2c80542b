import Geospatial

extension NetworkAssembly {
  private static let straight = PolylineGraph.Nature(kind: .straight)

  /// A link that may be made between two points.
  private struct Candidate {
    var group: UInt64
    var metres: Double
    var tail: Int32
    var head: Int32
  }

  /// Links what is still apart: without roads all neighbours, else parts of the network that no road joins.
  mutating func addLinks() throws {
    if isWithoutRoads { try linkNeighbours() } else { try linkParts() }
  }

  // MARK: Without roads

  /// Links neighbouring villages, cabinets, funded routes and places of the existing network: the edges of their Delaunay
  /// triangulation, and the nearest villages of each.
  private mutating func linkNeighbours() throws {
    let points = linkPoints()
    let plane = LinkPlane(points.positions, lattice: lattice)
    let triangulation = DelaunayTriangulation.edges(x: plane.x, y: plane.y)
    let isVillage = points.vertices.map { self.isVillage(Int($0)) }
    let nearest = NearestLinks(points.positions, edges: triangulation).pairs(
      count: settings.nearestLinks, where: isVillage)
    var links: [(Int32, Int32)] = []
    for (tail, head) in Self.merged(triangulation, nearest) {
      let ends = (points.vertices[Int(tail)], points.vertices[Int(head)])
      if ends.0 == ends.1, ends.0 >= 0 { continue }
      let metres = Geodesic.distance(points.positions[Int(tail)], points.positions[Int(head)])
      if try accept(tail, head, metres, points) { links.append((tail, head)) }
    }
    lay(links, between: points)
  }

  /// Two ascending lists of pairs as one.
  private static func merged(_ first: [(Int32, Int32)], _ second: [(Int32, Int32)]) -> [(Int32, Int32)] {
    var merged: [(Int32, Int32)] = []
    merged.reserveCapacity(first.count + second.count)
    var (one, other) = (first.startIndex, second.startIndex)
    while one < first.endIndex || other < second.endIndex {
      if other == second.endIndex || (one < first.endIndex && first[one] <= second[other]) {
        if other < second.endIndex, first[one] == second[other] { other += 1 }
        merged.append(first[one])
        one += 1
      } else {
        merged.append(second[other])
        other += 1
      }
    }
    return merged
  }

  // MARK: With roads

  /// Links parts of the network that no road joins: the shortest link of every two parts that are neighbours in a Delaunay
  /// triangulation, and of every part the shortest to the existing network.
  private mutating func linkParts() throws {
    var components = graph.components()
    let points = linkPoints()
    let parts = (0..<points.count).map { point in
      let vertex = points.vertices[point]
      return components.find(Int(vertex >= 0 ? vertex : graph.tails[Int(points.edges[point])]))
    }
    let root = components.find(CandidateNetwork.root)
    guard parts.contains(where: { $0 != root }) else { return }
    try linkToExisting(points, parts, root: root)
    let plane = LinkPlane(points.positions, lattice: lattice)
    var candidates: [Candidate] = []
    for (tail, head) in DelaunayTriangulation.edges(x: plane.x, y: plane.y) {
      let (a, b) = (parts[Int(tail)], parts[Int(head)])
      guard a != b else { continue }
      candidates.append(
        Candidate(
          group: UInt64(min(a, b)) << 32 | UInt64(max(a, b)),
          metres: Geodesic.distance(points.positions[Int(tail)], points.positions[Int(head)]), tail: tail, head: head))
    }
    candidates.sort { ($0.group, $0.metres, $0.tail, $0.head) < ($1.group, $1.metres, $1.tail, $1.head) }
    var links: [(Int32, Int32)] = []
    var done: UInt64?
    for candidate in candidates where candidate.group != done {
      if try accept(candidate.tail, candidate.head, candidate.metres, points) {
        links.append((candidate.tail, candidate.head))
        done = candidate.group
      } else if candidate.metres > settings.longestLinkMetres {
        done = candidate.group
      }
    }
    lay(links, between: points)
  }

  /// Links every part to the nearest place of the existing network.
  private mutating func linkToExisting(_ points: LinkPoints, _ parts: [Int], root: Int) throws {
    var candidates: [Candidate] = []
    var nearest: [Int: Double] = [:]
    existingIndex.withSearch { search in
      for point in 0..<points.count where parts[point] != root {
        // Where areas are forbidden the nearest way may be closed, so all are kept.
        let limit = forbidden == nil ? nearest[parts[point]] ?? .infinity : .infinity
        guard let metres = existingIndex.distance(to: points.positions[point], within: limit, &search) else { continue }
        nearest[parts[point]] = min(metres, nearest[parts[point]] ?? .infinity)
        candidates.append(
          Candidate(
            group: UInt64(parts[point]), metres: metres, tail: Int32(truncatingIfNeeded: point), head: 0))
      }
    }
    candidates.sort { ($0.group, $0.metres, $0.tail) < ($1.group, $1.metres, $1.tail) }
    var drops = PendingDrops()
    var done: UInt64?
    try existingIndex.withSearch { search in
      for candidate in candidates where candidate.group != done {
        let point = Int(candidate.tail)
        let position = points.positions[point]
        guard let near = existingIndex.nearest(to: position, within: .infinity, &search) else { continue }
        let vertex = points.vertices[point] >= 0 ? points.vertices[point] : graph.tails[Int(points.edges[point])]
        let isTooLong = near.place.distanceMetres > settings.longestLinkMetres
        let isForbidden = try !isTooLong && !isAllowed([near.place.position, position])
        if isTooLong || isForbidden {
          rejected.append(
            RejectedLink(
              tail: vertex, head: Int32(CandidateNetwork.root), metres: near.place.distanceMetres,
              isForbidden: isForbidden))
          if isTooLong { done = candidate.group }
          continue
        }
        done = candidate.group
        preparation.links += 1
        if points.vertices[point] >= 0 {
          drops.join(vertex, position, toRootAt: near.place.position, Self.straight)
        } else {
          drops.joinRoot(
            at: near.place.position,
            to: LineIndex.Answer(feature: Int(points.edges[point]), place: points.place(point)), Self.straight)
        }
      }
    }
    rootLinks = drops
  }

  // MARK: Both

  private func linkPoints() -> LinkPoints {
    var points = LinkPoints()
    let incidence = graph.incidence()
    for vertex in graph.vertices.indices.dropFirst()
    where graph.vertices[vertex].isOnEarth && (isVillage(vertex) || incidence.degree(vertex) > 0) {
      points.add(vertex: Int32(truncatingIfNeeded: vertex), at: graph.vertices[vertex])
    }
    for vertex in branchVertices where incidence.degree(Int(vertex)) == 0 {
      points.add(vertex: vertex, at: graph.vertices[Int(vertex)])
    }
    for edge in 0..<graph.edgeCount { points.add(edge: edge, of: graph) }
    return points
  }

  /// Whether a link may be made; remembers those that may not.
  private mutating func accept(_ tail: Int32, _ head: Int32, _ metres: Double, _ points: LinkPoints) throws -> Bool {
    let isTooLong = metres > settings.longestLinkMetres
    if !isTooLong, try isAllowed([points.positions[Int(tail)], points.positions[Int(head)]]) { return true }
    func vertex(_ point: Int32) -> Int32 {
      points.vertices[Int(point)] >= 0 ? points.vertices[Int(point)] : graph.tails[Int(points.edges[Int(point)])]
    }
    rejected.append(
      RejectedLink(tail: vertex(tail), head: vertex(head), metres: metres, isForbidden: !isTooLong))
    return false
  }

  /// Splits lines where links meet them and adds the links.
  private mutating func lay(_ links: [(Int32, Int32)], between points: LinkPoints) {
    var drops = rootLinks
    preparation.links += links.count
    for (tail, head) in links {
      let (start, end) = (points.positions[Int(tail)], points.positions[Int(head)])
      let (first, second) = (points.vertices[Int(tail)], points.vertices[Int(head)])
      switch (first >= 0, second >= 0) {
      case (true, true): drops.join(first, start, to: second, end, Self.straight)
      case (true, false): drops.join(first, start, to: answer(head, points), Self.straight)
      case (false, true): drops.join(second, end, to: answer(tail, points), Self.straight)
      case (false, false): drops.join(answer(tail, points), to: answer(head, points), Self.straight)
      }
    }
    _ = drops.apply(to: &graph)
    rootLinks = PendingDrops()
  }

  private func answer(_ point: Int32, _ points: LinkPoints) -> LineIndex.Answer {
    LineIndex.Answer(feature: Int(points.edges[Int(point)]), place: points.place(Int(point)))
  }
}
