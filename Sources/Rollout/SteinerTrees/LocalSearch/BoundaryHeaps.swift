/// Many heaps of boundary edges that merge in constant time: pairing heaps (Fredman, Sedgewick, Sleator and Tarjan 1986)
/// in flat arrays.
///
/// Boundary edge *e* may be in two heaps, as nodes 2*e* and 2*e* + 1. A heap is named by its first node, -1 if empty.
struct BoundaryHeaps {
  private var children: [Int32]
  private var siblings: [Int32]
  private var pairs: [Int32] = []

  init(edgeCount: Int) {
    children = [Int32](repeating: -1, count: 2 * edgeCount)
    siblings = [Int32](repeating: -1, count: 2 * edgeCount)
  }

  /// A node alone, as a heap.
  mutating func single(_ node: Int32) -> Int32 {
    children[Int(node)] = -1
    siblings[Int(node)] = -1
    return node
  }

  /// One heap of two; the least key first, ties by node.
  mutating func meld(_ first: Int32, _ second: Int32, keys: [Int]) -> Int32 {
    if first < 0 { return second }
    if second < 0 { return first }
    var top = first
    var below = second
    let topKey = keys[Int(top) >> 1]
    let belowKey = keys[Int(below) >> 1]
    if belowKey < topKey || (belowKey == topKey && below < top) { swap(&top, &below) }
    siblings[Int(below)] = children[Int(top)]
    children[Int(top)] = below
    return top
  }

  /// The heap without its first node.
  mutating func withoutFirst(_ heap: Int32, keys: [Int]) -> Int32 {
    pairs.removeAll(keepingCapacity: true)
    var node = children[Int(heap)]
    children[Int(heap)] = -1
    while node >= 0 {
      let second = siblings[Int(node)]
      siblings[Int(node)] = -1
      if second < 0 {
        pairs.append(node)
        break
      }
      let next = siblings[Int(second)]
      siblings[Int(second)] = -1
      pairs.append(meld(node, second, keys: keys))
      node = next
    }
    var result: Int32 = -1
    for pair in pairs.reversed() { result = meld(result, pair, keys: keys) }
    return result
  }
}
