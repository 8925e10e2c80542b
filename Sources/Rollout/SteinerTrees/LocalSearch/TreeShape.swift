/// Parents and preorder numbers of a rooted tree, to tell in constant time what is below what.
struct TreeShape {
  /// The parent of each vertex of the tree, -1 at the root.
  private(set) var parents: [Int32]
  private var numbers: [Int32]
  private var sizes: [Int32]
  private var slots: [Int32]

  init(vertexCount: Int) {
    parents = [Int32](repeating: -1, count: vertexCount)
    numbers = [Int32](repeating: -1, count: vertexCount)
    sizes = [Int32](repeating: 0, count: vertexCount)
    slots = [Int32](repeating: 0, count: vertexCount)
  }

  /// Linear in the size of the tree. What the tree does not contain keeps old numbers and must not be asked about.
  mutating func describe(_ tree: RootedTree, _ graph: Graph) {
    for vertex in tree.order {
      let arc = Int(tree.parentArcs[Int(vertex)])
      parents[Int(vertex)] = arc < 0 ? -1 : Int32(graph.source(ofArc: arc))
      sizes[Int(vertex)] = 1
    }
    for vertex in tree.order.reversed() where parents[Int(vertex)] >= 0 {
      sizes[Int(parents[Int(vertex)])] += sizes[Int(vertex)]
    }
    for vertex in tree.order {
      let vertex = Int(vertex)
      let parent = Int(parents[vertex])
      numbers[vertex] = parent < 0 ? 0 : slots[parent]
      if parent >= 0 { slots[parent] += sizes[vertex] }
      slots[vertex] = numbers[vertex] + 1
    }
  }

  /// Whether a vertex of the tree is another or below it.
  @inline(__always) func isInside(_ vertex: Int, _ top: Int) -> Bool {
    numbers[vertex] >= numbers[top] && numbers[vertex] < numbers[top] + sizes[top]
  }
}
