extension CableTree {
  /// Cuts off every branch that costs more than it brings (strong pruning; Johnson, Minkoff and Phillips 2000); `worths` has one
  /// for each village, and what leads to a required village stays. Villages that are only passed and worth nothing are
  /// not connected. O(n).
  mutating func prune(worths: [Int], isRequired: [Bool]) {
    for index in nodes.indices where nodes[index].village >= 0 {
      let village = nodes[index].village
      if worths[village] <= 0, !isRequired[village] { nodes[index].village = -1 }
    }
    let order = order
    var sums = nodes.map { $0.village >= 0 ? worths[$0.village] : 0 }
    var isBound = nodes.map { $0.village >= 0 && isRequired[$0.village] }
    for index in order.reversed() where index > 0 {
      sums[index] -= nodes[index].cost
      if sums[index] > 0 || isBound[index] { sums[nodes[index].parent] += sums[index] }
      if isBound[index] { isBound[nodes[index].parent] = true }
    }
    var isKept = [Bool](repeating: false, count: nodes.count)
    for index in order {
      isKept[index] = index == 0 || (isKept[nodes[index].parent] && (sums[index] > 0 || isBound[index]))
    }
    keep(isKept)
  }

  /// Cuts off the branches that bring least for their cost until cables and connections cost no more than `budget`; what leads
  /// to a required village stays. False if that alone costs more.
  mutating func trim(to budget: Int, benefits: [Int], connectionCost: Int, isRequired: [Bool]) -> Bool {
    while true {
      let order = order
      var brought = nodes.map { $0.village >= 0 ? benefits[$0.village] : 0 }
      var spent = nodes.map { $0.cost + ($0.village >= 0 ? connectionCost : 0) }
      var isBound = nodes.map { $0.village >= 0 && isRequired[$0.village] }
      for index in order.reversed() where index > 0 {
        brought[nodes[index].parent] += brought[index]
        spent[nodes[index].parent] += spent[index]
        if isBound[index] { isBound[nodes[index].parent] = true }
      }
      if spent[0] <= budget { return true }
      var poorest = -1
      for index in order where index > 0 && !isBound[index] && spent[index] > 0 {
        if poorest < 0
          || Double(brought[index]) * Double(spent[poorest]) < Double(brought[poorest]) * Double(spent[index])
        {
          poorest = index
        }
      }
      if poorest < 0 { return false }
      var isKept = [Bool](repeating: true, count: nodes.count)
      for index in order where index == poorest || (index > 0 && !isKept[nodes[index].parent]) { isKept[index] = false }
      keep(isKept)
    }
  }
}
