/// Orders items so that each comes after what it needs (A. B. Kahn, *Topological sorting of large networks*, 1962).
struct NeedOrder {
  let needs: SparseLists
  let dependents: SparseLists

  /// All items, in an order that depends on nothing but the needs. Throws a circle. O(needs).
  func order() throws(PhasingError) -> [Int32] {
    var missing = (0..<needs.count).map { needs.size(of: $0) }
    var order = missing.indices.filter { missing[$0] == 0 }.map { Int32(truncatingIfNeeded: $0) }
    order.reserveCapacity(needs.count)
    var place = 0
    while place < order.count {
      for dependent in dependents[Int(order[place])] {
        missing[Int(dependent)] -= 1
        if missing[Int(dependent)] == 0 { order.append(dependent) }
      }
      place += 1
    }
    if order.count < needs.count { throw .cycle(items: circle(missing)) }
    return order
  }

  /// A circle among the items that still miss something; it starts with its least item.
  private func circle(_ missing: [Int]) -> [Int] {
    guard var item = missing.firstIndex(where: { $0 > 0 }) else { return [] }
    var path: [Int] = []
    var places = [Int](repeating: -1, count: missing.count)
    while places[item] < 0 {
      places[item] = path.count
      path.append(item)
      // An item that misses something needs one that misses something too.
      item = needs[item].first { missing[Int($0)] > 0 }.map { Int($0) } ?? item
    }
    let circle = Array(path[places[item]...])
    let least = circle.indices.min { circle[$0] < circle[$1] } ?? 0
    return Array(circle[least...] + circle[..<least])
  }
}
