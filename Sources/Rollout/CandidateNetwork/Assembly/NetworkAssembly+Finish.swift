import Geospatial

extension NetworkAssembly {
  /// Contracts what is left of chains and leaves out loops, and of parallel straight lines all but the shortest.
  mutating func tidy() {
    components = graph.components()
    var isKept = [Bool](repeating: false, count: graph.vertices.count)
    for village in sources.villages.indices { isKept[CandidateNetwork.vertex(ofVillage: village)] = true }
    for vertex in branchVertices { isKept[Int(vertex)] = true }
    var withoutLoops = graph.withoutEdges()
    for edge in 0..<graph.edgeCount where graph.tails[edge] != graph.heads[edge] {
      withoutLoops.addEdge(
        graph.tails[edge], graph.heads[edge], graph.natures[edge], line: graph.positions[graph.line(ofEdge: edge)])
    }
    graph = ChainContraction.contracted(withoutLoops, keeping: isKept)
  }

  /// The edges that are kept: no loops, and of drops and straight lines between the same vertices only the one that takes
  /// the least cable, the first of equal ones.
  func keptEdges(cableMetres: [Double]) -> [Bool] {
    var isKept = (0..<graph.edgeCount).map { graph.tails[$0] != graph.heads[$0] }
    var edges: [UInt32] = []
    var keys: [UInt64] = []
    for edge in 0..<graph.edgeCount
    where isKept[edge] && (graph.natures[edge].kind == .drop || graph.natures[edge].kind == .straight) {
      let (a, b) = (graph.tails[edge], graph.heads[edge])
      edges.append(UInt32(truncatingIfNeeded: edge))
      keys.append(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
    }
    var order = edges.indices.map { UInt32(truncatingIfNeeded: $0) }
    RadixSort.sort(&order, by: keys)
    var best = -1
    var last: UInt64?
    for place in order {
      let edge = Int(edges[Int(place)])
      if keys[Int(place)] == last {
        let worse = cableMetres[edge] < cableMetres[best] ? best : edge
        isKept[worse] = false
        best = worse == best ? edge : best
      } else {
        (best, last) = (edge, keys[Int(place)])
      }
    }
    return isKept
  }

  /// How much cable a line takes, in **metres**.
  func cableMetres(_ line: ArraySlice<Coordinate>, _ kind: CandidateNetwork.EdgeKind, length: Double) throws -> Double {
    let detour = kind == .drop || kind == .straight ? settings.detourFactor : 1
    guard let terrainFactor = sources.terrainFactor else { return length * detour }
    var metres = 0.0
    for index in line.indices.dropLast() {
      let middle = NearestPlace.position(0.5, from: line[index], to: line[index + 1], lattice)
      let factor = terrainFactor(middle)
      guard factor > 0, factor < .infinity else {
        throw CandidateNetworkError.unusableTerrainFactor(
          longitude: middle.longitude, latitude: middle.latitude, factor: factor)
      }
      metres += Geodesic.distance(line[index], line[index + 1]) * factor
    }
    return metres * detour
  }

  /// The villages without a path to the root, and why.
  func disconnectedVillages() throws -> [DisconnectedVillage] {
    var components = components
    let root = components.find(CandidateNetwork.root)
    var gaps: [Int: Double] = [:]
    var isCutOff: Set<Int> = []
    for link in rejected {
      let ends = [components.find(Int(link.tail)), components.find(Int(link.head))]
      guard ends[0] != ends[1] else { continue }
      for end in ends where end != root {
        if link.isForbidden { isCutOff.insert(end) } else { gaps[end] = min(link.metres, gaps[end] ?? .infinity) }
      }
    }
    return sources.villages.indices.compactMap { village in
      let part = components.find(CandidateNetwork.vertex(ofVillage: village))
      if part == root { return nil }
      let position = sources.villages[village]
      if !position.isOnEarth { return DisconnectedVillage(village: village, reason: .notOnEarth) }
      if existing.count == 0 { return DisconnectedVillage(village: village, reason: .nothingToConnectTo) }
      if let area = forbidden?.area(containing: position) {
        return DisconnectedVillage(village: village, reason: .insideForbiddenArea(feature: area))
      }
      guard !isCutOff.contains(part), let gap = gaps[part] ?? gapWithoutLinks(position) else {
        return DisconnectedVillage(village: village, reason: .cutOff)
      }
      return DisconnectedVillage(
        village: village, reason: .beyondReach(gapMetres: gap, longestMetres: settings.longestLinkMetres))
    }
  }

  /// How far the existing network is from a place whence no link was tried, in **metres**: none was near enough. Nil where
  /// areas are forbidden, for then links may have been turned down for them.
  private func gapWithoutLinks(_ position: Coordinate) -> Double? {
    guard forbidden == nil else { return nil }
    return existingIndex.withSearch { existingIndex.distance(to: position, within: .infinity, &$0) }
  }
}
