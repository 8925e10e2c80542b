/// Vertices whose prizes alone pay for the cheapest way to them.
///
/// A vertex whose prize is at least its distance from vertices that a best tree has for certain is in a best tree too: adding
/// the way loses nothing (a case of the tests of Duin and Volgenant 1987). Then it counts as certain itself.
enum PaidWays {
  /// Marks what follows from the vertices marked, until nothing does. O(m log n) for each time that a vertex comes nearer.
  static func extend(_ isCertain: inout [Bool], in graph: Graph, prizes: [Int]) {
    var distances = [Int](repeating: NearestBases.unreached, count: graph.vertexCount)
    var heap = VertexHeap()
    for vertex in isCertain.indices where isCertain[vertex] {
      distances[vertex] = 0
      heap.push(0, vertex)
    }
    while let entry = heap.pop() {
      let vertex = Int(entry.vertex)
      if entry.key > distances[vertex] { continue }
      if !isCertain[vertex], prizes[vertex] > 0, prizes[vertex] >= entry.key {
        isCertain[vertex] = true
        distances[vertex] = 0
      }
      let distance = distances[vertex]
      for position in graph.linkRange(vertex) {
        let link = graph.links[position]
        let next = distance + link.cost
        if next < distances[Int(link.vertex)] {
          distances[Int(link.vertex)] = next
          heap.push(next, Int(link.vertex))
        }
      }
    }
  }
}
