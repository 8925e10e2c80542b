/// Many heaps of boundary edges that merge in constant time: pairing heaps (Fredman, Sedgewick, Sleator and Tarjan 1986)
/// in a flat array.
///
/// Boundary edge *e* may be in two heaps, as nodes 2*e* and 2*e* + 1. A heap is named by its first node, -1 if empty.
struct BoundaryHeaps {
  private struct Node {
    var key = 0
    var child: Int32 = -1
    var sibling: Int32 = -1
  }

  private var nodes: [Node]
  private var pairs: [Int32] = []

  init(edgeCount: Int) { nodes = [Node](repeating: Node(), count: 2 * edgeCount) }

  /// A node alone, as a heap.
  mutating func single(_ node: Int32, key: Int) -> Int32 {
    nodes[Int(node)] = Node(key: key)
    return node
  }

  /// The key of a node since it was made a heap.
  func key(_ node: Int32) -> Int { nodes[Int(node)].key }

  /// One heap of two; the least key first, ties by node.
  mutating func meld(_ first: Int32, _ second: Int32) -> Int32 {
    if first < 0 { return second }
    if second < 0 { return first }
    var (top, below) = (Int(first), Int(second))
    let (topKey, belowKey) = (nodes[top].key, nodes[below].key)
    if belowKey < topKey || (belowKey == topKey && below < top) { swap(&top, &below) }
    nodes[below].sibling = nodes[top].child
    nodes[top].child = Int32(truncatingIfNeeded: below)
    return Int32(truncatingIfNeeded: top)
  }

  /// The heap without its first node.
  mutating func withoutFirst(_ heap: Int32) -> Int32 {
    pairs.removeAll(keepingCapacity: true)
    var node = nodes[Int(heap)].child
    nodes[Int(heap)].child = -1
    while node >= 0 {
      let second = nodes[Int(node)].sibling
      nodes[Int(node)].sibling = -1
      if second < 0 {
        pairs.append(node)
        break
      }
      let next = nodes[Int(second)].sibling
      nodes[Int(second)].sibling = -1
      pairs.append(meld(node, second))
      node = next
    }
    var result: Int32 = -1
    for pair in pairs.reversed() { result = meld(result, pair) }
    return result
  }
}
