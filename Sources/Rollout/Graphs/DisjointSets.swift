/// Sets that only ever merge (Tarjan 1975): union by size, paths halved. Nearly constant time.
struct DisjointSets {
  /// The parent of each element; a root holds minus the size of its set.
  private var parents: [Int32]

  init(count: Int) { parents = [Int32](repeating: -1, count: count) }

  /// The element that stands for the set of `element`.
  mutating func find(_ element: Int) -> Int {
    var element = element
    while parents[element] >= 0 {
      let parent = Int(parents[element])
      let grandparent = parents[parent]
      if grandparent < 0 { return parent }
      parents[element] = grandparent
      element = Int(grandparent)
    }
    return element
  }

  /// Merges two sets; false if they were one already.
  @discardableResult mutating func merge(_ first: Int, _ second: Int) -> Bool {
    var larger = find(first)
    var smaller = find(second)
    if larger == smaller { return false }
    if parents[larger] > parents[smaller] { swap(&larger, &smaller) }
    parents[larger] += parents[smaller]
    parents[smaller] = Int32(larger)
    return true
  }
}
