/// Sets that are joined and never parted, by union with halving of paths (R. E. Tarjan and J. van Leeuwen, *Worst-case
/// analysis of set union algorithms*, 1984): nearly constant time for each step.
struct DisjointSets {
  private var parents: [Int32]

  /// `count` sets of one.
  init(count: Int) { parents = (0..<count).map { Int32(truncatingIfNeeded: $0) } }

  /// The lowest member of a member's set.
  mutating func root(of member: Int) -> Int {
    var member = member
    while Int(parents[member]) != member {
      parents[member] = parents[Int(parents[member])]
      member = Int(parents[member])
    }
    return member
  }

  /// Joins the sets of two members; whether they were apart.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (root(of: a), root(of: b))
    guard a != b else { return false }
    parents[max(a, b)] = Int32(truncatingIfNeeded: min(a, b))
    return true
  }
}
