/// How much more than the bound a tree costs that uses a vertex or an edge, by the reduced costs of a dual ascent (Duin
/// 1993; Polzin and Vahdati Daneshmand 2001).
///
/// A tree over a vertex has a way from the root to it and a way on to a terminal, on different arcs.
struct ReducedCostDistances {
  /// From the root, one per vertex; `NearestBases.unreached` where there is no way.
  let fromRoot: [Int]
  /// To the nearest terminal that is not the root, one per vertex.
  let toTerminal: [Int]
  /// To the second nearest terminal, of another first arc or none; one per vertex.
  let toSecondTerminal: [Int]

  /// O(m log n).
  init(_ instance: SteinerInstance, _ ascent: DualAscent, root: Int) {
    let graph = instance.graph
    let reduced = ascent.reducedCosts
    var fromRoot = [Int](repeating: NearestBases.unreached, count: graph.vertexCount)
    var heap = VertexHeap()
    fromRoot[root] = 0
    heap.push(0, root)
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > fromRoot[vertex] { continue }
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let distance = entry.key + reduced[Int(link.arc)]
        if distance < fromRoot[Int(link.vertex)] {
          fromRoot[Int(link.vertex)] = distance
          heap.push(distance, Int(link.vertex))
        }
      }
    }
    self.fromRoot = fromRoot
    (toTerminal, toSecondTerminal) = Self.twoNearest(instance, reduced, root: root)
  }

  /// Two labels per vertex, with different terminals: the heap holds label 2*v* for the first and 2*v* + 1 for the second.
  private static func twoNearest(_ instance: SteinerInstance, _ reduced: [Int], root: Int) -> ([Int], [Int]) {
    let graph = instance.graph
    var first = [Int](repeating: NearestBases.unreached, count: graph.vertexCount)
    var second = first
    var firstBase = [Int32](repeating: -1, count: graph.vertexCount)
    var secondBase = firstBase
    var heap = VertexHeap()
    for terminal in instance.terminals where terminal != root {
      first[terminal] = 0
      firstBase[terminal] = Int32(terminal)
      heap.push(0, 2 * terminal)
    }
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex) >> 1
      let isFirst = entry.vertex & 1 == 0
      if entry.key > (isFirst ? first[vertex] : second[vertex]) { continue }
      let base = isFirst ? firstBase[vertex] : secondBase[vertex]
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = Int(link.vertex)
        let distance = entry.key + reduced[Int(link.arc ^ 1)]
        if firstBase[next] == base {
          if distance < first[next] {
            first[next] = distance
            heap.push(distance, 2 * next)
          }
        } else if distance < first[next] {
          second[next] = first[next]
          secondBase[next] = firstBase[next]
          first[next] = distance
          firstBase[next] = base
          heap.push(distance, 2 * next)
          if secondBase[next] >= 0 { heap.push(second[next], 2 * next + 1) }
        } else if distance < second[next] {
          second[next] = distance
          secondBase[next] = base
          heap.push(distance, 2 * next + 1)
        }
      }
    }
    return (first, second)
  }
}
