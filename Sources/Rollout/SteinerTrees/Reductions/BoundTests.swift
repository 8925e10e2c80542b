/// Takes away what no tree cheaper than the best known one uses, by the reduced costs of a dual ascent.
enum BoundTests {
  /// Applies the tests to `graph`, from which `compact` was made, for trees that cost less than `limit` on the compact
  /// instance. Edges that only dearer trees use go; vertices that only dearer trees branch at are passed by.
  static func apply(
    to graph: inout ReducibleGraph, compact: CompactInstance, ascent: DualAscent, root: Int, limit: Int
  ) {
    let instance = compact.instance
    let distances = ReducedCostDistances(instance, ascent, root: root)
    let room = limit - ascent.bound
    for edge in 0..<instance.graph.edgeCount {
      let tail = Int(instance.graph.tails[edge])
      let head = Int(instance.graph.heads[edge])
      let forth = distances.fromRoot[tail] + ascent.reducedCosts[2 * edge] + distances.toTerminal[head]
      let back = distances.fromRoot[head] + ascent.reducedCosts[2 * edge + 1] + distances.toTerminal[tail]
      if min(forth, back) >= room { graph.remove(edge: compact.edges[edge]) }
    }
    var star: [Int] = []
    for vertex in 0..<instance.graph.vertexCount where !instance.isTerminal[vertex] {
      let branching = distances.fromRoot[vertex] + distances.toTerminal[vertex] + distances.toSecondTerminal[vertex]
      let old = compact.vertices[vertex]
      if branching < room || graph.degrees[old] < 3 || graph.degrees[old] > 4 { continue }
      graph.collectArcs(old, into: &star)
      for first in star.indices {
        for second in star.indices where second > first { graph.join(star[first], star[second]) }
      }
      graph.remove(vertex: old)
    }
  }
}
