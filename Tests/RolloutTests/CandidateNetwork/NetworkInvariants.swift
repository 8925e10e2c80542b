import Geospatial
import Testing

@testable import Rollout

/// What holds for every candidate network, whatever it was made of.
enum NetworkInvariants {
  static func check(
    _ network: CandidateNetwork, of sources: NetworkSources, _ settings: NetworkSettings = NetworkSettings(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = network.edgeCount
    let lengths = [
      network.heads.count, network.kinds.count, network.roadClasses.count, network.lengthMetres.count,
      network.cableMetres.count, network.riverCrossings.count, network.lineEnds.count,
    ]
    #expect(lengths.allSatisfy { $0 == count }, "one entry per edge", sourceLocation: sourceLocation)
    #expect(network.mayBranch.count == network.vertices.count, sourceLocation: sourceLocation)
    #expect(Int(network.lineEnds.last ?? 0) == network.positions.count, sourceLocation: sourceLocation)
    for village in sources.villages.indices where sources.villages[village].isOnEarth {
      let vertex = CandidateNetwork.vertex(ofVillage: village)
      #expect(network.vertices[vertex] == sources.villages[village], sourceLocation: sourceLocation)
    }
    let existing = sources.existing.count > 0 ? SegmentIndex(sources.existing) : nil
    let tolerance = settings.existingToleranceMetres + 0.1
    for edge in 0..<count {
      let line = network.line(ofEdge: edge)
      let (tail, head) = (Int(network.tails[edge]), Int(network.heads[edge]))
      #expect(tail != head, "edge \(edge) is a loop", sourceLocation: sourceLocation)
      #expect(line.count >= 2, sourceLocation: sourceLocation)
      for (vertex, end) in [(tail, line.first), (head, line.last)] {
        guard let end else { continue }
        if vertex == CandidateNetwork.root {
          #expect(
            existing?.nearest(to: end, within: tolerance) != nil,
            "edge \(edge) meets the existing network at \(end)", sourceLocation: sourceLocation)
        } else {
          #expect(network.vertices[vertex] == end, "the end of edge \(edge)", sourceLocation: sourceLocation)
        }
      }
      #expect(network.lengthMetres[edge] == Geodesic.length(of: line), sourceLocation: sourceLocation)
      if network.kinds[edge] == .straight, sources.roads == nil {
        #expect(network.lengthMetres[edge] <= settings.longestLinkMetres, sourceLocation: sourceLocation)
      }
    }
    checkConnection(network, sourceLocation)
  }

  /// Every village is connected or listed, and not both.
  private static func checkConnection(_ network: CandidateNetwork, _ sourceLocation: SourceLocation) {
    var reached = [Bool](repeating: false, count: network.vertices.count)
    var neighbours = [[Int]](repeating: [], count: network.vertices.count)
    for edge in 0..<network.edgeCount {
      neighbours[Int(network.tails[edge])].append(Int(network.heads[edge]))
      neighbours[Int(network.heads[edge])].append(Int(network.tails[edge]))
    }
    var waiting = [CandidateNetwork.root]
    reached[CandidateNetwork.root] = true
    while let vertex = waiting.popLast() {
      for next in neighbours[vertex] where !reached[next] {
        reached[next] = true
        waiting.append(next)
      }
    }
    let unreached = (0..<network.villageCount).filter { !reached[CandidateNetwork.vertex(ofVillage: $0)] }
    #expect(network.disconnected.map(\.village) == unreached, sourceLocation: sourceLocation)
    #expect(
      network.connectedVillages.count + network.disconnected.count == network.villageCount,
      sourceLocation: sourceLocation)
  }
}
