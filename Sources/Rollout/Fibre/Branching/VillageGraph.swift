/// A graph to look for trees in, and where the villages are in it.
struct VillageGraph: Sendable {
  /// Vertex 0 is the root.
  let graph: Graph
  /// One per village: its vertex; -1 for one that no plan connects.
  let vertices: [Int32]

  /// The vertex of a village that a plan may connect.
  func vertex(of village: Int) -> Int { Int(vertices[village]) }
}
